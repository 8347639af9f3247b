package plancheck.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Subject;
import plancheck.rulebook.Baseline;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;

/** The plans' own figures from before their targets. A provision is held against its own plan's; failing that, the uppermost's. */
final class Baselines {
    private record Key(String plan, String indicator, String place) {}

    private static final String ANY_PLAN = "";

    private final Map<Key, Baseline> baselines = new HashMap<>();

    /** @param plans the uppermost first; of several of one plan the first counts */
    Baselines(Collection<Plan> plans) {
        for (Plan plan : plans) {
            for (Baseline baseline : plan.baselines()) {
                baselines.putIfAbsent(new Key(plan.id(), baseline.indicator(), baseline.place()), baseline);
                baselines.putIfAbsent(new Key(ANY_PLAN, baseline.indicator(), baseline.place()), baseline);
            }
        }
    }

    /** Null when no plan has one of the provision's indicator for the subject's place. */
    @Nullable
    Baseline of(Provision provision, Subject subject) {
        String indicator = provision.measuredIndicator().id();
        String place = String.valueOf(subject.getCode());
        Baseline own = baselines.get(new Key(provision.plan(), indicator, place));
        return own == null ? baselines.get(new Key(ANY_PLAN, indicator, place)) : own;
    }
}
