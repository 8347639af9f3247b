package plancheck.report;

import java.math.BigDecimal;

/**
 * Where an unmet target stands against the straight line from its baseline (ruling R32).
 *
 * @param baseline value at the end of {@code baselineYear}
 * @param expected value of the straight line on the as-of date, to six decimals
 * @param behind whether the measured value is short of it
 */
public record Progress(BigDecimal baseline, int baselineYear, BigDecimal expected, boolean behind) {}
