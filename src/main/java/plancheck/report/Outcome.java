package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** The raw outcome of a provision for a subject; never overwritten afterwards. */
public enum Outcome implements Term {
    FAIL("不符合", "Fail", Verdict.NON_COMPLIANT),
    INSUFFICIENT_DATA("资料不足", "Insufficient data", Verdict.INDETERMINATE),
    NEEDS_REVIEW("需人工判定", "Needs review", Verdict.INDETERMINATE),
    ERROR("检查异常", "Error", Verdict.INDETERMINATE),
    NOT_DUE("未到期", "Not due", Verdict.COMPLIANT),
    PASS("符合", "Pass", Verdict.COMPLIANT),
    /** Of what is only encouraged, whatever was answered (ruling R5). */
    DIRECTION("倡导方向", "Direction", Verdict.COMPLIANT),
    NOT_APPLICABLE("不适用", "Not applicable", Verdict.COMPLIANT);

    private final Label name;
    private final Verdict whole;

    /** @param whole what one finding of it makes of the whole where the provision is of force must */
    Outcome(String zh, String en, Verdict whole) {
        this.name = new Label(zh, en);
        this.whole = whole;
    }

    /** What a dossier is that has nothing worse. */
    Verdict whole() {
        return whole;
    }

    /** Whether it leaves the verdict open: something is lacking, or a person has to decide. */
    public boolean isUndecided() {
        return whole == Verdict.INDETERMINATE;
    }

    @Override
    public Label inWords() {
        return name;
    }
}
