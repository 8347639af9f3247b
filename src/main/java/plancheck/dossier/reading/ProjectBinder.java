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
import plancheck.facts.Label;
import plancheck.facts.Level;
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
                    Label.filled("%s没有%s", "%s does not have this: %s", place.inWords(), level.inWords()),
                    new Label("请核对建设地点", "Check the site")));
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
                    Label.filled(
                            "项目代码“%s”不合规范",
                            "“%s” has not the form of a project code", Node.shortened(node.textOrEmpty())),
                    new Label(
                            "应为24位，形如 2404-620802-04-01-123456（GB/T 40058—2021）",
                            "It has 24 characters, like 2404-620802-04-01-123456 (GB/T 40058-2021)")));
            return;
        }
        if (!code.hasMonth()) {
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    new Label("项目代码的第3、4位不是月份", "The third and fourth digits of the project code are no month"),
                    new Label(
                            "前四位为赋码年月，例如 2404",
                            "The first four digits are the year and month when it was given, for example 2404")));
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
            Label of = other == null ? new Label("其他地区", "elsewhere") : other.inWords();
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    Label.filled(
                            "项目代码的地区码%s（%s）不是%s",
                            "The place in the project code, %s (%s), is not %s", code.region(), of, place.inWords()),
                    new Label("请核对项目代码和所在地", "Check the project code and the place")));
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
                    new Label("建成日期早于开工日期", "The project is completed before work starts"),
                    new Label("请核对工期", "Check both dates")));
        }
    }
}
