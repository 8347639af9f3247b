package plancheck.rulebook.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plancheck.rulebook.Plan;

/** The order of the plans: each after the one it is subordinate to, those side by side by their ids. */
final class PlanOrder {
    private PlanOrder() {}

    /** The plans by id, the uppermost first. */
    static Map<String, Plan> fromAbove(List<Plan> plans) {
        Map<String, Plan> byId = plans.stream().collect(Collectors.toMap(Plan::id, Function.identity()));
        Map<String, Plan> ordered = new LinkedHashMap<>();
        plans.stream()
                .sorted(Comparator.comparing((Plan plan) -> depth(plan, byId)).thenComparing(Plan::id))
                .forEach(plan -> ordered.put(plan.id(), plan));
        return ordered;
    }

    /** How many plans stand above it; a circle, which is a problem told elsewhere, is gone round once. */
    static int depth(Plan plan, Map<String, Plan> plans) {
        Set<String> seen = new HashSet<>();
        Optional<Plan> at = Optional.of(plan);
        while (at.isPresent() && seen.add(at.get().id())) {
            at = Optional.ofNullable(plans.get(at.get().above()));
        }
        return seen.size() - 1;
    }
}
