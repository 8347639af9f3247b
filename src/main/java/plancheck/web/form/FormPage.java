package plancheck.web.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.dossier.DossierKind;
import plancheck.dossier.Problem;
import plancheck.dossier.Understood;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Message;
import plancheck.facts.Source;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.PlaceName;

/** A dossier's form as a page shows it: what is asked, what is filled in, and what is wrong with it, field by field. */
final class FormPage {
    /** Settled before the form is shown; changing these would ask other questions. */
    private static final Set<String> CARRIED = Set.of("/plancheck", "/kind", "/place");

    private static final List<String> HEAD = List.of("/title", "/id", "/as-of", "/note");
    private static final List<String> PROVENANCE = List.of("source", "evidence", "note");

    /** So many fields that nobody asks for have an input of their own; the rest is carried along. */
    private static final int MOST_LEFT = 100;

    /** The part of what nobody asks for. */
    private static final String LEFT = "left";

    /** As much of a closed part as is shown of it, in characters. */
    private static final int LONGEST = 40;

    private final Questionnaire asked;
    private final FormAnswers answers;
    private final Wording words;
    private final List<PlaceName> counties;
    private final List<FormSection> sections;
    private final FormLists lists;
    private final ProjectLists project;
    private final FormView view;
    private final FormProblems problems;
    private final Map<String, String> taken;
    private final Set<String> shown = new LinkedHashSet<>();
    private final List<String> left = new ArrayList<>();
    private final Map<String, Map<String, List<String>>> carried = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    /** A choice of a select. */
    record Option(String value, String label, boolean selected) {}

    /**
     * @param counties those whose figures make up the place's; empty for a county
     * @param project the lists of a project's own
     * @param wanted where in each list the page is to be, by the list's key
     * @param view what of it is open
     * @param bureaus that answer a place's questions; empty for a project
     */
    FormPage(
            Questionnaire asked,
            FormAnswers answers,
            FormCheck.FormResult checked,
            List<PlaceName> counties,
            ProjectLists project,
            Map<String, ListPage.ListPosition> wanted,
            FormView view,
            List<Bureau> bureaus,
            Wording words,
            UnaryOperator<String> messages) {
        this.asked = asked;
        this.answers = answers;
        this.counties = counties;
        this.project = project;
        this.words = words;
        this.view = view;
        this.sections = new FormSections(asked, view.byBureau() ? bureaus : List.of(), words, messages).all();
        this.lists = new FormLists(asked.lists(), answers, wanted);
        show();
        this.problems = new FormProblems(checked.problems(), shown, lists);
        this.taken = taken(checked);
        target();
    }

    private void show() {
        shown.addAll(HEAD);
        shown.addAll(CARRIED);
        Map<String, String> closed = new HashMap<>();
        for (FormSection section : sections) {
            for (Question question : section.fields()) {
                Set<String> names = new LinkedHashSet<>(beside(question));
                names.add(question.valueField());
                shown.addAll(names);
                if (!isOpen(section)) {
                    names.forEach(name -> closed.put(name, section.id()));
                }
            }
        }
        shown.addAll(lists.shown());
        if (isProject()) {
            shown.addAll(project.names());
        }
        answers.values().forEach((name, several) -> {
            if (!FormAnswers.isBlank(several)) {
                String section = closed.getOrDefault(name, closedList(name));
                if (!section.isEmpty()) {
                    carry(section, name, several);
                } else if (!shown.contains(name)) {
                    keep(name, several);
                }
            }
        });
        shown.addAll(left);
    }

    /** The section of the list that the field is in, where none of its rows is shown; empty otherwise. */
    private String closedList(String name) {
        return lists.row(name)
                .map(row -> "list-" + row.list().kind().list())
                .filter(section -> !view.isOpen(section))
                .orElse("");
    }

    private void carry(String key, String name, List<String> several) {
        carried.computeIfAbsent(key, none -> new LinkedHashMap<>()).put(name, several);
    }

    /** What is filled in and has no input is carried along: by the list it is in, or as what is left. */
    private void keep(String name, List<String> several) {
        Optional<String> list = lists.row(name).map(row -> row.list().kind().list());
        if (list.isEmpty() && left.size() < MOST_LEFT) {
            left.add(name);
        } else {
            carry(list.orElse(LEFT), name, several);
        }
    }

