package plancheck.web.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.dossier.asking.ProjectSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.Plan;

/** Arranges what is asked by the chapters of the plans, so that each department finds its part in one place. */
public final class FormSections {
    /** The section of what there may be none of. */
    static final String ABSENCES = "absences";

    /** The section of what a project will do to the place's figures. */
    static final String EFFECTS = "effects";

    private final Questionnaire asked;
    private final Wording words;
    private final UnaryOperator<String> messages;
    private final List<Bureau> bureaus;

    /** @param messages the page's messages by key */
    public FormSections(Questionnaire asked, Wording words, UnaryOperator<String> messages) {
        this(asked, List.of(), words, messages);
    }

    /** @param bureaus by which it is arranged; empty to have it by the chapters of the plans */
    FormSections(Questionnaire asked, List<Bureau> bureaus, Wording words, UnaryOperator<String> messages) {
        this.bureaus = bureaus;
        this.asked = asked;
        this.words = words;
        this.messages = messages;
    }

    /** All single questions of a questionnaire. */
    public static Stream<Question> questions(Questionnaire asked) {
        Stream<Question> project = asked.project().stream()
                .flatMap(own -> Stream.of(own.head(), own.works(), own.design()).flatMap(List::stream));
        return Stream.of(
                        project,
                        asked.effects().stream(),
                        asked.allFigures().stream(),
                        asked.absences().stream(),
                        asked.stages().stream(),
                        asked.declarations().stream())
                .flatMap(questions -> questions);
    }

    /**
     * What measures first and on one page, then the lists with their totals, what there may be none of, what is due or asked at all
     * times, and what is not due yet, each by the chapters of the plans; or all of this bureau after bureau.
     */
    public List<FormSection> all() {
        List<FormSection> sections = new ArrayList<>();
        asked.project().ifPresent(project -> project(project, sections));
        part("measures", "form.basics", asked.measures(), sections);
        if (!bureaus.isEmpty()) {
            bureaus.forEach(bureau -> bureau(bureau, sections));
            return sections;
        }
        lists(asked, messages.apply("form.lists"), sections);
        part(ABSENCES, "form.basics", asked.absences(), sections);
        List<Question> others = others(asked);
        for (boolean due : List.of(true, false)) {
            for (Plan plan : asked.head().plans()) {
                chapters(
                        plan,
                        due,
                        others.stream()
                                .filter(question -> question.isDue(asked.head().asOf()) == due)
                                .toList(),
                        sections);
            }
        }
        return sections;
    }

    /** The questions that are in no part of their own. */
    private static List<Question> others(Questionnaire asked) {
        Set<Question> measures = new HashSet<>(asked.measures());
        return Stream.of(asked.figures(), asked.stages(), asked.declarations())
                .flatMap(List::stream)
                .filter(question -> !measures.contains(question))
                .toList();
    }

    private void lists(Questionnaire part, String group, List<FormSection> sections) {
        part.lists()
                .forEach(list -> sections.add(new FormSection(
                        "list-" + list.kind().list(), group, words.say(list.label()), list.totals(), list)));
    }

    private void bureau(Bureau bureau, List<FormSection> sections) {
        Questionnaire part = asked.of(bureau, bureaus);
        String group = words.say(bureau.name());
        lists(part, group, sections);
        Map<Boolean, List<Question>> due = others(part).stream()
                .collect(Collectors.partitioningBy(
                        question -> question.isDue(asked.head().asOf())));
        named("bureau-" + bureau.id(), group, "form.now", due.getOrDefault(true, List.of()), sections);
        named("later-" + bureau.id(), group, "form.later", due.getOrDefault(false, List.of()), sections);
        named(ABSENCES + "-" + bureau.id(), group, "form.absences", part.absences(), sections);
    }

    private void project(ProjectSection project, List<FormSection> sections) {
        part("project", "form.project", project.head(), sections);
        part("works", "form.project", project.works(), sections);
        part("design", "form.project", project.design(), sections);
        part(EFFECTS, "form.project", asked.effects(), sections);
    }

    private void part(String id, String group, List<Question> questions, List<FormSection> sections) {
        named(id, messages.apply(group), "form." + id, questions, sections);
    }

    private void named(String id, String group, String title, List<Question> questions, List<FormSection> sections) {
        if (!questions.isEmpty()) {
            sections.add(new FormSection(id, group, messages.apply(title), questions, null));
        }
    }

    private void chapters(Plan plan, boolean due, List<Question> questions, List<FormSection> sections) {
        Map<String, List<Question>> byNumber = new LinkedHashMap<>();
        plan.clauses().stream()
                .filter(clause -> !clause.path().contains("/"))
                .forEach(clause -> byNumber.put(clause.path(), new ArrayList<>()));
        questions.stream()
                .filter(question -> asksFirst(plan, question))
                .forEach(question -> byNumber.computeIfAbsent(chapter(question), number -> new ArrayList<>())
                        .add(question));
        String group = messages.apply(due ? "form.due" : "form.not-due") + words.say(plan.name());
        byNumber.forEach((number, asked) -> {
            if (!asked.isEmpty()) {
                String id =
                        plan.id() + (due ? "-" : "-later-") + (new ArrayList<>(byNumber.keySet()).indexOf(number) + 1);
                sections.add(new FormSection(id, group, (number + " " + heading(plan, number)).strip(), asked, null));
            }
        });
    }

    private static boolean asksFirst(Plan plan, Question question) {
        return !question.asks().isEmpty()
                && question.asks().get(0).provision().plan().equals(plan.id());
    }

    private static String chapter(Question question) {
        return question.asks().get(0).clause().split("/", 2)[0];
    }

    private static String heading(Plan plan, String number) {
        Optional<Plan.ClauseEntry> entry = plan.clauses().stream()
                .filter(clause -> clause.path().equals(number))
                .findFirst();
        return entry.map(Plan.ClauseEntry::heading).orElse("");
    }
}
