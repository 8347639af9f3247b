package plancheck.proof;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntSort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.IndicatorRelation;
import plancheck.rulebook.RuleBook;

/**
 * What is so of figures by what they are, whatever a dossier says. A ratio is left out, as the solver is quick only where nothing
 * is multiplied; that the part is no more than the whole stands beside it.
 */
final class Truths {
    private final Context z3;
    private final Map<String, Indicator> indicators;
    private final Map<String, List<IndicatorRelation>> relations;
    private final Unknowns unknowns;

    Truths(Context z3, RuleBook book, Unknowns unknowns) {
        this.z3 = z3;
        this.indicators = book.indicators();
        this.relations =
                book.indicatorRelations().stream().collect(Collectors.groupingBy(IndicatorRelation::indicator));
        this.unknowns = unknowns;
    }

    /** Of all that is asked about so far, and what that leads to. */
    List<BoolExpr> all() {
        List<BoolExpr> all = new ArrayList<>();
        Map<String, TreeMap<Integer, Unknown>> years = new TreeMap<>();
        List<Unknown> known = new ArrayList<>(unknowns.all());
        for (int i = 0; i < known.size(); i++) {
            Unknown one = known.get(i);
            years.computeIfAbsent(one.of() + "|" + one.id(), id -> new TreeMap<>())
                    .put(one.year(), one);
            for (IndicatorRelation relation : relations.getOrDefault(one.id(), List.of())) {
                if (one.part().isEmpty()) {
                    truth(relation, one, known).ifPresent(all::add);
                }
            }
        }
        years.values().forEach(series -> rising(series, all));
        return all;
    }

    private Optional<BoolExpr> truth(IndicatorRelation relation, Unknown one, List<Unknown> known) {
        List<Unknown> others = relation.others().stream()
                .flatMap(id -> Optional.ofNullable(indicators.get(id)).stream())
                .map(other -> one.with(other, one.year()))
                .toList();
        if (others.isEmpty() || others.size() < relation.others().size()) {
            return Optional.empty();
        }
        others.stream().filter(other -> !known.contains(other)).forEach(known::add);
        return switch (relation.kind()) {
            case IMPLIES -> Optional.of(z3.mkImplies(unknowns.answer(one), unknowns.answer(others.get(0))));
            case PART_OF -> {
                List<ArithExpr<IntSort>> both = numbers(one, others);
                yield Optional.of(z3.mkLe(both.get(0), both.get(1)));
            }
            case SUM_OF -> {
                List<ArithExpr<IntSort>> of = numbers(one, others);
                yield Optional.of(z3.mkEq(of.get(0), sum(of.subList(1, of.size()))));
            }
            case DIFFERENCE -> {
                List<ArithExpr<IntSort>> of = numbers(one, others);
                yield Optional.of(z3.mkEq(of.get(1), sum(List.of(of.get(0), of.get(2)))));
            }
            case RATIO, NEVER_FALLS, SUM_OF_COUNTIES, COUNTS, ALL_OF, ANY_OF -> Optional.empty();
        };
    }

    private List<ArithExpr<IntSort>> numbers(Unknown one, List<Unknown> others) {
        List<Unknown> all = new ArrayList<>(List.of(one));
        all.addAll(others);
        return unknowns.alike(all);
    }

    @SuppressWarnings("unchecked")
    private ArithExpr<IntSort> sum(List<ArithExpr<IntSort>> of) {
        return z3.mkAdd(of.toArray(ArithExpr[]::new));
    }

    private void rising(NavigableMap<Integer, Unknown> series, List<BoolExpr> all) {
        boolean rises = relations.getOrDefault(series.firstEntry().getValue().id(), List.of()).stream()
                .anyMatch(relation -> relation.kind() == IndicatorRelation.Kind.NEVER_FALLS);
        Unknown before = null;
        for (Unknown one : rises ? List.copyOf(series.values()) : List.<Unknown>of()) {
            if (before != null) {
                all.add(z3.mkLe(unknowns.number(before), unknowns.number(one)));
            }
            before = one;
        }
    }
}
