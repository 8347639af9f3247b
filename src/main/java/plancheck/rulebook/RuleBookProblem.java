package plancheck.rulebook;

import plancheck.facts.Label;

/**
 * A mistake in the rule book.
 *
 * @param file path below the rules' directory
 * @param line from 1; 0 when the whole file is meant
 * @param message what is wrong
 * @param advice what to do about it
 */
public record RuleBookProblem(String file, int line, Label message, Label advice) {

    /** What is only said in Chinese, to those who know the official texts. */
    public RuleBookProblem(String file, int line, String message, String advice) {
        this(file, line, Label.of(message), Label.of(advice));
    }

    /** With its place, in both languages. */
    public Label inWords() {
        String place = file + (line > 0 ? ":" + line : "") + ": ";
        return new Label(place + message.zh() + "。" + advice.zh(), place + message.en() + ". " + advice.en());
    }

    @Override
    public String toString() {
        return inWords().zh();
    }
}
