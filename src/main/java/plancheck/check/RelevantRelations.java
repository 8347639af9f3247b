package plancheck.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plancheck.facts.Relation;
import plancheck.report.Finding;
import plancheck.report.Outcome;

/** Leaves with each finding only the related provisions that concern the same dossier. */
public final class RelevantRelations {
    private RelevantRelations() {}

    /** The findings of one dossier in their order, each with those of its relations that mean something there. */
    public static List<Finding> in(List<Finding> findings) {
        Set<String> apply = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.outcome() != Outcome.NOT_APPLICABLE) {
                apply.add(finding.provision());
            }
        }
        List<Finding> related = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            related.add(finding.relations().isEmpty() ? finding : finding.with(concerning(finding, apply)));
        }
        return List.copyOf(related);
    }

    private static List<Relation> concerning(Finding finding, Set<String> apply) {
        if (finding.outcome() == Outcome.NOT_APPLICABLE) {
            return List.of();
        }
        return finding.relations().stream()
                .filter(relation -> relation.kind().reachesBeyond() || apply.contains(relation.other()))
                .toList();
    }
}
