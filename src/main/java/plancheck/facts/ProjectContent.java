package plancheck.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a project builds, as its approval has it, and what of the plans it says it rests on.
 *
 * @param lot its name, where it is one of several; empty for a whole project
 * @param scale 建设规模和内容, in the words of the approval; may be empty
 * @param nature null when not said
 * @param alsoIn codes of the other counties it lies in; mostly empty
 * @param standard class and size, by the ids of {@link WorkStandard}
 * @param amounts its main quantities
 * @param start null when not said
 * @param completion null when not said
 * @param basis what it says it rests on, as the dossier has it
 */
public record ProjectContent(
        String lot,
        String scale,
        @Nullable WorkNature nature,
        List<String> alsoIn,
        Map<String, String> standard,
        List<Amount> amounts,
        @Nullable LocalDate start,
        @Nullable LocalDate completion,
        List<BasisClaim> basis) {
    /** The day of completion, where it is missing. */
    public static final Label COMPLETION = new Label("建成日期", "day of completion");

    /** Of a project that says nothing of it. */
    public static final ProjectContent UNSAID =
            new ProjectContent("", "", null, List.of(), Map.of(), List.of(), null, null, List.of());

    /**
     * How much of one thing is built.
     *
     * @param of what, in words; may be empty
     * @param unit as written: a {@link Unit}'s symbol, or another word
     */
    public record Amount(String of, BigDecimal value, String unit) {

        /** The same in another unit; null where the two measure different things. */
        public @Nullable BigDecimal in(String other) {
            if (unit.equals(other)) {
                return value;
            }
            Unit own = Unit.of(unit).orElse(null);
            Unit asked = Unit.of(other).orElse(null);
            return own == null || asked == null || !own.sameDimension(asked) ? null : own.convert(value, asked);
        }
    }
}
