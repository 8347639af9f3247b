package plancheck.report.writing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a number is shown: a given figure as given, a worked-out one rounded, but never onto a line that it is beside. */
final class Rounding {
    /** The lines that plans draw have fewer decimals than what is shown, by so many. */
    private static final int FEWER = 2;

    private Rounding() {}

    /**
     * With so many decimals; with more where it would look like a line that a plan may draw: 57.99996 is not 58, and
     * 0.00004 is not nothing.
     */
    static BigDecimal shown(BigDecimal number, int decimals) {
        BigDecimal exact = number.stripTrailingZeros();
        BigDecimal shown = rounded(exact, decimals);
        if (shown.scale() <= decimals - FEWER) {
            for (int more = decimals; more < exact.scale() && shown.scale() < more; more++) {
                shown = rounded(exact, more + 1);
            }
        }
        return shown.scale() < 0 ? shown.setScale(0, RoundingMode.UNNECESSARY) : shown;
    }

    private static BigDecimal rounded(BigDecimal exact, int decimals) {
        return exact.scale() <= decimals
                ? exact
                : exact.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
