package plancheck.rulebook;

import plancheck.facts.Message;
import plancheck.facts.Phrase;

/**
 * A mistake in the rule book.
 *
 * @param file path below the rules' directory
 * @param line from 1; 0 when the whole file is meant
 * @param message what is wrong
 * @param advice what to do about it
 */
public record RuleBookProblem(String file, int line, Phrase message, Phrase advice) {

    /** With its place, in both languages. */
    public Message inWords() {
        return Message.of("rulebook.problem", file + (line > 0 ? ":" + line : ""), message, advice);
    }

    @Override
    public String toString() {
        return inWords().zh();
    }
}
