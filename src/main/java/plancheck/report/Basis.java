package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** What a finding rests on; kept apart from the outcome. */
public enum Basis implements Term {
    MEASURED("统计或监测数据", "measured"),
    DECLARED("申报数据", "declared"),
    REVIEWED("人工核定", "reviewed");

    private final Label name;

    Basis(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }

    /** What two figures rest on together: only where both are measured is the whole measured. */
    public Basis weaker(Basis other) {
        return this == MEASURED ? other : this;
    }
}
