package plancheck.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Term;

/**
 * What figures usually are, and need not be: who gives others is asked for a word of explanation, and nothing is judged by it. What must
 * hold by what figures are is an {@link IndicatorRelation}.
 *
 * @param id as {@code explanations} of a dossier name it
 * @param figures ids of the indicators; of a ratio its numerator and denominator, else the lower before the higher
 * @param low of a change how far down it may go, in {@code unit}; null where there is no such line
 * @param high likewise up
 * @param name what it is about; of one figure that figure's own name
 */
public record FigureCheck(
        String id,
        Kind kind,
        List<String> figures,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Label name) {

    /** In which way. */
    public enum Kind implements Term {
        CHANGE_IN_PERCENT("平均每年变动（%）", "change a year (%)"),
        CHANGE_IN_POINTS("平均每年变动（个百分点）", "change a year (points)"),
        USUAL("通常的范围", "usual range"),
        RATIO("两数之比的范围", "usual range of a ratio"),
        AT_MOST("通常不高于", "usually at most");

        private final Label name;

        Kind(String zh, String en) {
            this.name = new Label(zh, en);
        }

        @Override
        public Label inWords() {
            return name;
        }
    }

    /** Whether the line is crossed. */
    public boolean isUnusual(BigDecimal value) {
        return low != null && value.compareTo(low) < 0 || high != null && value.compareTo(high) > 0;
    }
}
