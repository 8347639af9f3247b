package plancheck.web.dossiers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.collect.Conflict;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.report.writing.Wording;
import plancheck.web.form.FormSections;

/** What differs between the parts of a collection, in the words of the form. */
final class DifferingAnswers {
    private final Map<String, Map<String, Label>> options = new LinkedHashMap<>();
    private final Wording words;

    DifferingAnswers(Questionnaire asked, Wording words) {
        this.words = words;
        FormSections.questions(asked).forEach(question -> options.put(question.pointer(), said(question)));
    }

    private static Map<String, Label> said(Question question) {
        Map<String, Label> said = new LinkedHashMap<>(question.options());
        said.putIfAbsent("yes", new Label("是", "Yes"));
        said.putIfAbsent("no", new Label("否", "No"));
        return said;
    }

    /**
     * One place at which answers differ.
     *
     * @param taken whose answer is decided on; empty for nobody's
     */
    record Difference(String pointer, String what, List<Version> versions, String taken) {}

    /** @param answer as it was given; {@code said} as the form says it */
    record Version(String answer, String said, List<String> from) {
        public String first() {
            return from.get(0);
        }
    }

    List<Difference> of(List<Conflict> conflicts) {
        return conflicts.stream().map(this::of).toList();
    }

    private Difference of(Conflict conflict) {
        List<Version> versions = conflict.versions().stream()
                .map(version ->
                        new Version(version.answer(), said(conflict.pointer(), version.answer()), version.from()))
                .toList();
        String taken = versions.stream()
                .filter(version -> version.answer().equals(conflict.taken()))
                .map(Version::first)
                .findFirst()
                .orElse("");
        return new Difference(conflict.pointer(), words.say(conflict.what()), versions, taken);
    }

    private String said(String pointer, String answer) {
        Label label = options.getOrDefault(pointer, Map.of()).get(answer);
        return label == null ? answer : words.say(label);
    }
}
