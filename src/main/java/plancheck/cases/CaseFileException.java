package plancheck.cases;

import plancheck.facts.Message;

/** A case file that cannot be read as cases; says which, and why. */
public final class CaseFileException extends RuntimeException {
    private final transient Message said;

    CaseFileException(String file, Exception cause) {
        super("reading " + file, cause);
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        this.said = Message.of("cases.cases-unreadable", file, why);
    }

    public Message said() {
        return said;
    }
}