    /** The names of the fields beside the answer itself. */
    private List<String> beside(Question question) {
        List<String> names = new ArrayList<>();
        if (question.inBraces()) {
            boolean money = question.pointer().equals("/project/investment");
            Stream<String> parts = money
                    ? Stream.of("unit")
                    : question.pointer().startsWith("/figures/")
                            ? Stream.concat(Stream.of("unit", "year"), PROVENANCE.stream())
                            : PROVENANCE.stream();
            parts.map(question::field).forEach(names::add);
        }
        if (question.pointer().startsWith("/figures/") && question.type() == Question.Type.NUMBER) {
            names.add(question.field("through-month"));
            names.add(question.field("about"));
            if (question.countsWhatIsFinished()) {
                names.add(question.field("under-way"));
            }
            question.shares().forEach(attribute -> names.add(question.field("shares/" + attribute.id())));
        }
        if (hasDay(question)) {
            names.add(question.field("date"));
        }
        if (question.maySettleOtherwise()) {
            names.add(question.field("by"));
        }
        if (question.maySettleOtherwise() || question.pointer().startsWith("/not-here/")) {
            names.add(question.field("reason"));
        }
        question.parts().forEach(part -> names.add(question.field("parts/" + part.id())));
        years(question).forEach(year -> names.add(question.field("series/" + year)));
        counties(question).forEach(county -> names.add(question.field("by-county/" + county.code())));
        return names;
    }

    /** Of what stands beside the answer, what only the opened part shows. */
    private List<String> tuckedAway(Question question) {
        Set<String> always =
                Stream.of("unit", "by", "reason").map(question::field).collect(Collectors.toSet());
        if (question.needsDocument()) {
            always.add(question.field("evidence"));
        }
        String parts = question.field("parts/");
        String series = question.field("series/");
        return beside(question).stream()
                .filter(name -> !always.contains(name) && !name.startsWith(parts) && !name.startsWith(series))
                .toList();
    }

    /** What a question's closed part holds, by the name of the field; a document a line. */
    public Map<String, String> tucked(Question question) {
        Map<String, String> held = new LinkedHashMap<>();
        for (String name : tuckedAway(question)) {
            List<String> several = answers.all(name);
            if (!FormAnswers.isBlank(several)) {
                held.put(name, String.join("\n", several));
            }
        }
        return held;
    }

    /** Whether a section's questions have inputs, as all of a project's few have; else what is filled in is carried along. */
    public boolean isOpen(FormSection section) {
        return view.isOpen(section.id()) || isProject() && !section.id().equals(FormSections.EFFECTS);
    }

    /** Whether a page of the list is shown. */
    public boolean isShown(ListSection list) {
        return view.isOpen("list-" + list.kind().list());
    }

    /** Whether what stands beside a question's answer has inputs too. */
    public boolean isWhole(Question question) {
        return view.wasOpened(element(question)) || isWrongBeside(question);
    }

    /** Whether that is to be seen at once. */
    public boolean isUnfolded(Question question) {
        return view.open().contains(element(question)) || isWrongBeside(question);
    }

    public boolean isByBureau() {
        return view.byBureau();
    }

    /** Whether whoever fills it in has opened all, what stands beside the answers too. */
    public boolean isEverythingOpen() {
        return view.isAll();
    }

