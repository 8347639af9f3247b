package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** The raw outcome of a provision for a subject; never overwritten afterwards. */
public enum Outcome implements Term {
    FAIL("fail", "不符合", "Fail"),
    INSUFFICIENT_DATA("insufficient-data", "资料不足", "Insufficient data"),
    NEEDS_REVIEW("needs-review", "需人工判定", "Needs review"),
    ERROR("error", "检查异常", "Error"),
    NOT_DUE("not-due", "未到期", "Not due"),
    PASS("pass", "符合", "Pass"),
    NOT_APPLICABLE("not-applicable", "不适用", "Not applicable");

    private final String id;
    private final Label name;

    Outcome(String id, String zh, String en) {
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
