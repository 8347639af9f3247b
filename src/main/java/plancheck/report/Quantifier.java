package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** How many of a list must meet what is asked, where it is not all of them. */
public enum Quantifier implements Term {
    /** Some may be left; how many is for a ruling, and then a person, to say. */
    NEARLY_ALL("基本全部", "nearly all");

    private final Label words;

    Quantifier(String zh, String en) {
        words = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return words;
    }
}
