package plancheck.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Level;
import plancheck.match.PlannedPlaces;
import plancheck.match.ProjectDescription;
import plancheck.match.WorkMatch;
import plancheck.match.WorkMatcher;
import plancheck.report.writing.Wording;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;

/**
 * The short lists of a project's own: the other counties it lies in, its main quantities, and what of the plans it rests on. Each
 * row has fields of its own, with an empty one after the last.
 */
final class ProjectLists {
    private static final String ALSO_IN = "/project/also-in";
    private static final String AMOUNTS = "/project/amounts";
    static final String BASIS = "/project/basis";

    /** What the fields of a row are called; the other counties have but one, which is the row itself. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            ALSO_IN, List.of(""),
            AMOUNTS, List.of("/of", "/value", "/unit"),
            BASIS, List.of("/work", "/clause", "/by", "/evidence"));

    /** As many rows have inputs; whoever has more of them has written lots. */
    private static final int MOST = 30;

    /** As many works that a project may be are offered first. */
    private static final int LIKELY = 6;

    private final FormAnswers answers;
    private final Wording words;
    private final List<PlaceName> counties;
    private final Map<String, PlannedWork> works;
    private final Set<String> likely = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();

    private ProjectLists(FormAnswers answers, Wording words, List<PlaceName> counties, Map<String, PlannedWork> works) {
        this.answers = answers;
        this.words = words;
        this.counties = counties;
        this.works = works;
    }

    static ProjectLists of(RuleBook book, Questionnaire asked, FormAnswers answers, Wording words) {
        PlaceName own = asked.head().place();
        List<PlaceName> counties = book.places().values().stream()
                .filter(place -> place.level() == Level.COUNTY && !place.equals(own))
                .toList();
        Map<String, PlannedWork> works = new LinkedHashMap<>();
        book.plannedWorks().forEach(work -> works.put(work.id(), work));
        ProjectLists lists = new ProjectLists(answers, words, counties, works);
        asked.project().ifPresent(project -> lists.offer(book, own, project.sector()));
        return lists;
    }

    /** By its name first, then whatever the plans have of its sector where it lies. */
    private void offer(RuleBook book, PlaceName own, String sector) {
        List<String> lies = new ArrayList<>(List.of(own.code()));
        rows(ALSO_IN).stream().map(row -> answers.value(ALSO_IN + "/" + row)).forEach(lies::add);
        ProjectDescription project =
                new ProjectDescription(answers.value("/title"), lies, sector, answers.value("/project/scale"));
        WorkMatcher matcher = new WorkMatcher(book);
        Stream.concat(matcher.named(project).stream().limit(LIKELY), matcher.ofKind(project).stream())
                .map(WorkMatch::work)
                .map(PlannedWork::id)
                .forEach(likely::add);
        PlannedPlaces places = new PlannedPlaces(book);
        works.values().stream()
                .filter(work -> work.sector().equals(sector) && places.fit(work, lies))
                .map(PlannedWork::id)
                .filter(id -> !likely.contains(id))
                .forEach(others::add);
    }

    public List<Integer> alsoIn() {
        return rows(ALSO_IN);
    }

    public List<Integer> amounts() {
        return rows(AMOUNTS);
    }

    public List<Integer> basis() {
        return rows(BASIS);
    }

    private List<Integer> rows(String list) {
        int filled = answers.below(list).stream()
                .map(name -> name.substring(list.length() + 1).replaceFirst("/.*", ""))
                .filter(row -> row.matches("\\d{1,4}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(-1);
        return IntStream.rangeClosed(0, Math.min(filled + 1, MOST)).boxed().toList();
    }

    /** The names of all fields of all rows. */
    List<String> names() {
        return Stream.of(ALSO_IN, AMOUNTS, BASIS)
                .flatMap(list -> rows(list).stream()
                        .flatMap(row -> COLUMNS.getOrDefault(list, List.of()).stream()
                                .map(column -> list + "/" + row + column)))
                .toList();
    }

    public List<FormPage.Option> places(String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        counties.forEach(county -> labels.put(county.code(), words.say(county.inWords())));
        return FormPage.options(labels, answers.value(name), true);
    }

    /** Works that it may be by its name, after what is chosen already, though it be none of them. */
    public List<FormPage.Option> likely(String name) {
        String chosen = answers.value(name);
        Map<String, String> labels = labels(likely);
        PlannedWork work = works.get(chosen);
        if (work != null && !others.contains(chosen)) {
            labels.putIfAbsent(chosen, label(work));
        }
        boolean isElsewhere = others.contains(chosen) || chosen.equals("none");
        return FormPage.options(labels, isElsewhere ? "" : chosen, false);
    }

    /** The others of its sector where it lies. */
    public List<FormPage.Option> others(String name) {
        String chosen = answers.value(name);
        return FormPage.options(labels(others), others.contains(chosen) ? chosen : "", false);
    }

    public boolean isNone(String name) {
        return answers.value(name).equals("none");
    }

    private Map<String, String> labels(Set<String> ids) {
        Map<String, String> labels = new LinkedHashMap<>();
        ids.forEach(id -> {
            PlannedWork work = works.get(id);
            if (work != null) {
                labels.put(id, label(work));
            }
        });
        return labels;
    }

    private String label(PlannedWork work) {
        return work.id() + " " + words.say(work.name());
    }
}
