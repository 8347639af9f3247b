package plancheck.rulebook;

import java.math.BigDecimal;
import plancheck.facts.Label;
import plancheck.facts.Term;

/** How a measured value is compared with the required one. */
public enum Operator implements Term {
    AT_LEAST("不低于", "at least"),
    AT_MOST("不高于", "at most"),
    MORE_THAN("高于", "more than"),
    LESS_THAN("低于", "less than"),
    /** At or above passes; a little below is for a person to decide. */
    ABOUT("达到或接近", "at or near");

    private final Label name;

    Operator(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }

    public boolean isMet(BigDecimal measured, BigDecimal required) {
        int order = measured.compareTo(required);
        return switch (this) {
            case AT_LEAST, ABOUT -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case LESS_THAN -> order < 0;
        };
    }

    /** By how much the measured value is on the right side; negative when it is on the wrong one. */
    public BigDecimal margin(BigDecimal measured, BigDecimal required) {
        return switch (this) {
            case AT_LEAST, ABOUT, MORE_THAN -> measured.subtract(required);
            case AT_MOST, LESS_THAN -> required.subtract(measured);
        };
    }
}
