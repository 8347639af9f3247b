package plancheck.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Provision;

/** Which kinds of case each provision has, and which it should have but has not. */
public final class CaseCoverage {
    private final List<TestCase> cases;

    public CaseCoverage(List<TestCase> cases) {
        this.cases = cases;
    }

    /** The missing kinds by provision; provisions that lack none are left out. */
    public Map<Provision, List<TestCase.Kind>> lacking(List<Provision> provisions) {
        Map<Provision, List<TestCase.Kind>> lacking = new LinkedHashMap<>();
        for (Provision provision : provisions) {
            List<TestCase.Kind> kinds = needed(provision).stream()
                    .filter(kind -> cases.stream()
                            .noneMatch(c -> c.provision().equals(provision.id()) && c.proves(kind)))
                    .toList();
            if (!kinds.isEmpty()) {
                lacking.put(provision, kinds);
            }
        }
        return lacking;
    }

    /** What the provision's kind of requirement can show at all. */
    private static List<TestCase.Kind> needed(Provision provision) {
        List<TestCase.Kind> needed = new ArrayList<>(List.of(TestCase.Kind.NOT_BOUND));
        boolean review = provision.criterion() instanceof Criterion.Review;
        if (!review) {
            needed.add(TestCase.Kind.ON_THE_LINE);
            needed.add(TestCase.Kind.SHORT);
            needed.add(TestCase.Kind.MISSING);
        }
        if (!provision.isList()
                && (provision.criterion() instanceof Criterion.Threshold
                        || provision.criterion() instanceof Criterion.Yearly)) {
            needed.add(TestCase.Kind.ABOVE);
        }
        if (provision.criterion().hasDate()) {
            needed.add(TestCase.Kind.BEFORE_DUE);
        }
        return needed;
    }
}
