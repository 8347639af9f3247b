package plancheck.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier gives for one indicator of one subject.
 *
 * @param indicator the indicator's id
 * @param value a {@link BigDecimal} in the indicator's own unit, a {@link Boolean}, a {@link Stage}, a {@link Settlement} or a
 *     text; null when only a series, the counties' parts or parts of an answer are given
 * @param year the year the value belongs to; the year of the as-of date when written as a bare value
 * @param source where it comes from
 * @param evidence documents named for it, empty when none
 * @param series values by year, empty when not given
 * @param byCounty parts by county code, empty when not given
 * @param caveat what the dossier itself says against the value
 * @param said what stands beside an answer
 * @param line the line of the dossier it stands in, 0 when it came from elsewhere
 */
public record Figure(
        String indicator,
        @Nullable Object value,
        int year,
        Source source,
        List<String> evidence,
        SortedMap<Integer, BigDecimal> series,
        Map<String, BigDecimal> byCounty,
        Caveat caveat,
        Statement said,
        int line) {

    /** One that the dossier gives in a way that cannot be read: it is neither absent nor to be worked out from others. */
    public static Figure unknown(String indicator, int line) {
        return new Figure(
                indicator,
                null,
                0,
                Source.SELF_REPORTED,
                List.of(),
                java.util.Collections.emptySortedMap(),
                Map.of(),
                Caveat.NONE,
                Statement.NONE,
                line);
    }

    public boolean isUnknown() {
        return value == null
                && series.isEmpty()
                && byCounty.isEmpty()
                && said.parts().isEmpty();
    }

    /** A single value of a year, as {@code plancheck} itself makes it. */
    public static Figure of(String indicator, Object value, int year) {
        return new Figure(
                indicator,
                value,
                year,
                Source.SELF_REPORTED,
                List.of(),
                java.util.Collections.emptySortedMap(),
                Map.of(),
                Caveat.NONE,
                Statement.NONE,
                0);
    }
}
