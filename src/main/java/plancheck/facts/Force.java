package plancheck.facts;

/** How strongly the clause's own words bind (rulings R4, R5, R6). Only {@code MUST} decides a verdict. */
public enum Force implements Term {
    MUST("must", "约束"),
    STRIVE("strive", "力争"),
    ENCOURAGE("encourage", "鼓励");

    private final String id;
    private final String label;

    Force(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }
}
