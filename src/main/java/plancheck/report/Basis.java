package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** What a finding rests on; kept apart from the outcome. */
public enum Basis implements Term {
    MEASURED("measured", "统计或监测数据", "measured"),
    DECLARED("declared", "申报数据", "declared"),
    REVIEWED("reviewed", "人工核定", "reviewed");

    private final String id;
    private final Label name;

    Basis(String id, String zh, String en) {
        this.id = id;
        this.name = new Label(zh, en);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return name.zh();
    }

    public Label inWords() {
        return name;
    }
}
