package plancheck.rulebook;

import java.math.BigDecimal;

/** A figure the plan itself states for a year before its targets (ruling R30). */
public record Baseline(String indicator, String place, int year, BigDecimal value, String clause) {}
