package plancheck.rulebook;

import plancheck.facts.Label;

/**
 * How a vague word of the plans is read, so that an office may rule otherwise without touching a rule.
 *
 * @param words a regular expression of which a clause must contain a match to rest on the ruling; empty when any may
 * @param text the ruling in our own words
 */
public record Ruling(String id, String words, Label text) {}
