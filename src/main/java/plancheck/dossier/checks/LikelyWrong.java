package plancheck.dossier.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.rulebook.IndicatorRelation;

/**
 * Which of contradicting figures is most likely wrong: the fewest that have to be others so that all relations hold (Fellegi and Holt, A
 * systematic approach to automatic edit and imputation, JASA 71, 1976). Of figures of one place and year, each taken for all that it may be
 * rounded from. That values exist for the figures set free is found by narrowing intervals: exact for one figure, and for several where
 * no relations form a ring.
 */
final class LikelyWrong {
    /** More figures to be changed than this are told as contradictions only. */
    private static final int MOST_CHANGED = 3;

    /** Beyond this many figures in contradiction only single ones are tried, lest the work grows with their cube. */
    private static final int MANY = 14;

    private static final int ROUNDS = 20;
    private static final double DUST = 1e-9;

    private final List<Held> relations;
    private final Map<String, Interval> given;

    /**
     * A relation of which every figure is given.
     *
     * @param figures the indicator, then the others
     * @param times of a ratio what it is multiplied with, else 1
     */
    record Held(IndicatorRelation.Kind kind, List<String> figures, double times, boolean violated) {}

    /** All that a figure may be. */
    record Interval(double low, double high) {
        Interval and(double least, double most) {
            return new Interval(Math.max(low, least), Math.min(high, most));
        }

        boolean isEmpty() {
            return low > high + DUST * Math.max(1, Math.abs(high));
        }
    }

    /**
     * Figures that contradict one another, directly or by way of others.
     *
     * @param contradictions how many relations do not hold between them
     * @param alternatives each as few figures as suffice when they are others; empty where more would have to be than are tried
     */
    record Entangled(int contradictions, Set<String> figures, List<Set<String>> alternatives) {
        /** Whether it says more than that one of the figures of a relation is wrong, which the contradiction itself says. */
        boolean isTelling() {
            return !alternatives.isEmpty() && (contradictions > 1 || alternatives.size() < figures.size());
        }
    }

    LikelyWrong(List<Held> relations, Map<String, Interval> given) {
        this.relations = relations;
        this.given = given;
    }

    /** One for each group of contradictions that share figures, in the order of the relations. */
    List<Entangled> entangled() {
        List<Entangled> found = new ArrayList<>();
        List<Held> left =
                new ArrayList<>(relations.stream().filter(Held::violated).toList());
        while (!left.isEmpty()) {
            Set<String> figures = new LinkedHashSet<>(left.get(0).figures());
            List<Held> group = new ArrayList<>();
            boolean grows = true;
            while (grows) {
                List<Held> more = left.stream()
                        .filter(relation -> relation.figures().stream().anyMatch(figures::contains))
                        .toList();
                grows = !more.isEmpty();
                more.forEach(relation -> figures.addAll(relation.figures()));
                group.addAll(more);
                left.removeAll(more);
            }
            found.add(new Entangled(group.size(), figures, fewest(group, List.copyOf(figures))));
        }
        return found;
    }

    private List<Set<String>> fewest(List<Held> violated, List<String> figures) {
        int most = figures.size() > MANY ? 1 : Math.min(MOST_CHANGED, figures.size());
        for (int size = 1; size <= most; size++) {
            List<Set<String>> suffice = new ArrayList<>();
            choose(figures, 0, size, new LinkedHashSet<>(), chosen -> {
                boolean hitsAll = violated.stream()
                        .allMatch(relation -> relation.figures().stream().anyMatch(chosen::contains));
                if (hitsAll && canAllHold(chosen)) {
                    suffice.add(new LinkedHashSet<>(chosen));
                }
            });
            if (!suffice.isEmpty()) {
                return suffice;
            }
        }
        return List.of();
    }

    private static void choose(
            List<String> figures,
            int from,
            int size,
            Set<String> chosen,
            java.util.function.Consumer<Set<String>> each) {
        if (chosen.size() == size) {
            each.accept(chosen);
            return;
        }
        for (int i = from; i < figures.size(); i++) {
            chosen.add(figures.get(i));
            choose(figures, i + 1, size, chosen, each);
            chosen.remove(figures.get(i));
        }
    }

