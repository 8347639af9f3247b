package plancheck.facts;

/** How far a named project is, in the order of ruling R26. */
public enum Stage implements Term {
    NOT_STARTED("未开工", "not started"),
    PRELIMINARY("前期", "preliminary work"),
    STARTED("开工", "started"),
    UNDER_CONSTRUCTION("在建", "under construction"),
    COMPLETED("建成", "completed");

    private final Label name;

    Stage(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }

    /** Whether this stage is as far as the other, or further. */
    public boolean reaches(Stage other) {
        return compareTo(other) >= 0;
    }
}
