package plancheck.facts;

/** How strongly the clause's own words bind (rulings R4, R5, R6). Only {@code MUST} decides a verdict. */
public enum Force implements Term {
    MUST("约束", "must"),
    STRIVE("力争", "strive"),
    ENCOURAGE("鼓励", "encourage");

    private final Label name;

    Force(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
