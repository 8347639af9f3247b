package plancheck.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plancheck.facts.Force;
import plancheck.facts.Level;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;

/** Which kinds of case each provision has, and which it should have but has not. */
public final class CaseCoverage {
    private final RuleBook book;
    private final List<TestCase> cases;

    public CaseCoverage(RuleBook book, List<TestCase> cases) {
        this.book = book;
        this.cases = cases;
    }

    /** The missing kinds by provision; provisions that lack none are left out. */
    public Map<Provision, List<TestCase.CaseKind>> lacking(List<Provision> provisions) {
        Map<Provision, List<TestCase.CaseKind>> lacking = new LinkedHashMap<>();
        for (Provision provision : provisions) {
            List<TestCase.CaseKind> kinds = needed(provision).stream()
                    .filter(kind -> cases.stream()
                            .noneMatch(c -> c.provision().equals(provision.id()) && proves(c, kind, provision)))
                    .toList();
            if (!kinds.isEmpty()) {
                lacking.put(provision, kinds);
            }
        }
        return lacking;
    }

    /** A miss of what is left to a person, or only encouraged, is no fail. */
    private boolean proves(TestCase testCase, TestCase.CaseKind kind, Provision provision) {
        if (kind != TestCase.CaseKind.SHORT || testCase.proves(kind)) {
            return testCase.proves(kind);
        }
        String outcome = testCase.expect().path("outcome").asString("");
        return provision.force() == Force.ENCOURAGE && outcome.equals("direction")
                || book.leftToPersonBy(provision).isPresent() && outcome.equals("needs-review");
    }

    private static boolean bindsEveryPlace(Provision provision) {
        return provision.scope().of() == Scope.Sort.PLACE
                && provision.scope().conditions().stream()
                        .allMatch(c -> c.operands().containsAll(List.of(Level.PROVINCE, Level.CITY, Level.COUNTY)));
    }

    /** Nothing is more than a hundred percent. */
    private static boolean canBeExceeded(Provision provision) {
        if (provision.criterion().line().isEmpty()) {
            return false;
        }
        BigDecimal max = provision.measuredIndicator().max();
        BigDecimal value = provision.criterion().line().get(0).value();
        return max == null || value == null || value.compareTo(max) < 0;
    }

    /** What the provision's kind of requirement can show at all. */
    private static List<TestCase.CaseKind> needed(Provision provision) {
        List<TestCase.CaseKind> needed = new ArrayList<>();
        if (!bindsEveryPlace(provision)) {
            needed.add(TestCase.CaseKind.NOT_BOUND);
        }
        boolean review = provision.criterion().leftToPerson().isPresent();
        boolean direction = provision.force() == Force.ENCOURAGE;
        if (!review) {
            needed.add(TestCase.CaseKind.ON_THE_LINE);
            needed.add(TestCase.CaseKind.SHORT);
        }
        if (!review && !direction) {
            needed.add(TestCase.CaseKind.MISSING);
        }
        if (!provision.isList() && canBeExceeded(provision)) {
            needed.add(TestCase.CaseKind.ABOVE);
        }
        if (provision.criterion().due() != null && !direction) {
            needed.add(TestCase.CaseKind.BEFORE_DUE);
        }
        return needed;
    }
}
