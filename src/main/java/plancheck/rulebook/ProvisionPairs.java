package plancheck.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.facts.Relation;
import plancheck.facts.RelationKind;

/** The provisions that ask for the same thing or pull apart, two by two. */
public final class ProvisionPairs {
    private ProvisionPairs() {}

    /** One pair, said once: from the provision that comes first in the rule book. */
    public record Pair(Provision first, Relation relation, Provision second) {}

    /** All pairs by what they are to each other, each kind in the rule book's order; kinds without any are left out. */
    public static Map<RelationKind, List<Pair>> of(RuleBook book) {
        Map<RelationKind, List<Pair>> pairs = new EnumMap<>(RelationKind.class);
        Set<String> said = new HashSet<>();
        for (Provision provision : book.provisions()) {
            for (Relation relation : provision.relations()) {
                String sort = relation.kind() == RelationKind.TENSION ? " ~ " : " = ";
                if (said.add(provision.id() + sort + relation.other())) {
                    said.add(relation.other() + sort + provision.id());
                    book.provision(relation.other())
                            .ifPresent(other -> pairs.computeIfAbsent(relation.kind(), kind -> new ArrayList<>())
                                    .add(new Pair(provision, relation, other)));
                }
            }
        }
        return pairs;
    }
}