    /** Whether the figures may have values, none below nothing, with which everything holds. */
    private boolean canAllHold(Set<String> free) {
        Map<String, Interval> may = new HashMap<>();
        List<Held> concerned = relations.stream()
                .filter(relation -> relation.figures().stream().anyMatch(free::contains))
                .toList();
        concerned.forEach(relation -> relation.figures()
                .forEach(figure -> may.put(
                        figure,
                        free.contains(figure)
                                ? new Interval(
                                        mayBeNegative(relation) ? Double.NEGATIVE_INFINITY : 0,
                                        Double.POSITIVE_INFINITY)
                                : given.getOrDefault(figure, new Interval(0, 0)))));
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Interval> before = Map.copyOf(may);
            concerned.forEach(relation -> narrow(relation, may));
            if (may.values().stream().anyMatch(Interval::isEmpty)) {
                return false;
            }
            if (before.equals(may)) {
                return true;
            }
        }
        return true;
    }

    private static boolean mayBeNegative(Held relation) {
        return relation.kind() == IndicatorRelation.Kind.DIFFERENCE;
    }

    private static void narrow(Held relation, Map<String, Interval> may) {
        List<String> figures = relation.figures();
        String own = figures.get(0);
        List<String> others = figures.subList(1, figures.size());
        switch (relation.kind()) {
            case PART_OF -> {
                Interval whole = at(others.get(0), may);
                Interval part = at(own, may);
                may.put(own, part.and(Double.NEGATIVE_INFINITY, whole.high()));
                may.put(others.get(0), whole.and(part.low(), Double.POSITIVE_INFINITY));
            }
            case SUM_OF -> {
                narrow(
                        own,
                        others.stream().mapToDouble(o -> at(o, may).low()).sum(),
                        others.stream().mapToDouble(o -> at(o, may).high()).sum(),
                        may);
                for (String one : others) {
                    double low = others.stream()
                            .filter(o -> !o.equals(one))
                            .mapToDouble(o -> at(o, may).low())
                            .sum();
                    double high = others.stream()
                            .filter(o -> !o.equals(one))
                            .mapToDouble(o -> at(o, may).high())
                            .sum();
                    narrow(one, at(own, may).low() - high, at(own, may).high() - low, may);
                }
            }
            case DIFFERENCE -> {
                String from = others.get(0);
                String less = others.get(1);
                narrow(
                        own,
                        at(from, may).low() - at(less, may).high(),
                        at(from, may).high() - at(less, may).low(),
                        may);
                narrow(
                        from,
                        at(own, may).low() + at(less, may).low(),
                        at(own, may).high() + at(less, may).high(),
                        may);
                narrow(
                        less,
                        at(from, may).low() - at(own, may).high(),
                        at(from, may).high() - at(own, may).low(),
                        may);
            }
            case RATIO -> {
                String above = others.get(0);
                String below = others.get(1);
                double times = relation.times();
                narrow(
                        own,
                        over(at(above, may).low(), at(below, may).high(), 0) * times,
                        over(at(above, may).high(), at(below, may).low(), Double.POSITIVE_INFINITY) * times,
                        may);
                narrow(
                        above,
                        at(own, may).low() * at(below, may).low() / times,
                        product(at(own, may).high(), at(below, may).high()) / times,
                        may);
                narrow(
                        below,
                        over(at(above, may).low(), at(own, may).high(), 0) * times,
                        over(at(above, may).high(), at(own, may).low(), Double.POSITIVE_INFINITY) * times,
                        may);
            }
            case NEVER_FALLS, SUM_OF_COUNTIES, COUNTS, ALL_OF, ANY_OF, IMPLIES -> {}
        }
    }

    private static double over(double number, double by, double otherwise) {
        return by <= 0 || Double.isInfinite(number) && Double.isInfinite(by) ? otherwise : number / by;
    }

    private static double product(double one, double other) {
        return one == 0 || other == 0 ? 0 : one * other;
    }

    private static Interval at(String figure, Map<String, Interval> may) {
        return may.getOrDefault(figure, new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    private static void narrow(String figure, double low, double high, Map<String, Interval> may) {
        may.put(figure, at(figure, may).and(low, high));
    }
}
