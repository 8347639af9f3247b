package plancheck.dossier.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Figure;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Term;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Makes the project of a dossier, and reports what does not fit: its site, its code, its schedule. */
final class ProjectBinder {
    private final RuleBook book;
    private final Node root;
    private final Problems problems;

    ProjectBinder(RuleBook book, Node root, Problems problems) {
        this.book = book;
        this.root = root;
        this.problems = problems;
    }

    /** Null when the place is not known. */
    @Nullable
    Project bind(Node node, @Nullable PlaceName place, Map<Level, Place> places, FigureBinder figures) {
        Map<String, Figure> design = new LinkedHashMap<>();
        for (String section : List.of("works", "design")) {
            Node entries = node.at(section);
            if (entries != null) {
                entries.entries().forEach((id, value) -> ofProject(id, value, figures, node, design));
            }
        }
        Node declared = root.at("declarations");
        if (declared != null) {
            declared.entries().forEach((id, value) -> ofProject(id, value, figures, value, design));
        }
        Node site = node.at("site");
        Level level =
                site == null ? null : Term.find(Level.class, site.textOrEmpty()).orElse(null);
        Place lies = level == null ? null : places.get(level);
        if (place != null && site != null && level != null && lies == null) {
            problems.add(Problem.error(
                    site.line(),
                    site.pointer(),
                    Message.of("dossier.place-lacks-site", place.inWords(), level.inWords()),
                    Message.of("dossier.check-site")));
        }
        checkCode(node, place);
        checkSchedule(node);
        if (places.isEmpty()) {
            return null;
        }
        Place nearest = lies == null ? places.values().iterator().next() : lies;
        return new Project(
                DossierBinder.text(node, "code"),
                DossierBinder.text(root, "title"),
                DossierBinder.text(node, "sector"),
                nearest,
                design);
    }

    /** Works and design figures take source and evidence from the project, declarations from themselves. */
    private void ofProject(String id, Node value, FigureBinder figures, Node provenance, Map<String, Figure> design) {
        Indicator indicator = book.indicators().get(id);
        if (indicator != null && indicator.of().contains("project") && (!value.isEmpty() || value.isUnknown())) {
            Figure figure = value.form() == Node.Form.MAPPING || value.isUnknown()
                    ? figures.figure(indicator, value)
                    : figures.attribute(indicator, value, provenance);
            if (figure != null) {
                design.put(id, figure);
            }
        }
    }

    /** GB/T 40058: form, month and region; the region may be the site's or that of an authority above it. */
    private void checkCode(Node project, @Nullable PlaceName place) {
        Node node = project.at("code");
        if (node == null) {
            return;
        }
        ProjectCode code = ProjectCode.of(node.textOrEmpty()).orElse(null);
        if (code == null) {
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.no-project-code", Node.shortened(node.textOrEmpty())),
                    Message.of("dossier.write-project-code-like")));
            return;
        }
        if (!code.hasMonth()) {
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.project-code-without-month"),
                    Message.of("dossier.project-code-begins-with-month")));
        }
        if (place != null) {
            checkRegion(code, node, place);
        }
    }

    private void checkRegion(ProjectCode code, Node node, PlaceName place) {
        PlaceName above = book.places().get(place.parent());
        PlaceName other = book.place(code.region()).orElse(null);
        // A code that was given before a place's own code was changed stays the project's.
        String region = other == null ? code.region() : other.code();
        boolean own = region.equals(place.code())
                || (above != null && (region.equals(above.code()) || region.equals(above.parent())));
        if (!own) {
            Phrase of = other == null ? Message.of("dossier.elsewhere") : other.inWords();
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    Message.of("dossier.project-code-of-another-place", code.region(), of, place.inWords()),
                    Message.of("dossier.check-project-code-and-place")));
        }
    }

    private void checkSchedule(Node project) {
        LocalDate start = DossierBinder.date(project, "start");
        LocalDate completion = DossierBinder.date(project, "completion");
        if (start != null && completion != null && completion.isBefore(start)) {
            Node node = project.at("completion");
            problems.add(Problem.error(
                    node == null ? project.line() : node.line(),
                    "/project/completion",
                    Message.of("dossier.completed-before-start"),
                    Message.of("dossier.check-both-dates")));
        }
    }
}
