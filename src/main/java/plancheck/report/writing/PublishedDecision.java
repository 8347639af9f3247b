package plancheck.report.writing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
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
import plancheck.report.Reason;
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
 * @param adds what it adds when it is complete
 */
public record PublishedDecision(
        String standing,
        List<BasisText> basis,
        List<Point> fails,
        List<Point> open,
        List<Point> conditions,
        List<Addition> adds) {

    /**
     * What it adds when it is complete: its part of what a plan counts, or what a figure of its place will be.
     *
     * @param provision under which it is found
     * @param about the planned work or the place
     * @param amount its own part, or the figure
     * @param of how much the plan asks for in all; left out where it asks for none
     * @param when the day of completion
     */
    public record Addition(
            String provision,
            String about,
            Object amount,
            String unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Object of,

            String when) {}

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
                        words),
                additions(report, wording));
    }

    private static List<Addition> additions(Report report, Wording wording) {
        String when = report.asOf().toString();
        List<Addition> additions = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.measured() instanceof BigDecimal figure && finding.outcome() != Outcome.NOT_APPLICABLE) {
                additions.add(new Addition(
                        finding.provision(),
                        wording.say(finding.subject()),
                        Json.shown(figure),
                        finding.unit(),
                        finding.required() instanceof BigDecimal line ? Json.shown(line) : null,
                        when));
            }
            finding.because().stream()
                    .filter(reason -> reason.key() == Reason.Key.BASIS_COUNTED)
                    .forEach(reason -> additions.add(new Addition(
                            finding.provision(),
                            wording.say(finding.subject()),
                            reason.arguments().get(0),
                            String.valueOf(reason.arguments().get(1)),
                            reason.arguments().get(2),
                            when)));
        }
        return List.copyOf(additions);
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
