package plancheck.rulebook;

import plancheck.facts.Label;

/**
 * One of several things that a duty asks for in one sentence.
 *
 * @param id unique within the duty
 * @param name in the few words of the text
 * @param feature what must be there for the part to be asked; empty when it always is
 */
public record Part(String id, Label name, String feature) {}
