package plancheck.report;

import plancheck.facts.Label;

/**
 * A figure that could change the outcome and is not there.
 *
 * @param figure the indicator's id, the list's key, or the provision's id for a named project's stage
 * @param label what to ask the county for
 * @param hint which look-alike was given instead, what is wrong with what was given, or which entries lack it; may be empty
 */
public record Missing(String figure, Label label, Label hint) {
    static final Label NO_HINT = Label.of("");

    public static Missing of(String figure, Label label) {
        return new Missing(figure, label, NO_HINT);
    }
}
