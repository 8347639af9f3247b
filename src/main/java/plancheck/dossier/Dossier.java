package plancheck.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Absence;
import plancheck.facts.Figure;
import plancheck.facts.Item;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Subject;

/**
 * What a county hands in, as far as it could be read.
 *
 * @param place GB/T 2260 code
 * @param asOf the date it is judged at; for a project the day of its completion (ruling R33), where it says one
 * @param places the place itself and its town, with their figures
 * @param items the entries of all lists
 * @param projects the project, or each of its lots, and once more for each other county that it lies in; empty in a self-assessment
 * @param stages stages of named projects by the provision's id, values of type {@link plancheck.facts.Stage}
 * @param absences what the place has none of, by the id of the feature
 * @param contradictions what it says of the place that cannot both be
 * @param files ids of the indicators, works and lists that files are kept for beside it; empty for what is handed in alone
 * @param digest SHA-256 of the bytes handed in, in hexadecimal
 * @param notes what is wrong in it or not used of it, and so not in the rest
 */
public record Dossier(
        DossierKind kind,
        String id,
        String title,
        String place,
        LocalDate asOf,
        List<Place> places,
        List<Item> items,
        List<Project> projects,
        Map<String, Figure> stages,
        Map<String, Absence> absences,
        List<Contradiction> contradictions,
        Set<String> files,
        String digest,
        List<Problem> notes) {

    /** The same dossier judged at another date. */
    public Dossier at(LocalDate date) {
        return with(date, files, notes);
    }

    public Dossier with(List<Problem> others) {
        return with(asOf, files, others);
    }

    /**
     * The same with files kept beside it.
     *
     * @param pointers of what they prove, for example {@code /declarations/PL-7.1-1-b}
     */
    public Dossier withFiles(Set<String> pointers) {
        Set<String> ids = pointers.stream()
                .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1))
                .collect(Collectors.toUnmodifiableSet());
        return with(asOf, ids, notes);
    }

    private Dossier with(LocalDate date, Set<String> kept, List<Problem> others) {
        return new Dossier(
                kind,
                id,
                title,
                place,
                date,
                places,
                items,
                projects,
                stages,
                absences,
                contradictions,
                kept,
                digest,
                others);
    }

    /**
     * Whether a file is kept for it.
     *
     * @param id of an indicator, a work or a list, as the dossier has it
     */
    public boolean hasFile(String id) {
        return files.contains(id);
    }

    /** What contradicts one of the figures; null when nothing does. */
    public @Nullable Contradiction contradicting(Set<String> indicators) {
        return contradictions.stream()
                .filter(contradiction -> contradiction.indicators().stream().anyMatch(indicators::contains))
                .findFirst()
                .orElse(null);
    }

    /** The project, or its first lot; null in a self-assessment. */
    public @Nullable Project project() {
        return projects.isEmpty() ? null : projects.get(0);
    }

    /** Whether it is a project that does not say when it will be complete: then what is due by a date is open. */
    public boolean isUndated() {
        Project first = project();
        return first != null && first.content().completion() == null;
    }

    /** Everything a provision may bind. */
    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(places);
        subjects.addAll(items);
        subjects.addAll(projects);
        return subjects;
    }
}