    /** The question that an element shows; empty when none of the form does. */
    Optional<Question> question(String element) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(question -> element(question).equals(element))
                .findFirst();
    }

    /** Whether it may be said of which day the answer is. */
    public boolean hasDay(Question question) {
        return question.pointer().startsWith("/declarations/")
                || question.pointer().startsWith("/named-projects/");
    }

    private void target() {
        targets.put("project/amounts", "q/project/amounts");
        for (ListSection list : asked.lists()) {
            String element = "list-" + list.kind().list();
            targets.put(list.kind().list(), element);
            list.columns().forEach(column -> {
                targets.putIfAbsent(column.key(), element);
                labels.put(list.pointer() + "/*" + column.pointer(), words.say(column.label()));
            });
            list.provisions().forEach(provision -> targets.putIfAbsent(provision.id(), element));
        }
        sections.stream().flatMap(section -> section.fields().stream()).forEach(question -> {
            targets.put(question.key(), element(question));
            targets.put(question.pointer().substring(1), element(question));
            labels.put(question.valueField(), words.say(question.label()));
            question.asks().forEach(ask -> targets.putIfAbsent(ask.provision().id(), element(question)));
        });
    }

    public Questionnaire asked() {
        return asked;
    }

    public FormAnswers answers() {
        return answers;
    }

    public boolean isProject() {
        return asked.head().kind() == DossierKind.PROJECT;
    }

    public List<FormSection> sections() {
        return sections;
    }

    /** The id of the element that shows a question. */
    public String element(Question question) {
        return "q" + question.pointer();
    }

    /**
     * The id of the element where what a finding is about can be filled in, or else of the one that asks for more; empty when
     * nothing on the page is.
     */
    public String target(String figureOrProvision) {
        return targets.getOrDefault(figureOrProvision, mayAskForMore() ? "ask-all" : "");
    }

    /** Whether there is more to be asked for: what is only encouraged, and what is due in years to come. */
    public boolean mayAskForMore() {
        return !isProject() && answers.value(FormCheck.ALL).isEmpty();
    }

    public String value(String name) {
        return answers.value(name);
    }

    /** What is wrong with the field. */
    public List<Problem> problems(String name) {
        return problems.of(name);
    }

    /** All that is wrong. */
    public FormProblems problems() {
        return problems;
    }

    /** What was filled in otherwise than a dossier has it: by the name of the field, what it was taken for. */
    public Map<String, String> taken() {
        return taken;
    }

    /** What a problem tells of already is not told twice. */
    private Map<String, String> taken(FormCheck.FormResult checked) {
        Set<String> told = checked.problems().stream().map(Problem::pointer).collect(Collectors.toSet());
        Map<String, String> byField = new LinkedHashMap<>();
        for (Understood one : checked.understood()) {
            if (!told.contains(one.pointer())) {
                DossierForm.field(one.pointer(), shown)
                        .ifPresent(field -> byField.put(
                                field, words.say(Message.of("dossier.taken-for", one.written(), one.taken()))));
            }
        }
        return byField;
    }

    /** What can be chosen in the field, an empty choice first; something else that stands in it stays to be chosen. */
    public List<Option> options(Question question, String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (question.isAnswer()) {
            labels.put("yes", words.say("yes"));
            labels.put("no", words.say("no"));
        }
        question.options().forEach((value, label) -> labels.put(value, words.say(label)));
        return options(labels, question.isAnswer() ? yesNo(value(name)) : value(name), true);
    }

    /** Yes, no or nothing, for one part of a duty. */
    public List<Option> yesOrNo(String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("yes", words.say("yes"));
        labels.put("no", words.say("no"));
        return options(labels, yesNo(value(name)), true);
    }

    private static String yesNo(String written) {
        return written.equals("true") ? "yes" : written.equals("false") ? "no" : written;
    }

    /** The units a value may be given in; the indicator's own when nothing is chosen. */
    public List<Option> units(Question question) {
        Map<String, String> labels = new LinkedHashMap<>();
        Unit own = question.unit();
        if (own != null) {
            own.alternatives().forEach(unit -> labels.put(unit.symbol(), words.term(unit)));
        }
        String chosen = value(question.field("unit"));
        return options(labels, chosen.isEmpty() && own != null ? own.symbol() : chosen, false);
    }

    public List<Option> sources(String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            labels.put(source.id(), words.term(source));
        }
        return options(labels, value(name), true);
    }

    static List<Option> options(Map<String, String> labels, String chosen, boolean mayBeEmpty) {
        List<Option> options = new ArrayList<>();
        if (mayBeEmpty) {
            options.add(new Option("", "", chosen.isEmpty()));
        }
        labels.forEach((value, label) -> options.add(new Option(value, label, value.equals(chosen))));
        if (!chosen.isEmpty() && !labels.containsKey(chosen)) {
            options.add(new Option(chosen, chosen, true));
        }
        return options;
    }

    /** The unit in words; empty when there is none. */
    public String unit(Question question) {
        Unit unit = question.unit();
        return unit == null ? "" : words.term(unit);
    }

    /** The years a value is asked of, and those given. */
    public Collection<Integer> years(Question question) {
        TreeSet<Integer> years = new TreeSet<>();
        if (question.yearly()) {
            int last = asked.head().asOf().getYear();
            question.asks()
                    .forEach(ask -> ask.provision().criterion().years().stream()
                            .takeWhile(year -> year <= last)
                            .forEach(years::add));
        }
        return years;
    }

    /** The counties whose figures may be given instead. */
    public List<PlaceName> counties(Question question) {
        return question.byCounty() ? counties : List.of();
    }

    /** Whether something is wrong beside the answer, where only the opened part shows it. */
    public boolean isWrongBeside(Question question) {
        return tuckedAway(question).stream().anyMatch(name -> !problems(name).isEmpty());
    }

    /** What stands in the part that is closed: year, source, the first document; empty when nothing does. */
    public String given(Question question) {
        List<String> given = new ArrayList<>();
        String year = value(question.field("year"));
        if (!year.isBlank() && !year.equals(String.valueOf(asked.head().asOf().getYear()))) {
            given.add(year);
        }
        String source = value(question.field("source"));
        Term.find(Source.class, source).map(words::term).ifPresent(given::add);
        if (question.type() != Question.Type.DECLARATION) {
            value(question.field("evidence")).lines().findFirst().ifPresent(given::add);
        }
        String note = value(question.field("note"));
        if (!note.isBlank()) {
            given.add(note);
        }
        String all = String.join(" · ", given);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }

    /** A problem in words, with what the form calls the field in place of what the file calls it. */
    public String say(Problem problem) {
        String pointer = problem.pointer();
        String label = labels.getOrDefault(pointer, labels.getOrDefault(pointer.replaceFirst("/\\d+/", "/*/"), ""));
        return words.say(label.isEmpty() ? problem.said() : problem.said(label));
    }

    /**
     * Whether there is a single value, or room for one: a figure has that or values by year, not both, and a duty in parts is
     * answered by its parts.
     */
    public boolean hasSingle(Question question) {
        boolean whole = question.parts().isEmpty() || question.maySettleOtherwise();
        return years(question).isEmpty() && whole
                || !value(question.valueField()).isBlank();
    }

    public boolean isAnswered(Question question) {
        return !value(question.valueField()).isBlank()
                || !answers.below(question.field("parts")).isEmpty()
                || !answers.below(question.field("series")).isEmpty()
                || !answers.below(question.field("by-county")).isEmpty()
                || !question.inputs().isEmpty() && question.inputs().stream().allMatch(this::isAnswered);
    }

    public boolean isAnswered(ListSection list) {
        return answers.rows(list.pointer()) > 0;
    }

    public int answered(FormSection section) {
        ListSection list = section.list();
        if (list != null) {
            return isAnswered(list) ? 1 : 0;
        }
        return (int) section.questions().stream().filter(this::isAnswered).count();
    }

    public int total(FormSection section) {
        return section.list() == null ? section.questions().size() : 1;
    }

    /** How much is filled in, of {@link #total()}. */
    public int answered() {
        return asking().mapToInt(this::answered).sum();
    }

    public int total() {
        return asking().mapToInt(this::total).sum();
    }

    /** The sections to be filled in; what there may be none of is mostly left empty. */
    private Stream<FormSection> asking() {
        return sections.stream().filter(section -> !section.isOfAbsences());
    }

    /** The lists of a project's own. */
    public ProjectLists project() {
        return project;
    }

    /** How many rows are filled in, on all pages. */
    public int filled(ListSection list) {
        return answers.rows(list.pointer());
    }

    /** The rows that are shown. */
    public ListPage page(ListSection list) {
        return lists.page(list);
    }

    /** What an entry of a list has beside its columns. */
    public List<String> beside(ListSection list, int row) {
        return lists.beside(list, row);
    }

    /** Whether an entry of a list has something that only its opened part shows. */
    public boolean hasMore(ListSection list, int row) {
        return lists.hasMore(list, row);
    }

    /** Names of fields that hold something nobody asks for here; they are kept all the same. */
    public List<String> left() {
        return left;
    }

    /** Whether these fields are shown: when asked for, or when something is wrong there. */
    public boolean isLeftOpen() {
        return view.isOpen(LEFT)
                || left.stream().anyMatch(name -> !problems(name).isEmpty());
    }

    /** How many more of them the page carries along. */
    public int leftUnseen() {
        return carried.getOrDefault(LEFT, Map.of()).size();
    }

    /**
     * What the page carries along.
     *
     * @param key of the list, the id of a section that is closed, or {@code left} for what is in none
     */
    public String carried(String key) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (key.equals(LEFT) && !isLeftOpen()) {
            left.forEach(name -> fields.put(name, answers.all(name)));
        }
        fields.putAll(carried.getOrDefault(key, Map.of()));
        return CarriedFields.pack(fields);
    }
}
