package plancheck.facts;

/** How far a named project is, in the order of ruling R26. */
public enum Stage implements Term {
    NOT_STARTED("not-started", "未开工"),
    PRELIMINARY("preliminary", "前期"),
    STARTED("started", "开工"),
    UNDER_CONSTRUCTION("under-construction", "在建"),
    COMPLETED("completed", "建成");

    private final String id;
    private final String label;

    Stage(String id, String label) {
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

    /** Whether this stage is as far as the other, or further. */
    public boolean reaches(Stage other) {
        return compareTo(other) >= 0;
    }
}
