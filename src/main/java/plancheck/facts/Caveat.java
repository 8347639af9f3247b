package plancheck.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier says beside a figure it gives.
 *
 * @param about whether the value is only about so much
 * @param throughMonth the last month it covers, counted from January of its year; 12 for a whole year
 * @param others what other sources give for the same
 * @param underWay of what is counted when it is finished, how much is being built, in the indicator's own unit; null when it is
 *     not said
 * @param shares of a list's total: how many of the list have an attribute, in percent, by the attribute's id, where its entries
 *     are not listed
 */
public record Caveat(
        boolean about,
        int throughMonth,
        List<OtherValue> others,
        @Nullable BigDecimal underWay,
        Map<String, BigDecimal> shares) {
    public static final Caveat NONE = new Caveat(false, 12, List.of(), null, Map.of());

    /** @param value in the indicator's own unit */
    public record OtherValue(BigDecimal value, Source source, List<String> evidence) {}

    public boolean isOfPartOfYear() {
        return throughMonth < 12;
    }
}
