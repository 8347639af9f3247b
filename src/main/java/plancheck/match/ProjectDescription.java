package plancheck.match;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Level;
import plancheck.facts.Project;

/**
 * What is known of a project before anybody has said which work of the plans it is.
 *
 * @param name its title
 * @param places codes of the places it lies in; empty when unknown
 * @param sector one of the rule book's sectors; empty when unknown
 * @param site null when unknown
 * @param scale its nature and content in words, as approval offices write them; may be empty
 */
public record ProjectDescription(
        String name,
        List<String> places,
        String sector,
        @Nullable Level site,
        String scale) {

    /** Of which it is not known whether it lies in a town. */
    public ProjectDescription(String name, List<String> places, String sector, String scale) {
        this(name, places, sector, null, scale);
    }

    /** As a dossier has it. */
    public static ProjectDescription of(Project project) {
        return new ProjectDescription(
                project.getName(),
                Stream.concat(Stream.ofNullable(project.getCode()), project.content().alsoIn().stream())
                        .toList(),
                project.getSector(),
                project.getLevel(),
                project.content().scale());
    }

    String whole() {
        return name + " " + scale;
    }
}
