package plancheck.report;

import java.util.List;
import plancheck.facts.Label;

/**
 * A figure that could change the outcome and is not there.
 *
 * @param figure the indicator's id, the list's key, or the provision's id for a named project's stage
 * @param label what to ask the county for
 * @param hint which look-alike was given instead, what is wrong with what was given, or which entries lack it; may be empty
 * @param items the names of all entries of a list that it is about, of which the hint names the first; empty for anything else
 */
public record Missing(String figure, Label label, Label hint, List<String> items) {
    public static final Label NO_HINT = Label.of("");

    public Missing(String figure, Label label, Label hint) {
        this(figure, label, hint, List.of());
    }

    public static Missing of(String figure, Label label) {
        return new Missing(figure, label, NO_HINT);
    }

    /** What these entries of a list lack. */
    public static Missing of(String figure, Label label, List<String> items) {
        return new Missing(figure, label, Label.some(items), List.copyOf(items));
    }
}
