package plancheck.rulebook;

/**
 * A mistake in the rule book.
 *
 * @param file path below the rules' directory
 * @param line from 1; 0 when the whole file is meant
 * @param message what is wrong
 * @param advice what to do about it
 */
public record RuleBookProblem(String file, int line, String message, String advice) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message + "。" + advice;
    }
}
