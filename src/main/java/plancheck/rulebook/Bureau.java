package plancheck.rulebook;

import java.util.Set;
import plancheck.facts.Label;

/**
 * An office that answers part of what a place is asked: a first proposal by what such offices usually do, which decides nothing.
 *
 * @param id as {@code bureaus.yaml} has it
 * @param answers ids of figures, duties, lists and works that it answers for; a feature that may be absent as {@code
 *     not-here/id}
 */
public record Bureau(String id, Label name, Set<String> answers) {}
