package plancheck.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.ListSection;
import plancheck.dossier.PastedTable;
import plancheck.dossier.Problem;
import plancheck.dossier.Questionnaire;
import plancheck.facts.Term;
import plancheck.report.Outcome;

/**
 * What a form was sent for, and the form after it.
 *
 * @param answers as they are to be shown
 * @param rows how many rows each list is to have at least, by its key
 * @param pasted what came of a paste, by the list's key
 * @param all the outcome of which all findings are wanted; null for none
 */
record FormEdit(
        FormAnswers answers,
        Map<String, Integer> rows,
        Map<String, Pasted> pasted,
        @Nullable Outcome all) {
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
    private static final Pattern ACTION = Pattern.compile("(add|remove|paste|all):([a-z-]+)(?:/(\\d{1,6}))?");

    /**
     * What came of a paste.
     *
     * @param rows how many rows were taken over
     * @param text what was pasted, where nothing of it could be taken over
     */
    record Pasted(int rows, List<Problem> problems, String text) {}

    /** The form as it is, for nothing in particular. */
    static FormEdit of(FormAnswers answers) {
        return new FormEdit(answers, Map.of(), Map.of(), null);
    }

    /** @param parameters of the request; an action that is none we know changes nothing */
    static FormEdit sent(FormCheck check, Map<String, String[]> parameters) {
        FormAnswers answers = FormAnswers.sent(parameters);
        Map<String, Integer> rows = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith("rows:")
                    && values.length > 0
                    && COUNT.matcher(values[0]).matches()) {
                rows.put(name.substring("rows:".length()), Integer.valueOf(values[0]));
            }
        });
        Matcher action = ACTION.matcher(first(parameters, "action"));
        if (!action.matches()) {
            return new FormEdit(check.written(answers), rows, Map.of(), null);
        }
        String list = action.group(2);
        return switch (action.group(1)) {
            case "add" -> {
                rows.merge(list, answers.rows("/" + list) + 1, Math::max);
                rows.merge(list, 1, Integer::sum);
                yield new FormEdit(check.written(answers), rows, Map.of(), null);
            }
            case "remove" -> {
                rows.computeIfPresent(list, (key, count) -> count - 1);
                yield new FormEdit(
                        check.written(answers.without("/" + list + "/" + action.group(3))), rows, Map.of(), null);
            }
            case "paste" -> pasted(check, check.written(answers), list, first(parameters, "paste:" + list), rows);
            default ->
                new FormEdit(
                        check.written(answers),
                        rows,
                        Map.of(),
                        Term.find(Outcome.class, list).orElse(null));
        };
    }

    private static FormEdit pasted(
            FormCheck check, FormAnswers answers, String key, String text, Map<String, Integer> rows) {
        Optional<ListSection> list = check.questions(answers).map(Questionnaire::lists).stream()
                .flatMap(List::stream)
                .filter(one -> one.kind().list().equals(key))
                .findFirst();
        if (list.isEmpty()) {
            return new FormEdit(answers, rows, Map.of(), null);
        }
        PastedTable.Rows table =
                new PastedTable(list.get()).read(text, answers.rows(list.get().pointer()));
        Pasted pasted = new Pasted(table.rows(), new ArrayList<>(table.problems()), table.rows() == 0 ? text : "");
        return new FormEdit(check.written(answers.with(table.fields())), rows, Map.of(key, pasted), null);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
