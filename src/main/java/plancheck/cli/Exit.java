package plancheck.cli;

/** Exit statuses. 0, 1 and 2 are verdicts; 64 and above always mean that there is none. */
final class Exit {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 64;
    static final int DOSSIER_INVALID = 65;
    static final int NO_INPUT = 66;
    static final int INTERNAL = 70;
    static final int NOT_WRITTEN = 74;
    static final int RULE_BOOK_INVALID = 78;

    private Exit() {}
}
