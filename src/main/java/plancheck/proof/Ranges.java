package plancheck.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntNum;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.Optimize;
import com.microsoft.z3.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** What all rules together leave of each figure that one of them asks for. */
public final class Ranges {
    private Ranges() {}

    /** Place by place; of a place that cannot keep all there are none. */
    public static List<Range> of(RuleBook book) {
        int last = book.plans().values().stream()
                .map(Plan::period)
                .mapToInt(Plan.Period::horizon)
                .max()
                .orElseThrow();
        List<Range> ranges = new ArrayList<>();
        try (Context z3 = new Context()) {
            for (Setting setting : Setting.of(book)) {
                if (!setting.isProject()) {
                    ranges.addAll(of(book, z3, setting, LocalDate.of(last, 12, 31)));
                }
            }
        }
        return List.copyOf(ranges);
    }

    private static List<Range> of(RuleBook book, Context z3, Setting setting, LocalDate day) {
        Unknowns unknowns = new Unknowns(z3, book);
        Encoding encoding = new Encoding(book, z3, setting, unknowns);
        List<BoolExpr> all = new ArrayList<>();
        List<Unknown> figures = new ArrayList<>();
        for (Provision provision : book.provisions()) {
            if (provision.isList() || provision.criterion().comparison().isEmpty()) {
                continue; // what is answered or listed says nothing of figures but of totals
            }
            encoding.demand(provision, day).ifPresent(demand -> {
                all.add(z3.mkImplies(demand.binds(), demand.kept()));
                demand.about().stream()
                        .filter(one ->
                                one.id().equals(provision.measuredIndicator().id()))
                        .filter(one -> !figures.contains(one))
                        .forEach(figures::add);
            });
        }
        all.addAll(new Truths(z3, book, unknowns).all());
        all.addAll(unknowns.bounds());
        Optimize optimize = z3.mkOptimize();
        optimize.Add(all.toArray(BoolExpr[]::new));
        List<Range> ranges = new ArrayList<>();
        for (Unknown figure : figures) {
            Indicator indicator = figure.indicator().orElseThrow();
            Optional<BigDecimal> least = end(optimize, unknowns, figure, false);
            Optional<BigDecimal> most = end(optimize, unknowns, figure, true);
            ranges.add(new Range(setting.name(book), indicator, figure.year(), least, most));
        }
        return ranges;
    }

    private static Optional<BigDecimal> end(Optimize optimize, Unknowns unknowns, Unknown figure, boolean most) {
        optimize.Push();
        try {
            Optimize.Handle<IntSort> end =
                    most ? optimize.MkMaximize(unknowns.number(figure)) : optimize.MkMinimize(unknowns.number(figure));
            if (optimize.Check(new BoolExpr[0]) != Status.SATISFIABLE) {
                return Optional.empty();
            }
            Expr<?> value = end.getValue();
            return value instanceof IntNum number ? unknowns.valueOf(figure, number.getBigInteger()) : Optional.empty();
        } finally {
            optimize.Pop();
        }
    }
}
