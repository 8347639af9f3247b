package plancheck.rulebook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plans' own figures from before their targets. A provision is held against its own plan's; failing that, the uppermost's. */
public final class Baselines {
    private record Key(String plan, String indicator, String place) {}

    private static final String ANY_PLAN = "";

    private final Map<Key, Baseline> baselines = new HashMap<>();

    /** @param plans the uppermost first; of several of one plan the first counts */
    public Baselines(Collection<Plan> plans) {
        for (Plan plan : plans) {
            for (Baseline baseline : plan.baselines()) {
                baselines.putIfAbsent(new Key(plan.id(), baseline.indicator(), baseline.place()), baseline);
                baselines.putIfAbsent(new Key(ANY_PLAN, baseline.indicator(), baseline.place()), baseline);
            }
        }
    }

    /**
     * Null when no plan has one of the provision's indicator for the place.
     *
     * @param place code of the place
     */
    public @Nullable Baseline of(Provision provision, String place) {
        String indicator = provision.measuredIndicator().id();
        Baseline own = baselines.get(new Key(provision.plan(), indicator, place));
        return own == null ? baselines.get(new Key(ANY_PLAN, indicator, place)) : own;
    }
}
