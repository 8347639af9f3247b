package plancheck.rulebook;

import java.util.List;

/**
 * Where a check of the rule book is not right about provisions, as {@code exceptions.yaml} says with its reason.
 *
 * @param check id of the check; {@link #RESTS_ON} and {@link #RESTS_NOT_ON} speak of a ruling
 * @param ruling empty for all other checks
 * @param ids of the provisions; of a check of pairs, all that belong together
 * @param why in the words of whoever read them
 */
public record Exemption(String check, String ruling, List<String> ids, String why) {
    /** Provisions that rest on a ruling though neither words nor form show it. */
    public static final String RESTS_ON = "rests-on";

    /** Provisions that do not rest on a ruling though their words or form look like it. */
    public static final String RESTS_NOT_ON = "rests-not-on";

    /** Whether it says this of the provision and the ruling. */
    public boolean speaksOf(String kind, String rulingId, String provision) {
        return check.equals(kind) && ruling.equals(rulingId) && ids.contains(provision);
    }
}
