package plancheck.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Relation;
import plancheck.facts.RelationKind;

/**
 * What provisions are to one another: those that ask for the same indicator are compared, in two plans at once or where
 * their scopes meet in one; tensions between different things come from the plans' data.
 */
final class Relations {
    private static final Label NO_NOTE = Label.of("");

    private final Map<String, List<Relation>> byProvision = new HashMap<>();
    private final Map<RelationKind, String> settling = new EnumMap<>(RelationKind.class);

    private Relations(Collection<Ruling> rulings) {
        rulings.forEach(ruling -> ruling.settles().forEach(kind -> settling.put(kind, ruling.id())));
    }

    /** The provisions, each with what the others are to it. */
    static List<Provision> among(List<Provision> provisions, Collection<Plan> plans, Collection<Ruling> rulings) {
        Relations relations = new Relations(rulings);
        Map<String, List<Provision>> byIndicator = new LinkedHashMap<>();
        for (Provision provision : provisions) {
            Indicator indicator = provision.indicator();
            if (indicator != null) {
                byIndicator
                        .computeIfAbsent(indicator.id(), id -> new ArrayList<>())
                        .add(provision);
            }
        }
        byIndicator.values().forEach(relations::compare);
        Map<String, Provision> byId = new HashMap<>();
        provisions.forEach(provision -> byId.put(provision.id(), provision));
        plans.forEach(plan -> plan.tensions().forEach(tension -> relations.add(tension, byId)));
        return provisions.stream()
                .map(p -> p.with(List.copyOf(relations.byProvision.getOrDefault(p.id(), List.of()))))
                .toList();
    }

    private void compare(List<Provision> sameIndicator) {
        for (Provision a : sameIndicator) {
            for (Provision b : sameIndicator) {
                boolean meet = meet(a.scope(), b.scope());
                if (!a.id().equals(b.id()) && (meet || !a.plan().equals(b.plan()))) {
                    between(a, b)
                            .map(kind -> meet ? kind : elsewhere(kind, a.scope(), b.scope()))
                            .ifPresent(kind -> add(a, kind, b, NO_NOTE, ruling(kind)));
                }
            }
        }
    }

    /** Of what is asked of another level only the weaker line of a higher one means something here: it is the floor. */
    private static RelationKind elsewhere(RelationKind kind, Scope here, Scope there) {
        boolean higher = highest(there).compareTo(highest(here)) < 0;
        return kind == RelationKind.SAME || kind == RelationKind.FLOOR && higher ? kind : RelationKind.ELSEWHERE;
    }

    private static Level highest(Scope scope) {
        return Collections.min(scope.levels());
    }

    private String ruling(RelationKind kind) {
        return settling.getOrDefault(kind, "");
    }

    private void add(Plan.Tension tension, Map<String, Provision> provisions) {
        for (String one : tension.one()) {
            for (String other : tension.other()) {
                Provision a = provisions.get(one);
                Provision b = provisions.get(other);
                // What is not there is reported by the reader.
                if (a != null && b != null) {
                    add(a, RelationKind.TENSION, b, tension.note(), tension.ruling());
                    add(b, RelationKind.TENSION, a, tension.note(), tension.ruling());
                }
            }
        }
    }

    private void add(Provision to, RelationKind kind, Provision other, Label note, String ruling) {
        byProvision
                .computeIfAbsent(to.id(), id -> new ArrayList<>())
                .add(new Relation(kind, other.id(), other.name(), note, ruling));
    }

    /** What the second provision is to the first; empty when they cannot be compared. */
    static Optional<RelationKind> between(Provision a, Provision b) {
        if (isAnswered(a) && isAnswered(b)) {
            return Optional.of(ofAnswers(a, b));
        }
        Staircase x = Staircase.of(a.criterion());
        Staircase y = Staircase.of(b.criterion());
        if (x == null || y == null) {
            return Optional.empty();
        }
        if (x.upwards != y.upwards) {
            return Optional.of(x.excludes(y) ? RelationKind.CONTRADICTION : RelationKind.CUMULATIVE);
        }
        boolean implies = x.implies(y);
        boolean implied = y.implies(x);
        return Optional.of(
                implies && implied
                        ? RelationKind.SAME
                        : implies ? RelationKind.FLOOR : implied ? RelationKind.STRICTER : RelationKind.CUMULATIVE);
    }

    private static boolean isAnswered(Provision provision) {
        return provision.criterion().given() == Criterion.Input.YES_OR_NO;
    }

    private static RelationKind ofAnswers(Provision a, Provision b) {
        Criterion x = a.criterion();
        Criterion y = b.criterion();
        if (!x.kind().equals(y.kind())) {
            return RelationKind.CONTRADICTION;
        }
        boolean sameScope = a.scope().words().equals(b.scope().words());
        if (a.isList() && !sameScope) {
            return RelationKind.CUMULATIVE;
        }
        int order = Staircase.start(x.due()).compareTo(Staircase.start(y.due()));
        return order == 0 ? RelationKind.SAME : order < 0 ? RelationKind.FLOOR : RelationKind.STRICTER;
    }

    /** Whether something could be bound by both: nothing in their conditions shuts the other out. */
    static boolean meet(Scope a, Scope b) {
        return a.of() == b.of()
                && a.kind().equals(b.kind())
                && a.conditions().stream()
                        .allMatch(x -> b.conditions().stream()
                                .filter(y -> y.attribute().equals(x.attribute()))
                                .allMatch(y -> meet(x, y)));
    }

    private static boolean meet(Condition x, Condition y) {
        boolean bothNamed = isNamed(x) && isNamed(y);
        return !bothNamed || !Collections.disjoint(x.operands(), y.operands());
    }

    private static boolean isNamed(Condition condition) {
        return condition.operator().equals("==") || condition.operator().equals("in");
    }

    /** A line that rises or falls in steps: from each date on, at least (or at most) so much. */
    private record Staircase(boolean upwards, List<Criterion.Milestone> steps) {

        /** Null for what has no line of its own: a stage, a question, a comparison with a baseline. */
        static @Nullable Staircase of(Criterion criterion) {
            return criterion
                    .comparison()
                    .filter(operator -> !criterion.isAgainstBaseline())
                    .map(operator -> new Staircase(isUpwards(operator), criterion.line()))
                    .orElse(null);
        }

        private static boolean isUpwards(Operator operator) {
            return operator != Operator.AT_MOST && operator != Operator.LESS_THAN;
        }

        static LocalDate start(@Nullable LocalDate due) {
            return due == null ? LocalDate.MIN : due;
        }

        /** Whether whoever keeps this line keeps the other as well. */
        boolean implies(Staircase other) {
            return other.steps.stream()
                    .allMatch(asked -> steps.stream()
                            .anyMatch(kept -> !start(kept.due()).isAfter(start(asked.due())) && reaches(kept, asked)));
        }

        private boolean reaches(Criterion.Milestone kept, Criterion.Milestone asked) {
            BigDecimal value = kept.value();
            BigDecimal line = asked.value();
            return value != null && line != null && (upwards ? value.compareTo(line) >= 0 : value.compareTo(line) <= 0);
        }

        /** Whether at some date nothing could keep both: at least more than at most. */
        boolean excludes(Staircase other) {
            return steps.stream()
                    .anyMatch(mine -> other.steps.stream().anyMatch(theirs -> {
                        BigDecimal low = upwards ? mine.value() : theirs.value();
                        BigDecimal high = upwards ? theirs.value() : mine.value();
                        return low != null && high != null && low.compareTo(high) > 0;
                    }));
        }
    }
}
