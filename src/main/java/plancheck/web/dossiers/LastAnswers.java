package plancheck.web.dossiers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormSections;

/**
 * What the place said in the dossier that was concluded last, beside what it says now. What is the same in both is taken over, until
 * it is changed; that needs no mark of its own in the dossier.
 */
public final class LastAnswers {
    /** What each dossier has for itself. */
    private static final Set<String> ITS_OWN =
            Set.of("/plancheck", "/kind", "/place", "/id", "/title", "/as-of", "/note");

    private static final String EXPLANATIONS = "/explanations";

    private final String title;
    private final FormAnswers last;
    private final Map<String, Question> questions = new HashMap<>();
    private final DraftDifferences differences;
    private final Wording words;

    LastAnswers(RuleBook book, Questionnaire asked, String title, FormAnswers last, Wording words) {
        this.title = title;
        this.last = last;
        this.words = words;
        this.differences = new DraftDifferences(book, asked, Map.of(), words);
        FormSections.questions(asked).forEach(question -> questions.put(question.pointer(), question));
    }

    /** Of that dossier. */
    public String title() {
        return title;
    }

    /** What that one said to a question, with unit and year; empty when it said nothing. */
    public String of(Question question) {
        String value = last.value(question.valueField());
        if (value.isBlank()) {
            return "";
        }
        String year = question.inBraces() ? last.value(question.field("year")) : "";
        String unit = question.inBraces() ? last.value(question.field("unit")) : "";
        String said = said(question, value) + (unit.isEmpty() ? "" : words.unit(unit));
        return year.isEmpty() ? said : words.say(Message.of("web.last-of-year", said, year));
    }

    private String said(Question question, String value) {
        Label option = question.options().get(value);
        if (option != null) {
            return words.say(option);
        }
        return question.isAnswer() && (value.equals("yes") || value.equals("no"))
                ? words.value(value.equals("yes"))
                : value;
    }

    /**
     * What changed since.
     *
     * @param same how many answers and lists are the same in both
     */
    public record Since(List<Change> changes, int same) {}

    /** @param now empty when nothing is said any more; {@code last} when nothing was */
    public record Change(String label, String last, String now) {}

    Since since(FormAnswers now) {
        List<Change> changes = new ArrayList<>();
        for (DraftDifferences.Difference difference : differences.between(own(now), own(last))) {
            changes.add(new Change(difference.label(), difference.theirs(), difference.mine()));
        }
        return new Since(changes, differences.same(own(now), own(last)));
    }

    private static FormAnswers own(FormAnswers answers) {
        return answers.without(Stream.concat(
                        ITS_OWN.stream(),
                        answers.values().keySet().stream().filter(field -> field.startsWith(EXPLANATIONS)))
                .toList());
    }
}
