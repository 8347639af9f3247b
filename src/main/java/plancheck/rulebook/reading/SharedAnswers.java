package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import plancheck.facts.Message;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBookProblem;

/** The same matter in several clauses is asked once (ruling R43): leads each provision to the answer it is judged by. */
final class SharedAnswers {
    private final List<Provision> provisions;
    private final List<RuleBookProblem> problems;
    private final Map<String, Provision> byId;
    private final Map<String, Set<String>> levels = new HashMap<>();

    SharedAnswers(List<Provision> provisions, List<RuleBookProblem> problems) {
        this.provisions = provisions;
        this.problems = problems;
        this.byId = provisions.stream().collect(Collectors.toMap(Provision::id, p -> p, (one, again) -> one));
    }

    /** The same provisions; what is declared for several may be given wherever one of them asks for it. */
    List<Provision> resolved() {
        for (Provision provision : provisions) {
            String same = provision.particulars().sameAs();
            if (!same.isEmpty()) {
                Provision other = byId.get(same);
                if (other == null || !isAskedAlike(provision, other)) {
                    problems.add(new RuleBookProblem(
                            provision.file(),
                            provision.line(),
                            Message.of("rulebook.same-as-nothing", provision.id(), same),
                            Message.of("rulebook.write-same-as")));
                } else if (other.indicator() != null) {
                    List<String> asked = other.measuredIndicator().of();
                    Set<String> of = levels.computeIfAbsent(same, id -> new LinkedHashSet<>(asked));
                    of.addAll(provision.measuredIndicator().of());
                }
            }
        }
        return problems.isEmpty() ? provisions.stream().map(this::resolved).toList() : List.of();
    }

    private static boolean isAskedAlike(Provision one, Provision other) {
        return other.particulars().sameAs().isEmpty()
                && one.criterion().given() == other.criterion().given()
                && (other.indicator() == null
                        || other.indicator().id().equals(other.id())
                                && other.indicator().type() == Indicator.Type.DECLARATION);
    }

    private Provision resolved(Provision provision) {
        String same = provision.particulars().sameAs();
        Provision asked = same.isEmpty() ? provision : Objects.requireNonNull(byId.get(same));
        Set<String> of = levels.get(asked.id());
        if (of == null || asked.indicator() == null) {
            return provision;
        }
        Indicator shared = asked.indicator().of(new ArrayList<>(of));
        Provision answered = provision.askedAs(shared);
        return answered.with(answered.scope(), answered.criterion().quantifiedAs(asked.criterion()));
    }
}
