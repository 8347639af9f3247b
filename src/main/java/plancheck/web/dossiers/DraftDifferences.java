package plancheck.web.dossiers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Source;
import plancheck.facts.Term;
import plancheck.report.writing.Wording;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormSections;
import plancheck.web.frame.PointerLabels;

/** What a page has filled in otherwise than the draft that was saved meanwhile, question by question and list by list. */
final class DraftDifferences {
    private static final Set<String> KEYED = Set.of("figures", "declarations", "named-projects");
    private static final Set<String> OF_PROJECT = Set.of("works", "design");

    /** As much of a list as is shown of it, in characters. */
    private static final int LONGEST = 120;

    private final PointerLabels labels;
    private final Wording words;
    private final Set<String> lists = new LinkedHashSet<>();
    private final Map<String, Question> questions = new HashMap<>();
    private final Map<String, String> head;

    /**
     * One thing that differs.
     *
     * @param pointer of the question, or of the list as a whole
     * @param mine what the page has; empty when it has nothing, like {@code theirs}
     */
    record Difference(String pointer, String label, String mine, String theirs) {}

    /** @param head labels of what stands at the head of every dossier, by pointer */
    DraftDifferences(RuleBook book, Questionnaire asked, Map<String, String> head, Wording words) {
        this.labels = new PointerLabels(book, words);
        this.words = words;
        this.head = head;
        book.kinds().values().stream().map(ItemKind::list).forEach(lists::add);
        FormSections.questions(asked).forEach(question -> questions.put(question.pointer(), question));
    }

    /** In the order of the page; empty when they say the same. */
    List<Difference> between(FormAnswers mine, FormAnswers theirs) {
        Map<String, Map<String, String>> here = byQuestion(mine);
        Map<String, Map<String, String>> there = byQuestion(theirs);
        Set<String> all = new LinkedHashSet<>(here.keySet());
        all.addAll(there.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String pointer : all) {
            Map<String, String> one = here.getOrDefault(pointer, Map.of());
            Map<String, String> other = there.getOrDefault(pointer, Map.of());
            if (!one.equals(other)) {
                differences.add(new Difference(pointer, label(pointer), shown(pointer, one), shown(pointer, other)));
            }
        }
        return differences;
    }

    /** How many questions and lists are answered the same in both. */
    int same(FormAnswers mine, FormAnswers theirs) {
        Map<String, Map<String, String>> there = byQuestion(theirs);
        return (int) byQuestion(mine).entrySet().stream()
                .filter(one -> one.getValue().equals(there.get(one.getKey())))
                .count();
    }

    /** Mine, but for the questions and lists named, which are as they have them. */
    static FormAnswers merged(FormAnswers mine, FormAnswers theirs, Collection<String> pointers) {
        return mine.without(pointers).with(theirs.at(pointers));
    }

    private Map<String, Map<String, String>> byQuestion(FormAnswers answers) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        answers.values().forEach((name, values) -> {
            String value = String.join("\n", values);
            if (!value.isBlank()) {
                all.computeIfAbsent(pointer(name), question -> new LinkedHashMap<>())
                        .put(name, value);
            }
        });
        return all;
    }

    /** Of the question or list a field belongs to. */
    private String pointer(String field) {
        String[] parts = field.split("/", -1);
        boolean ofProject = parts.length > 3 && parts[1].equals("project");
        int depth = ofProject && OF_PROJECT.contains(parts[2]) ? 3 : ofProject || KEYED.contains(parts[1]) ? 2 : 1;
        return String.join("/", List.of(parts).subList(0, Math.min(parts.length, depth + 1)));
    }

    private String label(String pointer) {
        Question question = questions.get(pointer);
        return question != null ? words.say(question.label()) : head.getOrDefault(pointer, labels.of(pointer));
    }

    private String shown(String pointer, Map<String, String> fields) {
        List<String> said = new ArrayList<>();
        boolean list = lists.contains(pointer.substring(1));
        fields.forEach((name, value) -> {
            if (!list) {
                said.add(inWords(pointer, name, value));
            } else if (name.endsWith("/name")) {
                said.add(value);
            }
        });
        String all = String.join(list ? words.say("mark.list") : " · ", said);
        String shortened = all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
        return list && !said.isEmpty() ? words.say(Message.of("web.of-file", said.size(), shortened)) : shortened;
    }

    private String inWords(String pointer, String name, String value) {
        Question question = questions.get(pointer);
        if (question != null && name.equals(question.valueField())) {
            Label option = question.options().get(value);
            return question.isAnswer() && (value.equals("yes") || value.equals("no"))
                    ? words.value(value.equals("yes"))
                    : option == null ? value : words.say(option);
        }
        return name.endsWith("/source")
                ? Term.find(Source.class, value).map(words::term).orElse(value)
                : value;
    }
}
