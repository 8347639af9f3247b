package plancheck.cases;

import plancheck.facts.Label;

/** A case file that cannot be read as cases; says which, and why. */
public final class CaseFileException extends RuntimeException {
    private final transient Label said;

    CaseFileException(String file, Exception cause) {
        super("reading " + file, cause);
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        this.said = Label.filled(
                "测试用例%s无法读取（%s）。请对照其他用例改正，存为 UTF-8",
                "the cases %s cannot be read (%s). Compare other cases, and save the file as UTF-8", file, why);
    }

    public Label said() {
        return said;
    }
}
