package plancheck.report.writing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.facts.Language;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.Standing;

/**
 * What an approval can act on of a project's report: on what it rests, what it does not keep, what is open, and on what condition
 * the rest holds.
 *
 * @param standing what it is to the plans
 * @param basis what it rests on, and what it claims
 * @param fails binding provisions that it does not keep, each with what would mend it
 * @param open binding provisions that lack data or a person's answer, each with what is to be given or decided
 * @param conditions binding provisions that are kept as the applicant says: what an approval may be made conditional on
 */
public record PublishedDecision(
        String standing, List<BasisText> basis, List<Point> fails, List<Point> open, List<Point> conditions) {

    /**
     * @param about the planned work, the project, or the claim
     * @param why what agrees, what the plan promises, and what differs
     * @param question left out where nothing is to be decided
     */
    public record BasisText(
            String about,
            String standing,
            String outcome,
            List<PublishedFinding.CitationText> citations,
            List<String> why,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String question) {}

    /** @param say what is to be done, given, decided or kept */
    public record Point(String provision, String title, String subject, String outcome, String say) {}

    /** Null for anything but a project. */
    public static @Nullable PublishedDecision of(Report report, Language language) {
        return of(report, new Wording(language));
    }

    static @Nullable PublishedDecision of(Report report, Wording wording) {
        Standing standing = report.standing();
        if (standing == null) {
            return null;
        }
        PublishedFinding.Maker maker = new PublishedFinding.Maker(wording, citation -> Optional.empty());
        List<Finding> bases = report.bases();
        List<PublishedFinding> published = maker.of(bases);
        List<BasisText> basis = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            PublishedFinding finding = published.get(i);
            basis.add(new BasisText(
                    finding.subject(),
                    String.valueOf(finding.measured()),
                    finding.outcome(),
                    finding.citations(),
                    finding.because(),
                    finding.question().isEmpty() ? null : finding.question()));
        }
        FindingWords words = new FindingWords(wording);
        return new PublishedDecision(
                standing.id(),
                List.copyOf(basis),
                points(report, finding -> finding.outcome() == Outcome.FAIL, wording, words),
                points(
                        report,
                        finding -> !bases.contains(finding)
                                && (finding.outcome() == Outcome.INSUFFICIENT_DATA
                                        || finding.outcome() == Outcome.NEEDS_REVIEW
                                        || finding.outcome() == Outcome.ERROR),
                        wording,
                        words),
                points(
                        report,
                        finding -> finding.outcome() == Outcome.PASS && Boolean.TRUE.equals(finding.required()),
                        wording,
                        words));
    }

    private static List<Point> points(Report report, Predicate<Finding> which, Wording wording, FindingWords words) {
        return report.findings().stream()
                .filter(finding -> finding.force() == Force.MUST)
                .filter(which)
                .map(finding -> new Point(
                        finding.provision(),
                        wording.say(finding.title()),
                        wording.say(finding.subject()),
                        finding.outcome().id(),
                        say(finding, wording, words)))
                .toList();
    }

    private static String say(Finding finding, Wording wording, FindingWords words) {
        if (finding.outcome() == Outcome.FAIL) {
            return wording.remedy(finding);
        }
        return Stream.concat(
                        finding.missing().stream().map(missing -> words.missing(finding, missing)),
                        Stream.of(wording.say(finding.question())))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(wording.say("mark.semicolon")));
    }
}
