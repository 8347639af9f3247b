package plancheck.web.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import plancheck.facts.Force;
import plancheck.facts.Term;
import plancheck.report.Finding;
import plancheck.report.Outcome;

/**
 * Which findings a reviewer wants to see.
 *
 * @param outcomes none means all
 * @param force a force's id, empty for all
 * @param plan the prefix of a plan's provisions, empty for all
 * @param undecided only what stands in the way of a conclusion
 * @param text words of the title, the subject or the provision's id; empty for all
 */
record ReviewFilter(Set<Outcome> outcomes, String force, String plan, boolean undecided, String text) {
    private static final Set<Outcome> TO_DO =
            EnumSet.of(Outcome.FAIL, Outcome.INSUFFICIENT_DATA, Outcome.NEEDS_REVIEW, Outcome.ERROR);

    /** From a page's address; without any filter what has to be worked on first. Unknown words filter nothing. */
    static ReviewFilter of(MultiValueMap<String, String> parameters, List<Finding> findings) {
        if (Stream.of("outcome", "force", "plan", "undecided", "q").noneMatch(parameters::containsKey)) {
            return first(findings);
        }
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (String id : parameters.getOrDefault("outcome", List.of())) {
            Term.find(Outcome.class, id).ifPresent(outcomes::add);
        }
        return new ReviewFilter(
                outcomes,
                Term.find(Force.class, first(parameters, "force"))
                        .map(Force::id)
                        .orElse(""),
                first(parameters, "plan"),
                parameters.containsKey("undecided"),
                first(parameters, "q").strip());
    }

    /** What is to do among the binding provisions; where nothing is, among all; where nothing is at all, everything. */
    private static ReviewFilter first(List<Finding> findings) {
        return Stream.of(Force.MUST.id(), "")
                .map(force -> new ReviewFilter(TO_DO, force, "", false, ""))
                .filter(filter -> findings.stream().anyMatch(finding -> filter.shows(finding, false)))
                .findFirst()
                .orElse(new ReviewFilter(Set.of(), "", "", false, ""));
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value;
    }

    /** @param open whether the finding stands in the way of a conclusion */
    boolean shows(Finding finding, boolean open) {
        return (outcomes.isEmpty() || outcomes.contains(finding.listedUnder()))
                && (force.isEmpty() || finding.force().id().equals(force))
                && (plan.isEmpty() || finding.provision().startsWith(plan + "-"))
                && (!undecided || open)
                && (text.isEmpty() || said(finding).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static String said(Finding finding) {
        return String.join(
                        "\n",
                        finding.provision(),
                        finding.title().zh(),
                        finding.title().en(),
                        finding.subject().zh(),
                        finding.subject().en())
                .toLowerCase(Locale.ROOT);
    }
}
