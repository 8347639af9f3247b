package plancheck.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Stage;

/** What a provision asks of a subject it binds. A due date of null means a standing duty (ruling R12). */
public sealed interface Criterion {

    /** Whether it is due on a date, so that there is a time before. */
    default boolean hasDate() {
        if (this instanceof Threshold threshold) {
            return threshold.milestones.get(0).due() != null;
        }
        if (this instanceof Answer answer) {
            return answer.due != null;
        }
        if (this instanceof Reached reached) {
            return reached.due != null;
        }
        return this instanceof Yearly || this instanceof Review review && review.due != null;
    }

    /** A value by a date, or by several dates in rising order. */
    record Threshold(Operator operator, List<Milestone> milestones) implements Criterion {}

    /** A value in each year of a span (rulings R7, R8). */
    record Yearly(Operator operator, int from, int to, BigDecimal value) implements Criterion {}

    /**
     * An answer: a declared duty, a prohibition, or a property that every item of a list must have.
     *
     * @param expected the answer that keeps the provision: true for a duty, false for a prohibition
     * @param nearlyAll whether the clause says 基本, so that ruling R3 decides over the list
     */
    record Answer(boolean expected, @Nullable LocalDate due, boolean nearlyAll) implements Criterion {}

    /** A stage of a named project by a date (ruling R26). */
    record Reached(Stage stage, @Nullable LocalDate due) implements Criterion {}

    /** A question the clause leaves to a person. */
    record Review(Label question, @Nullable LocalDate due) implements Criterion {}

    /**
     * @param due end of the day it is due; null when standing
     * @param value in the indicator's unit; null when the plan's baseline is the line to beat
     */
    record Milestone(@Nullable LocalDate due, @Nullable BigDecimal value) {}
}
