package plancheck.dossier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Figure;
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
    private final List<Problem> problems;

    ProjectBinder(RuleBook book, Node root, List<Problem> problems) {
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
            problems.add(Problem.error(site.line(), site.pointer(), place.name() + "没有" + level.label(), "请核对建设地点"));
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
        if (indicator != null && indicator.of().contains("project") && !value.isEmpty()) {
            Figure figure = value.form() == Node.Form.MAPPING
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
                    "项目代码“" + Node.shortened(node.textOrEmpty()) + "”不合规范",
                    "应为24位，形如 2404-620802-04-01-123456（GB/T 40058—2021）"));
            return;
        }
        if (!code.hasMonth()) {
            problems.add(Problem.error(node.line(), node.pointer(), "项目代码的第3、4位不是月份", "前四位为赋码年月，例如 2404"));
        }
        if (place != null) {
            checkRegion(code, node, place);
        }
    }

    private void checkRegion(ProjectCode code, Node node, PlaceName place) {
        PlaceName above = book.places().get(place.parent());
        boolean own = code.region().equals(place.code())
                || (above != null
                        && (code.region().equals(above.code()) || code.region().equals(above.parent())));
        if (!own) {
            PlaceName other = book.places().get(code.region());
            String of = other == null ? "其他地区" : other.name();
            problems.add(Problem.error(
                    node.line(),
                    node.pointer(),
                    "项目代码的地区码" + code.region() + "（" + of + "）不是" + place.name(),
                    "请核对项目代码和所在地"));
        }
    }

    private void checkSchedule(Node project) {
        LocalDate start = DossierBinder.date(project, "start");
        LocalDate completion = DossierBinder.date(project, "completion");
        if (start != null && completion != null && completion.isBefore(start)) {
            Node node = project.at("completion");
            problems.add(Problem.error(
                    node == null ? project.line() : node.line(), "/project/completion", "建成日期早于开工日期", "请核对工期"));
        }
    }
}
