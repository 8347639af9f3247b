package plancheck.dossier.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Figure;
import plancheck.rulebook.Indicator;

/**
 * A figure as it is given, and all it may stand for.
 *
 * @param low half a last digit below the value, {@code high} above; the value itself of what is counted in whole ones
 */
record Rounded(BigDecimal value, BigDecimal low, BigDecimal high) {

    static Rounded of(BigDecimal value, Indicator indicator) {
        boolean whole = indicator.unit() != null && indicator.unit().isWhole();
        BigDecimal half = whole ? BigDecimal.ZERO : new BigDecimal(5).movePointLeft(Math.max(0, value.scale()) + 1);
        return new Rounded(value, value.subtract(half), value.add(half));
    }

    /** The figure of the year; empty when there is none. */
    static Optional<Rounded> of(@Nullable Indicator indicator, @Nullable Figure figure, int year) {
        if (indicator == null || figure == null || figure.caveat().about()) {
            return Optional.empty();
        }
        BigDecimal inSeries = figure.series().get(year);
        boolean single = figure.year() == year && !figure.caveat().isOfPartOfYear();
        BigDecimal value = inSeries == null && single && figure.value() instanceof BigDecimal given ? given : inSeries;
        return Optional.ofNullable(value).map(v -> of(v, indicator));
    }

    LikelyWrong.Interval interval() {
        return new LikelyWrong.Interval(low.doubleValue(), high.doubleValue());
    }

    /** Whatever the two stand for. */
    boolean isAbove(Rounded other) {
        return low.compareTo(other.high) > 0;
    }

    Rounded plus(Rounded other) {
        return new Rounded(value.add(other.value), low.add(other.low), high.add(other.high));
    }

    Rounded minus(Rounded other) {
        return new Rounded(value.subtract(other.value), low.subtract(other.high), high.subtract(other.low));
    }

    /** Null where it cannot be divided by. */
    @Nullable
    Rounded over(Rounded divisor, BigDecimal times) {
        return divisor.low.signum() <= 0
                ? null
                : new Rounded(
                        divided(value, divisor.value, times),
                        divided(low, divisor.high, times),
                        divided(high, divisor.low, times));
    }

    private static BigDecimal divided(BigDecimal number, BigDecimal by, BigDecimal times) {
        return number.multiply(times).divide(by, MathContext.DECIMAL64);
    }
}
