package plancheck.dossier.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Unit;
import plancheck.facts.WorkNature;
import plancheck.facts.WorkStandard;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** What every project says of itself, whatever binds it. */
public final class ProjectHead {
    private static final List<Level> SITES = List.of(Level.CENTRAL_URBAN_AREA, Level.COUNTY_SEAT, Level.COUNTY);

    /** What an investment is in when nothing else is said. */
    public static final Unit INVESTMENT = Unit.TEN_THOUSAND_YUAN;

    private final RuleBook book;
    private final PlaceName place;
    private final String sector;

    ProjectHead(RuleBook book, PlaceName place, String sector) {
        this.book = book;
        this.place = place;
        this.sector = sector;
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>(List.of(
                question(
                        "code",
                        new Label("项目代码", "Project code"),
                        Question.Type.TEXT,
                        new Label(
                                "GB/T 40058—2021，24位；尚未赋码可不填",
                                "24 characters by GB/T 40058-2021; leave empty if it has none yet")),
                choice("sector", "项目类别", "Sector", book.sectors()),
                choice("site", "建设地点", "Site", sites()),
                choice("nature", "建设性质", "Nature", natures()),
                question(
                        "scale",
                        new Label("建设规模及内容", "Scale and content"),
                        Question.Type.TEXT,
                        new Label("照批文或者登记写", "in the words of the approval or registration"))));
        standards().forEach(standard -> questions.add(standard(standard)));
        questions.addAll(List.of(
                question("start", new Label("开工日期", "Start"), Question.Type.DATE, Label.of("")),
                question(
                        "completion",
                        new Label("建成日期", "Completion"),
                        Question.Type.DATE,
                        new Label("按此日判断", "the project is judged at this date")),
                investment()));
        return questions;
    }

    private static Map<String, Label> natures() {
        Map<String, Label> natures = new LinkedHashMap<>();
        for (WorkNature nature : WorkNature.values()) {
            natures.put(nature.id(), nature.inWords());
        }
        return natures;
    }

    /** Classes are asked for where a plan says one of a work of the sector: roads and museums. */
    private List<WorkStandard> standards() {
        return Stream.of(WorkStandard.values())
                .filter(standard -> book.plannedWorks().stream()
                        .anyMatch(work ->
                                work.sector().equals(sector) && work.standard().containsKey(standard.id())))
                .toList();
    }

    private static Question standard(WorkStandard standard) {
        return Question.of(
                "/project/standard/" + standard.id(), standard.inWords(), Question.Type.CHOICE, standard.classes());
    }

    private static Question question(String key, Label label, Question.Type type, Label help) {
        return Question.of("/project/" + key, label, type, help, Map.of());
    }

    private static Question choice(String key, String zh, String en, Map<String, Label> options) {
        return Question.of("/project/" + key, new Label(zh, en), Question.Type.CHOICE, options);
    }

    private Map<String, Label> sites() {
        return sites(Stream.of(place.townLevel(), place.level()).filter(SITES::contains));
    }

    /** Wherever a project may lie, whatever its place. */
    public static Map<String, Label> allSites() {
        return sites(SITES.stream());
    }

    private static Map<String, Label> sites(Stream<Level> levels) {
        Map<String, Label> sites = new LinkedHashMap<>();
        levels.forEach(level -> sites.put(level.id(), where(level)));
        return sites;
    }

    /** Beside its town, the county is what is left of it. */
    public static Label where(Level level) {
        return level == Level.COUNTY ? new Label("县（市、区）其余区域", "the rest of the county") : level.inWords();
    }

    private static Question investment() {
        return new Question(
                "/project/investment",
                new Label("总投资", "Investment"),
                Question.Type.NUMBER,
                INVESTMENT,
                Map.of(),
                Label.of(""),
                List.of(),
                false,
                false,
                List.of(),
                List.of(),
                List.of());
    }
}
