package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** What became of a finding; "open" is whatever leaves something to do: fails, lacking data, questions, errors. */
public enum ChangeKind implements Term {
    /** Was open and passes now. */
    FIXED("已解决", "fixed"),
    /** Is open and was not. */
    NEW("新出现", "new"),
    /** Was open and is, though perhaps with another outcome. */
    STILL_OPEN("仍未解决", "still open"),
    /** Has another outcome and is not open: not due, not applicable, or passing now; or is no longer asked. */
    OTHER("其他变化", "other change");

    private final Label name;

    ChangeKind(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
