package plancheck.web.plans;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plancheck.facts.Label;
import plancheck.rulebook.Plan;
import plancheck.rulebook.PlanCoverage;
import plancheck.rulebook.Provision;

/** The clauses of a plan as its table of contents has them. */
final class PlanTree {
    private PlanTree() {}

    /**
     * A clause and those below it.
     *
     * @param gloss what it is about when it has no heading: its first provision, or why it has none; in both languages
     * @param provisions how many rest on the clause itself; {@code below}: on it or on any clause below it, each once
     */
    record Node(
            Plan.ClauseEntry entry,
            PlanUnit unit,
            Label gloss,
            PlanCoverage.Cover cover,
            int provisions,
            int below,
            List<Node> children) {

        /** Chapters and sections, which open and close. */
        public boolean isFolder() {
            return !children.isEmpty();
        }
    }

    /** The chapters, with the text before and after them. */
    static List<Node> of(PlanCoverage coverage) {
        return below("", coverage);
    }

    private static List<Node> below(String path, PlanCoverage coverage) {
        List<Node> nodes = new ArrayList<>();
        for (Plan.ClauseEntry entry : coverage.plan().clauses()) {
            if (parent(entry.path()).equals(path)) {
                Set<String> ids = new LinkedHashSet<>();
                coverage.citing().forEach((cited, provisions) -> {
                    if (cited.equals(entry.path()) || cited.startsWith(entry.path() + "/")) {
                        provisions.forEach(provision -> ids.add(provision.id()));
                    }
                });
                nodes.add(new Node(
                        entry,
                        PlanUnit.of(entry),
                        gloss(entry, coverage.of(entry.path())),
                        coverage.cover(entry),
                        coverage.of(entry.path()).size(),
                        ids.size(),
                        below(entry.path(), coverage)));
            }
        }
        return List.copyOf(nodes);
    }

    private static Label gloss(Plan.ClauseEntry entry, List<Provision> provisions) {
        if (!entry.heading().isEmpty()) {
            return Label.of("");
        }
        return provisions.isEmpty() ? Label.of(entry.why()) : provisions.get(0).name();
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
