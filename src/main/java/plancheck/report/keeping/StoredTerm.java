package plancheck.report.keeping;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** A word of a vocabulary that stored reports use and this package does not know, with what it was called then. */
record StoredTerm(String id, Label inWords) implements Term {}
