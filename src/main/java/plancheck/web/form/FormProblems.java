package plancheck.web.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problem;
import plancheck.dossier.form.DossierForm;

/** What is wrong with a form: field by field, and in the summary that leads there. */
final class FormProblems {
    /** The summary's; whoever has more of them puts these right first. */
    private static final int MOST = 200;

    private final FormLists lists;
    private final Set<String> shown;
    private final Map<String, List<Problem>> byField = new HashMap<>();
    private final List<ListedProblem> said = new ArrayList<>();
    private final int count;

    /**
     * A problem as the summary lists it.
     *
     * @param field name of the field beside which it stands; empty when it is none of a single field's
     * @param row of the list it is in; null when it is in none
     * @param page of the list that shows it, 0 when this page does
     */
    record ListedProblem(String field, Problem problem, FormLists.@Nullable ListRow row, int page) {}

    /** @param shown names of the fields that the page has inputs for */
    FormProblems(List<Problem> found, Set<String> shown, FormLists lists) {
        this.lists = lists;
        this.shown = shown;
        this.count = found.stream().mapToInt(Problem::count).sum();
        found.forEach(this::byField);
        found.stream()
                .sorted(Comparator.comparing(problem -> !problem.isError())) // stable
                .limit(MOST)
                .map(this::said)
                .forEach(said::add);
    }

    private void byField(Problem problem) {
        DossierForm.field(problem.pointer(), shown)
                .ifPresent(field -> byField.computeIfAbsent(field, name -> new ArrayList<>())
                        .add(problem));
    }

    private ListedProblem said(Problem problem) {
        Optional<FormLists.ListRow> row = lists.row(problem.pointer());
        Optional<FormLists.ListRow> elsewhere =
                row.filter(one -> !lists.page(one.list()).shows(one.number()));
        Set<String> there =
                elsewhere.map(one -> lists.names(one.list(), one.number())).orElse(shown);
        return new ListedProblem(
                DossierForm.field(problem.pointer(), there).orElse(""),
                problem,
                row.orElse(null),
                elsewhere.map(one -> ListPage.of(one.number())).orElse(0));
    }

    /** What is wrong with a field of the page. */
    List<Problem> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The first of all that is wrong, errors before all else. */
    public List<ListedProblem> said() {
        return said;
    }

    public int count() {
        return count;
    }

    /** How many more there are than are {@link #said}. */
    public int rest() {
        return count
                - said.stream()
                        .map(ListedProblem::problem)
                        .mapToInt(Problem::count)
                        .sum();
    }
}
