package plancheck.rulebook.reading;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import plancheck.facts.Message;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;

/** Whether what an indicator is said to be to others can be: they are there, of the same subjects, in the same unit, in no circle. */
final class Bearings {
    private final Map<String, Indicator> indicators;
    private final BiConsumer<Indicator, Message> problem;

    private Bearings(Map<String, Indicator> indicators, BiConsumer<Indicator, Message> problem) {
        this.indicators = indicators;
        this.problem = problem;
    }

    /** @param problem takes whatever is wrong */
    static void check(Map<String, Indicator> indicators, BiConsumer<Indicator, Message> problem) {
        Bearings bearings = new Bearings(indicators, problem);
        indicators.values().forEach(bearings::check);
    }

    private void check(Indicator indicator) {
        Indicator.Bearing bearing = indicator.bearing();
        bearing.partOf()
                .forEach(other -> check(indicator, "part-of", other, indicator.type() == Indicator.Type.NUMBER));
        bearing.sumOf().forEach(other -> check(indicator, "sum-of", other, indicator.type() == Indicator.Type.NUMBER));
        bearing.implies().forEach(other -> check(indicator, "implies", other, indicator.isAnswer()));
        if (bearing.higherClass() != null) {
            boolean counted = indicator.unit() != null && indicator.unit().isWhole();
            check(indicator, "higher-class", bearing.higherClass(), counted);
        }
        if (bearing.neverFalls() && indicator.type() != Indicator.Type.NUMBER) {
            problem.accept(indicator, Message.of("rulebook.never-falls-of-no-number", indicator.id()));
        }
        if (leadsBack(indicator.id(), indicator.id(), new HashSet<>())) {
            problem.accept(indicator, Message.of("rulebook.relation-in-a-circle", indicator.id()));
        }
    }

    private void check(Indicator indicator, String key, String id, boolean rightType) {
        Indicator other = indicators.get(id);
        if (other == null) {
            problem.accept(indicator, Message.of("rulebook.relation-to-nothing", indicator.id(), key, id));
        } else if (!rightType
                || indicator.isAnswer() != other.isAnswer()
                || !alike(indicator.unit(), other.unit())
                || Collections.disjoint(indicator.of(), other.of())) {
            problem.accept(indicator, Message.of("rulebook.relation-unlike", indicator.id(), key, id));
        }
    }

    private static boolean alike(
            @org.jspecify.annotations.Nullable Unit one, @org.jspecify.annotations.Nullable Unit other) {
        return one == other;
    }

    private boolean leadsBack(String from, String to, Set<String> seen) {
        Indicator indicator = indicators.get(from);
        if (indicator == null || !seen.add(from)) {
            return false;
        }
        Indicator.Bearing bearing = indicator.bearing();
        return Stream.concat(
                        Stream.of(bearing.partOf(), bearing.sumOf(), bearing.implies())
                                .flatMap(List::stream),
                        Stream.ofNullable(bearing.higherClass()))
                .anyMatch(next -> next.equals(to) || leadsBack(next, to, seen));
    }
}
