package plancheck.verification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;

/**
 * A text held against the register of its plan's clauses.
 *
 * @param agreeing how many clauses are word for word as when their rules were written
 * @param changed paths of those that are not; {@code missing}: of those the text does not have; {@code unknown}: of
 *     those that only the text has
 */
public record RegisterComparison(int agreeing, List<String> changed, List<String> missing, List<String> unknown) {

    public static RegisterComparison of(Plan plan, PlanText text) {
        Set<String> agreeing = new LinkedHashSet<>();
        Set<String> changed = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Plan.ClauseEntry entry : plan.clauses()) {
            text.clause(entry.path())
                    .ifPresentOrElse(
                            clause -> (clause.fingerprint().equals(entry.fingerprint()) ? agreeing : changed)
                                    .add(entry.path()),
                            () -> missing.add(entry.path()));
        }
        Set<String> known = plan.clauses().stream().map(Plan.ClauseEntry::path).collect(Collectors.toSet());
        List<String> unknown = text.clauses().stream()
                .map(Clause::path)
                .filter(path -> !known.contains(path))
                .toList();
        return new RegisterComparison(agreeing.size(), List.copyOf(changed), List.copyOf(missing), unknown);
    }

    /** Whether the text is the one the rules were written from. */
    public boolean isWhole() {
        return changed.isEmpty() && missing.isEmpty() && unknown.isEmpty();
    }
}
