package plancheck.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import plancheck.facts.Label;
import plancheck.facts.Term;

/**
 * What an indicator's figures are to others' by what both are, whatever a dossier says. The proofs rest on it, and a dossier that
 * contradicts it is told.
 *
 * @param others ids; empty where it is about the figures of one indicator, a list's id where it is counted in that list, of an answer its parts
 */
public record IndicatorRelation(Kind kind, String indicator, List<String> others) {

    /** In which way. */
    public enum Kind implements Term {
        PART_OF("不大于", "never more than"),
        SUM_OF("为各项之和", "the sum of"),
        RATIO("为两项之比", "the ratio of"),
        DIFFERENCE("为两项之差", "the difference of"),
        NEVER_FALLS("逐年只增不减", "never falls from year to year"),
        SUM_OF_COUNTIES("为所辖各县（市、区）之和", "the sum of its counties'"),
        COUNTS("为清单所列的个数", "how many there are of the list"),
        ALL_OF("各部分都为“是”才为“是”", "is yes where each of its parts is"),
        ANY_OF("任一部分为“是”即为“是”", "is yes where one of its parts is"),
        IMPLIES("为“是”时，另一项也为“是”", "is yes only where the other is");

        private final Label name;

        Kind(String zh, String en) {
            this.name = new Label(zh, en);
        }

        @Override
        public Label inWords() {
            return name;
        }
    }

    /** All that there are, by indicator. */
    static List<IndicatorRelation> of(Collection<Indicator> indicators, Collection<Provision> provisions) {
        List<IndicatorRelation> all = new ArrayList<>();
        indicators.forEach(indicator -> add(indicator, all));
        provisions.stream()
                .filter(Provision::isList)
                .map(list -> new IndicatorRelation(
                        Kind.COUNTS,
                        list.totalIndicator().id(),
                        List.of(list.scope().kind())))
                .distinct()
                .forEach(all::add);
        provisions.stream()
                .flatMap(provision -> ofParts(provision).stream())
                .distinct()
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** What an answer is to its parts; empty for what is asked as a whole, and for what is no answer. */
    private static Optional<IndicatorRelation> ofParts(Provision provision) {
        if (provision.criterion().given() != Criterion.Input.YES_OR_NO) {
            return Optional.empty();
        }
        Indicator answer = provision.measuredIndicator();
        List<String> parts = answer.parts().stream().map(Part::id).toList();
        Kind kind = provision.criterion().anyPart() ? Kind.ANY_OF : Kind.ALL_OF;
        return parts.isEmpty() ? Optional.empty() : Optional.of(new IndicatorRelation(kind, answer.id(), parts));
    }

    private static void add(Indicator indicator, List<IndicatorRelation> all) {
        String id = indicator.id();
        Indicator.Bearing bearing = indicator.bearing();
        bearing.partOf().forEach(whole -> all.add(new IndicatorRelation(Kind.PART_OF, id, List.of(whole))));
        bearing.implies().forEach(other -> all.add(new IndicatorRelation(Kind.IMPLIES, id, List.of(other))));
        if (!bearing.sumOf().isEmpty()) {
            all.add(new IndicatorRelation(Kind.SUM_OF, id, bearing.sumOf()));
        }
        if (bearing.neverFalls() || indicator.cumulativeSince() != null) {
            all.add(new IndicatorRelation(Kind.NEVER_FALLS, id, List.of()));
        }
        if (indicator.sums()) {
            all.add(new IndicatorRelation(Kind.SUM_OF_COUNTIES, id, List.of()));
        }
        Indicator.Derivation worked = indicator.workedOut();
        if (worked != null) {
            Kind kind = worked.ratio() ? Kind.RATIO : Kind.DIFFERENCE;
            all.add(new IndicatorRelation(kind, id, List.of(worked.first(), worked.second())));
        }
    }
}
