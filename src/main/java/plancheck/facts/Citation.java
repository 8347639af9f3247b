package plancheck.facts;

/**
 * Where a provision stands.
 *
 * @param plan the plan's id, for example {@code pingliang}
 * @param document the plan's title
 * @param number the document's number, empty when the text bears none
 * @param clause path of the clause, for example {@code 三/（二）/专栏2/2/二是}
 * @param anchor the few words of the clause that identify the provision
 */
public record Citation(String plan, Label document, String number, String clause, String anchor) {}
