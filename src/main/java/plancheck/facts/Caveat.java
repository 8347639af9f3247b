package plancheck.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a dossier itself says against a figure it gives.
 *
 * @param about whether the value is only about so much
 * @param throughMonth the last month it covers, counted from January of its year; 12 for a whole year
 * @param others what other sources give for the same
 */
public record Caveat(boolean about, int throughMonth, List<OtherValue> others) {
    public static final Caveat NONE = new Caveat(false, 12, List.of());

    /** @param value in the indicator's own unit */
    public record OtherValue(BigDecimal value, Source source, List<String> evidence) {}

    public boolean isOfPartOfYear() {
        return throughMonth < 12;
    }
}
