package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** The raw outcome of a provision for a subject; never overwritten afterwards. */
public enum Outcome implements Term {
    FAIL("不符合", "Fail"),
    INSUFFICIENT_DATA("资料不足", "Insufficient data"),
    NEEDS_REVIEW("需人工判定", "Needs review"),
    ERROR("检查异常", "Error"),
    NOT_DUE("未到期", "Not due"),
    PASS("符合", "Pass"),
    NOT_APPLICABLE("不适用", "Not applicable");

    private final Label name;

    Outcome(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
