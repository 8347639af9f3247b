package plancheck.proof;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.IntNum;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.Model;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plancheck.facts.Stage;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ObjectNode;

/** The solver's variables for what a dossier may say. A number is a whole number of its smallest step, so that it can be written. */
final class Unknowns {
    private static final int LARGEST = 1_000_000_000;

    private final Context z3;
    private final Map<String, Integer> decimals = new LinkedHashMap<>();
    private final Map<Unknown, BoolExpr> answers = new LinkedHashMap<>();
    private final Map<Unknown, IntExpr> numbers = new LinkedHashMap<>();
    private final List<BoolExpr> bounds = new ArrayList<>();
    private Consumer<Unknown> used = unknown -> {};

    /** @param books whose lines a number can lie on exactly */
    Unknowns(Context z3, RuleBook... books) {
        this.z3 = z3;
        for (RuleBook book : books) {
            for (Provision provision : book.provisions()) {
                Indicator indicator = provision.indicator();
                if (indicator != null) {
                    provision.criterion().values().forEach(value -> finer(indicator.id(), value));
                }
            }
            book.plans()
                    .values()
                    .forEach(plan -> plan.baselines().forEach(base -> finer(base.indicator(), base.value())));
        }
    }

    private void finer(String indicator, BigDecimal value) {
        decimals.merge(indicator, scale(value), Math::max);
    }

    private static int scale(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** Tells each variable that is asked for from now on. */
    void tell(Consumer<Unknown> to) {
        used = to;
    }

    BoolExpr answer(Unknown unknown) {
        used.accept(unknown);
        return answers.computeIfAbsent(unknown, u -> z3.mkBoolConst(u.name()));
    }

    /** In steps of the indicator's smallest one. */
    IntExpr number(Unknown unknown) {
        used.accept(unknown);
        IntExpr number = numbers.get(unknown);
        if (number == null) {
            number = z3.mkIntConst(unknown.name());
            numbers.put(unknown, number);
            bound(unknown, number);
        }
        return number;
    }

    private void bound(Unknown unknown, IntExpr number) {
        Indicator indicator = unknown.indicator().orElse(null);
        if (indicator == null || indicator.type() != Indicator.Type.NUMBER) {
            int last = indicator == null
                    ? Stage.values().length
                    : indicator.choices().size();
            bounds.add(z3.mkAnd(z3.mkGe(number, z3.mkInt(0)), z3.mkLt(number, z3.mkInt(last))));
            return;
        }
        bounds.add(z3.mkLe(number, z3.mkInt(LARGEST)));
        bounds.add(z3.mkGe(number, z3.mkInt(-LARGEST)));
        BigDecimal min = indicator.min();
        BigDecimal max = indicator.max();
        if (min != null) {
            bounds.add(z3.mkGe(number, line(indicator, min)));
        }
        if (max != null) {
            bounds.add(z3.mkLe(number, line(indicator, max)));
        }
        if (indicator.unitSymbol().equals("%")) {
            // What lies between is asked back by the reader: a share or a percentage?
            bounds.add(z3.mkOr(z3.mkLe(number, z3.mkInt(0)), z3.mkGt(number, line(indicator, BigDecimal.ONE))));
        }
    }

    List<Unknown> figures() {
        return List.copyOf(numbers.keySet());
    }

    List<Unknown> all() {
        List<Unknown> all = new ArrayList<>(numbers.keySet());
        all.addAll(answers.keySet());
        return all;
    }

    List<BoolExpr> bounds() {
        return bounds;
    }

    /** So many steps: exact, as a step is at least as fine as every line of the rule book. */
    ArithExpr<IntSort> line(Indicator indicator, BigDecimal value) {
        return z3.mkInt(steps(indicator, value).toString());
    }

    private BigInteger steps(Indicator indicator, BigDecimal value) {
        return value.movePointRight(decimalsOf(indicator)).toBigIntegerExact();
    }

    private int decimalsOf(Indicator indicator) {
        return indicator.unit() != null && indicator.unit().isWhole()
                ? 0
                : Math.max(2, decimals.getOrDefault(indicator.id(), 0));
    }

    /** Both in steps that are equally fine. */
    List<ArithExpr<IntSort>> alike(List<Unknown> unknowns) {
        int finest = unknowns.stream()
                .mapToInt(unknown -> decimalsOf(unknown.indicator().orElseThrow()))
                .max()
                .orElse(0);
        return unknowns.stream()
                .map(unknown -> {
                    int finer = finest - decimalsOf(unknown.indicator().orElseThrow());
                    ArithExpr<IntSort> number = number(unknown);
                    return finer == 0
                            ? number
                            : z3.mkMul(
                                    number, z3.mkInt(BigInteger.TEN.pow(finer).toString()));
                })
                .toList();
    }

    /** What the solver found, as a dossier that says this much. */
    ObjectNode dossier(Model model, RuleBook book, Setting setting, LocalDate day, Collection<Unknown> about) {
        Map<Unknown, Object> values = new LinkedHashMap<>();
        for (Unknown unknown : about) {
            boolean yesOrNo = unknown.indicator().map(Indicator::isAnswer).orElse(false);
            values.put(unknown, yesOrNo ? (Object) answerIn(model, unknown) : numberIn(model, unknown));
        }
        return new Witness(book, setting, day).of(values);
    }

    /** A value in the figure's own unit; empty for what only the largest number ends. */
    Optional<BigDecimal> valueOf(Unknown figure, BigInteger steps) {
        return steps.abs().intValueExact() == LARGEST
                ? Optional.empty()
                : Optional.of(
                        new BigDecimal(steps, decimalsOf(figure.indicator().orElseThrow())));
    }

    private boolean answerIn(Model model, Unknown unknown) {
        return model.eval(answer(unknown), true).isTrue();
    }

    /** A number, a stage's or a choice's place in its order. */
    private BigDecimal numberIn(Model model, Unknown unknown) {
        BigInteger steps = ((IntNum) model.eval(number(unknown), true)).getBigInteger();
        Indicator indicator = unknown.indicator().orElse(null);
        return indicator == null || indicator.type() != Indicator.Type.NUMBER
                ? new BigDecimal(steps)
                : new BigDecimal(steps, decimalsOf(indicator));
    }
}
