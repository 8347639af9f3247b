package plancheck.dossier;

import plancheck.facts.Label;

/**
 * Something wrong with a dossier as handed in.
 *
 * @param severity an error leaves no verdict; a warning is shown and the check goes on
 * @param line from 1; 0 when the whole file is meant
 * @param pointer JSON pointer of the place, for callers of the API; empty for the whole
 * @param message what is wrong
 * @param advice what to do about it
 * @param counted how many others it stands for, which are only counted; 0 for what is told itself
 */
public record Problem(Severity severity, int line, String pointer, Label message, Label advice, int counted) {

    /** Whether the dossier can still be checked. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem(Severity severity, int line, String pointer, Label message, Label advice) {
        this(severity, line, pointer, message, advice, 0);
    }

    public static Problem error(int line, String pointer, Label message, Label advice) {
        return new Problem(Severity.ERROR, line, pointer, message, advice);
    }

    public static Problem warning(int line, String pointer, Label message, Label advice) {
        return new Problem(Severity.WARNING, line, pointer, message, advice);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** How many problems it stands for. */
    public int count() {
        return Math.max(1, counted);
    }

    /** Where, what, and what to do. */
    public Label inWords() {
        return line > 0 ? Label.filled("第%s行：%s", "line %s: %s", line, said()) : said();
    }

    /** What, and what to do. */
    public Label said() {
        return Label.filled("%s。%s", "%s. %s", message, advice);
    }

    @Override
    public String toString() {
        return inWords().zh();
    }
}
