package plancheck.facts;

/** What the other provision is to this one. */
public enum RelationKind implements Term {
    /** Nothing could keep both. */
    CONTRADICTION("两项要求互相矛盾", "cannot both be kept"),
    /** Both hold, but pull in different directions. */
    TENSION("两项要求须兼顾", "both hold, in tension"),
    /** Asks the same, more weakly: the floor under this one. */
    FLOOR("较宽，作为底线", "weaker, the floor"),
    /** Asks the same, more strictly. */
    STRICTER("更严，从严掌握", "stricter, decides"),
    SAME("要求相同", "asks the same"),
    /** Each binds in its own scope or at its own date. */
    CUMULATIVE("范围或期限不同，并行适用", "other scope or date, both hold"),
    /** The other plan asks it of another level; totals are not shared out. */
    ELSEWHERE("另一层级的要求，不分摊到本地", "asked of another level, not shared out");

    /** Whether it says something where the other provision itself binds nobody: what is asked of a higher level. */
    public boolean reachesBeyond() {
        return this == FLOOR || this == ELSEWHERE;
    }

    private final Label name;

    RelationKind(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
