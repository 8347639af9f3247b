package plancheck.dossier.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/**
 * Puts the code that a place has now wherever a dossier has its name, or the code or name it had before, and says so
 * once for each.
 */
public final class CurrentPlaces {
    private final RuleBook book;
    private final List<Problem> problems;
    private final Set<String> said = new HashSet<>();

    public CurrentPlaces(RuleBook book, List<Problem> problems) {
        this.book = book;
        this.problems = problems;
    }

    public Node apply(Node root) {
        Map<String, Node> fields = new LinkedHashMap<>(root.entries());
        fields.computeIfPresent("place", (key, place) -> current(place));
        fields.computeIfPresent("figures", (key, figures) -> figures(figures));
        fields.computeIfPresent("project", (key, project) -> project(project));
        return root.form() == Node.Form.MAPPING ? Node.mapping(fields, root.line(), root.where()) : root;
    }

    /** The other counties that a project lies in, and where its lots lie. */
    private Node project(Node project) {
        if (project.at("also-in") == null && project.at("lots") == null && project.at("place") == null) {
            return project;
        }
        Map<String, Node> fields = new LinkedHashMap<>(project.entries());
        fields.computeIfPresent("place", (key, place) -> current(place));
        fields.computeIfPresent("also-in", (key, places) -> each(places, this::current));
        fields.computeIfPresent("lots", (key, lots) -> each(lots, this::project));
        return Node.mapping(fields, project.line(), project.where());
    }

    private static Node each(Node list, UnaryOperator<Node> change) {
        return list.form() == Node.Form.LIST
                ? Node.list(list.members().stream().map(change).toList(), list.line(), list.where())
                : list;
    }

    private Node current(Node place) {
        String written = place.textOrEmpty();
        PlaceName known = book.placesAsWritten().get(written);
        if (known == null || known.code().equals(written)) {
            return place;
        }
        say(place, written, known);
        return Node.scalar(Node.Form.TEXT, known.code(), place.line(), place.where());
    }

    private Node figures(Node figures) {
        if (figures.entries().values().stream().allMatch(figure -> figure.at("by-county") == null)) {
            return figures;
        }
        Map<String, Node> changed = new LinkedHashMap<>(figures.entries());
        changed.replaceAll((id, figure) -> figure.at("by-county") == null ? figure : byCounty(figure));
        return Node.mapping(changed, figures.line(), figures.where());
    }

    private Node byCounty(Node figure) {
        Map<String, Node> fields = new LinkedHashMap<>(figure.entries());
        fields.computeIfPresent("by-county", (key, counties) -> counties(counties));
        return Node.mapping(fields, figure.line(), figure.where());
    }

    private Node counties(Node counties) {
        Map<String, PlaceName> places = book.placesAsWritten();
        Map<String, Node> byCode = new LinkedHashMap<>();
        counties.entries().forEach((written, value) -> {
            PlaceName known = places.get(written);
            String code = known == null ? written : known.code();
            if (!code.equals(written) && known != null) {
                say(value, written, known);
            }
            Node before = byCode.putIfAbsent(code, value);
            if (before != null) {
                problems.add(Problem.error(
                        value.line(),
                        value.pointer(),
                        again(known == null ? Label.of(code) : known.inWords(), before.line(), written),
                        Message.of("dossier.give-county-once")));
            }
        });
        return counties.form() == Node.Form.MAPPING
                ? Node.mapping(byCode, counties.line(), counties.where())
                : counties;
    }

    private static Message again(Phrase place, int line, String written) {
        return line > 0
                ? Message.of("dossier.county-again-on-line", place, line, written)
                : Message.of("dossier.county-again", place, written);
    }

    private void say(Node node, String written, PlaceName known) {
        if (said.add(written)) {
            problems.add(Problem.warning(
                    node.line(),
                    node.pointer(),
                    known.asWritten(written),
                    Message.of("dossier.write-code-now-used", known.code())));
        }
    }
}
