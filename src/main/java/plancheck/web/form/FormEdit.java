package plancheck.web.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.pasting.PastedTable;
import plancheck.facts.Term;
import plancheck.report.Outcome;

/**
 * What a form was sent for, and the form after it.
 *
 * @param filled what is to be shown
 * @param lists where in each list the page is to be, by the list's key
 * @param pasted what came of a paste, by the list's key
 * @param on the key of the list it was sent for; empty for none
 * @param all the outcome of which all findings are wanted; null for none
 * @param view how it is looked at
 */
public record FormEdit(
        FormCheck.FilledAnswers filled,
        Map<String, ListPage.ListPosition> lists,
        Map<String, PasteResult> pasted,
        String on,
        @Nullable Outcome all,
        FormView view) {
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
    private static final Pattern ACTION = Pattern.compile("(add|remove|paste|page|all):([a-z-]+)(?:/(\\d{1,6}))?");

    /**
     * What came of a paste.
     *
     * @param first the row it begins at, counted from 0
     * @param rows how many rows were taken over
     * @param text what was pasted, where nothing of it could be taken over
     */
    record PasteResult(int first, int rows, List<Problem> problems, String text) {
        /** As many as can be taken in at a glance. */
        private static final int MOST = 20;

        public List<Problem> shown() {
            return problems.subList(0, Math.min(MOST, problems.size()));
        }

        public int rest() {
            return problems.size() - shown().size();
        }

        public int fromPage() {
            return ListPage.of(first);
        }

        public int toPage() {
            return ListPage.of(first + rows - 1);
        }
    }

    /** The form as it is, for nothing in particular. */
    public static FormEdit of(FormCheck.FilledAnswers filled) {
        return at(filled, Map.of());
    }

    /** The form as it is, at the pages of its lists that the parameters of a request name. */
    public static FormEdit at(FormCheck.FilledAnswers filled, Map<String, String[]> parameters) {
        return new FormEdit(filled, wanted(parameters), Map.of(), "", null, FormView.of(parameters));
    }

    /** What was sent to look at a part of the form: nothing is read of it. */
    static FormEdit unchecked(FormAnswers answers, Map<String, String[]> parameters) {
        return at(FormCheck.FilledAnswers.unread(answers), parameters);
    }

    /** What was sent for its findings alone: the page goes on showing what it shows, each row under its number. */
    public static FormEdit forFindings(
            FormCheck check, Map<String, String[]> parameters, Map<String, List<String>> settled) {
        Matcher action = ACTION.matcher(first(parameters, "action"));
        String all = action.matches() && action.group(1).equals("all") ? action.group(2) : "";
        FormAnswers answers = FormAnswers.sent(parameters).with(settled);
        return new FormEdit(
                check.filledAsNumbered(answers),
                wanted(parameters),
                Map.of(),
                "",
                shown(all, parameters),
                FormView.of(parameters));
    }

    /** The outcome whose findings are all wanted: the one asked for now, or else the one of which the page has them all. */
    private static @Nullable Outcome shown(String now, Map<String, String[]> parameters) {
        return Term.find(Outcome.class, now)
                .or(() -> Term.find(Outcome.class, first(parameters, "shown")))
                .orElse(null);
    }

    /**
     * @param parameters of the request; an action that is none we know changes nothing
     * @param settled fields that no request may change
     */
    public static FormEdit sent(FormCheck check, Map<String, String[]> parameters, Map<String, List<String>> settled) {
        Matcher action = ACTION.matcher(first(parameters, "action"));
        String kind = action.matches() ? action.group(1) : "";
        String of = action.matches() ? action.group(2) : "";
        String on = kind.equals("all") ? "" : of;
        int number = action.matches() && action.group(3) != null ? Integer.parseInt(action.group(3)) : 0;
        Outcome all = shown(kind.equals("all") ? of : "", parameters);
        FormAnswers answers = FormAnswers.sent(parameters).with(settled);
        FormAnswers left = kind.equals("remove") ? answers.without(List.of("/" + on + "/" + number)) : answers;
        FormEdit sent =
                new FormEdit(check.filled(left), wanted(parameters), Map.of(), on, all, FormView.of(parameters));
        return switch (kind) {
            case "add" -> sent.added();
            case "remove" -> sent.at(wanted -> new ListPage.ListPosition(wanted.rows() - 1, wanted.page()));
            case "paste" -> sent.pasted(check, first(parameters, "paste:" + on));
            case "page" -> sent.at(wanted -> new ListPage.ListPosition(wanted.rows(), number));
            default -> sent;
        };
    }

    private static Map<String, ListPage.ListPosition> wanted(Map<String, String[]> parameters) {
        Map<String, ListPage.ListPosition> wanted = new HashMap<>();
        parameters.keySet().stream()
                .filter(name -> name.startsWith("rows:") || name.startsWith("page:"))
                .map(name -> name.substring("rows:".length()))
                .forEach(list -> wanted.put(
                        list,
                        new ListPage.ListPosition(
                                count(parameters, "rows:" + list, 0), count(parameters, "page:" + list, 1))));
        return wanted;
    }

    private static int count(Map<String, String[]> parameters, String name, int otherwise) {
        String count = first(parameters, name);
        return COUNT.matcher(count).matches() ? Integer.parseInt(count) : otherwise;
    }

    public FormAnswers answers() {
        return filled.answers();
    }

    /** With something else filled in, and the page where it was. */
    public FormEdit with(FormCheck.FilledAnswers other) {
        return new FormEdit(other, lists, pasted, on, all, view);
    }

    private FormEdit with(PasteResult came) {
        return new FormEdit(filled, lists, Map.of(on, came), on, all, view);
    }

    private FormEdit at(UnaryOperator<ListPage.ListPosition> change) {
        Map<String, ListPage.ListPosition> others = new HashMap<>(lists);
        others.put(on, change.apply(lists.getOrDefault(on, ListPage.ListPosition.NOTHING)));
        return new FormEdit(filled, others, pasted, on, all, view);
    }

    private FormEdit added() {
        int shown = answers().rows("/" + on) + 1;
        return at(wanted -> new ListPage.ListPosition(Math.max(wanted.rows(), shown) + 1, ListPage.LAST));
    }

    private FormEdit pasted(FormCheck check, String text) {
        return check.questions(answers())
                .flatMap(this::list)
                .map(list -> pasted(check, list, text))
                .orElse(this);
    }

    private FormEdit pasted(FormCheck check, ListSection list, String text) {
        int first = answers().rows(list.pointer());
        PastedTable.Rows table = new PastedTable(list).read(text, first);
        FormAnswers together = answers().with(table.fields());
        Optional<Problem> tooLarge = FormSize.of(together).tooLarge();
        if (tooLarge.isPresent() || table.rows() == 0) {
            List<Problem> problems = tooLarge.map(List::of).orElse(table.problems());
            return with(new PasteResult(first, 0, problems, text));
        }
        return with(check.filled(together))
                .at(wanted -> new ListPage.ListPosition(0, ListPage.of(first)))
                .with(new PasteResult(first, table.rows(), table.problems(), ""));
    }

    /** The list it was sent for, where the questionnaire asks for it. */
    Optional<ListSection> list(Questionnaire asked) {
        return asked.lists().stream()
                .filter(list -> list.kind().list().equals(on))
                .findFirst();
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
