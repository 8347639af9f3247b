package plancheck.proof;

import java.time.LocalDate;
import java.util.List;
import plancheck.facts.Label;

/**
 * What was found wrong, shown by dossiers.
 *
 * @param provisions ids
 * @param where the place, or the project's place and sector
 * @param witnesses dossiers in JSON, at most two; none where there is nothing to show
 * @param confirmed whether the check finds in them what the solver said
 */
public record Violation(
        Fault fault, List<String> provisions, Label where, LocalDate asOf, List<String> witnesses, boolean confirmed) {}
