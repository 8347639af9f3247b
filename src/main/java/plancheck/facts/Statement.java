package plancheck.facts;

import java.util.Map;

/**
 * What stands beside an answer.
 *
 * @param parts the answer to each part of a duty that has parts, by the part's id; those not answered are left out
 * @param by who determined what settles it otherwise; empty when it is not said, or nothing does
 * @param reason on what grounds; may be empty
 */
public record Statement(Map<String, Boolean> parts, String by, String reason) {
    public static final Statement NONE = new Statement(Map.of(), "", "");
}
