package plancheck.check;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.rulebook.Criterion;

/** Whether what is given of one item of a list keeps what is asked of it; empty when it is no answer to that. */
record ItemAnswer(@Nullable Object given) implements Criterion.Cases<Optional<Boolean>> {

    @Override
    public Optional<Boolean> threshold(Criterion.Threshold asked) {
        BigDecimal line = asked.milestones().get(0).value();
        return given instanceof BigDecimal value && line != null
                ? Optional.of(asked.operator().isMet(value, line))
                : Optional.empty();
    }

    @Override
    public Optional<Boolean> answer(Criterion.RequiredAnswer asked) {
        return given instanceof Boolean answer ? Optional.of(answer == asked.expected()) : Optional.empty();
    }

    @Override
    public Optional<Boolean> yearly(Criterion.YearlyThreshold asked) {
        throw ofNoItem(asked);
    }

    @Override
    public Optional<Boolean> reached(Criterion.RequiredStage asked) {
        throw ofNoItem(asked);
    }

    @Override
    public Optional<Boolean> review(Criterion.Review asked) {
        throw ofNoItem(asked);
    }

    @Override
    public Optional<Boolean> basis(Criterion.RequiredBasis asked) {
        throw ofNoItem(asked);
    }

    private static IllegalStateException ofNoItem(Criterion asked) {
        return new IllegalStateException(asked.kind() + " is asked of no item");
    }
}
