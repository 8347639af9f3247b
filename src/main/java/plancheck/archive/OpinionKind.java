package plancheck.archive;

/** What the reviewer says. */
public enum OpinionKind {
    AGREE,
    DISAGREE,
    /** The county is to answer the question given as the reason. */
    ASK,
    /** What the check left to a person is met, for the reason given. */
    MET,
    /** What the check left to a person is not met, for the reason given. */
    UNMET
}
