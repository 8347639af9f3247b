package plancheck.dossier.asking;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.dossier.DossierKind;
import plancheck.facts.Level;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;

/**
 * What a dossier is asked for, and nothing else: the figures, declarations, lists and stages on which the provisions
 * depend that may bind the place or the project. The blank dossier and the form are two ways of showing it.
 *
 * @param figures of the place, those that measure first, without the totals of lists; empty for a project
 * @param absences what may be absent from the place, with what is then not asked; empty for a project
 * @param declarations the duties to be declared, with evidence
 * @param lists empty for a project
 * @param stages of the works the plans name; empty for a project
 * @param project what a project is asked of itself; empty for a self-assessment
 * @param effects of a project: the place's figures that the plans set targets for and that it may change, to be given
 *     as they will be at its completion, and only where it has an effect
 */
public record Questionnaire(
        Head head,
        List<Question> figures,
        List<Question> absences,
        List<Question> declarations,
        List<ListSection> lists,
        List<Question> stages,
        Optional<ProjectSection> project,
        List<Question> effects) {

    /**
     * What the dossier says of itself.
     *
     * @param id a proposal; {@code title} likewise
     * @param asOf the date it is judged at; of a project the day it is handed in
     * @param plans those that ask something, in order
     */
    public record Head(DossierKind kind, PlaceName place, String id, String title, LocalDate asOf, List<Plan> plans) {

        public Head {
            plans = List.copyOf(plans);
        }
    }

    public Questionnaire {
        figures = List.copyOf(figures);
        absences = List.copyOf(absences);
        declarations = List.copyOf(declarations);
        lists = List.copyOf(lists);
        stages = List.copyOf(stages);
        effects = List.copyOf(effects);
    }

    /**
     * What a place is asked that assesses itself at a date: what measures, what is asked at all times, and what is due or will be
     * within five years.
     */
    public static Questionnaire selfAssessment(RuleBook book, PlaceName place, LocalDate asOf) {
        return new QuestionnaireMaker(book, place, asOf).selfAssessment(false);
    }

    /** The same with what is only encouraged (ruling R5), and what is due later. */
    public static Questionnaire complete(RuleBook book, PlaceName place, LocalDate asOf) {
        return new QuestionnaireMaker(book, place, asOf).selfAssessment(true);
    }

    /**
     * The part of a self-assessment that one bureau answers; the first also answers what no bureau is named for.
     *
     * @param bureaus all of them, in the rule book's order
     */
    public Questionnaire of(Bureau bureau, List<Bureau> bureaus) {
        Predicate<String> own = id -> bureau.answers().contains(id)
                || bureau.equals(bureaus.get(0))
                        && bureaus.stream().noneMatch(other -> other.answers().contains(id));
        UnaryOperator<List<Question>> part = questions -> questions.stream()
                .filter(question -> own.test(question.answerId()))
                .toList();
        return new Questionnaire(
                head,
                part.apply(figures),
                part.apply(absences),
                part.apply(declarations),
                lists.stream().filter(list -> own.test(list.kind().list())).toList(),
                part.apply(stages),
                project,
                effects);
    }

    /** The pointers of all that is asked, lists as a whole among them. */
    public Set<String> pointers() {
        Set<String> pointers = lists.stream().map(ListSection::pointer).collect(Collectors.toCollection(HashSet::new));
        Stream.of(allFigures(), absences, declarations, stages)
                .flatMap(List::stream)
                .map(Question::pointer)
                .forEach(pointers::add);
        return pointers;
    }

    /** Whether a field of a form answers something that is asked, or belongs to the head. */
    public Predicate<String> fields() {
        Set<String> pointers = pointers();
        return field -> {
            String[] steps = field.split("/", 4);
            return steps.length < 3
                    || pointers.contains("/" + steps[1])
                    || pointers.contains("/" + steps[1] + "/" + steps[2]);
        };
    }

    /** The figures that measure, which are filled in first. */
    public List<Question> measures() {
        return figures.stream().filter(QuestionnaireMaker::measures).toList();
    }

    /** The figures with what may be given instead of them, and the totals of lists. */
    public List<Question> allFigures() {
        return Stream.concat(
                        figures.stream().flatMap(Question::all), lists.stream().flatMap(list -> list.totals().stream()))
                .toList();
    }

    /**
     * How many things are asked: figures, answers, stages, and each list with its total as one; neither what may be given instead of
     * something else is counted, nor what may be absent.
     */
    public int size() {
        return figures.size() + declarations.size() + stages.size() + lists.size();
    }

    /**
     * What a project is asked.
     *
     * @param sector one of the rule book's sectors
     * @param site the place's level, or its town's
     */
    public static Questionnaire project(RuleBook book, PlaceName place, LocalDate asOf, String sector, Level site) {
        return new QuestionnaireMaker(book, place, asOf).project(sector, site);
    }

    /** What is settled before anything is filled in, as fields of a form. */
    public Map<String, List<String>> settled() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("/kind", List.of(head.kind().id()));
        fields.put("/id", List.of(head.id()));
        fields.put("/title", List.of(head.title()));
        fields.put("/place", List.of(head.place().code()));
        fields.put("/as-of", List.of(head.asOf().toString()));
        project.ifPresent(of -> {
            fields.put("/project/sector", List.of(of.sector()));
            fields.put("/project/site", List.of(of.site().id()));
        });
        return fields;
    }

    /** Some of the questions by the chapter of the clause that asks first. */
    public List<Chapter> chapters(List<Question> questions) {
        return Chapter.of(head.plans(), questions);
    }

    /** The figures by the chapter of the clause that asks first. */
    public List<Chapter> figureChapters() {
        return Chapter.of(head.plans(), figures);
    }

    /** The declarations by the chapter of the clause that asks first. */
    public List<Chapter> declarationChapters() {
        return Chapter.of(head.plans(), declarations);
    }
}
