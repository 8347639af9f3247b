package plancheck.rulebook;

import plancheck.facts.Label;

/**
 * What a place was before its code or its name was changed.
 *
 * @param code the code it had
 * @param inWords the name it had
 * @param until the year of the change
 */
public record FormerPlace(String code, Label inWords, int until) {}
