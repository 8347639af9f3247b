package plancheck.web.review;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.archive.DossierRow;
import plancheck.facts.Term;
import plancheck.report.Outcome;
import plancheck.rulebook.PlaceName;
import plancheck.web.frame.PageTimes;
import plancheck.workflow.DossierState;
import plancheck.workflow.KeptCounts;

/** What the queue's page shows. */
final class ReviewQueue {
    private ReviewQueue() {}

    /**
     * One dossier.
     *
     * @param waiting whether it waits for the city; {@code days} then counts from its last submission
     * @param since since when it is as it is
     * @param counts findings per outcome, without those of which there are none; empty before the first submission
     */
    record QueueRow(
            DossierRow dossier,
            DossierState state,
            boolean waiting,
            Instant since,
            long days,
            Map<Outcome, Integer> counts) {

        static QueueRow of(DossierRow dossier, PageTimes times) {
            DossierState state = DossierState.of(dossier.state());
            Instant submitted = dossier.submittedAt();
            boolean waiting = state == DossierState.SUBMITTED || state == DossierState.IN_REVIEW;
            Instant since = waiting && submitted != null ? submitted : dossier.changedAt();
            return new QueueRow(
                    dossier,
                    state,
                    waiting,
                    since,
                    waiting ? times.days(since) : 0,
                    ReviewQueue.counts(dossier.counts()));
        }
    }

    /**
     * How a county stood when it last assessed itself.
     *
     * @param latest its last submitted self-assessment
     */
    record County(PlaceName place, DossierRow latest, Map<Outcome, Integer> counts) {}

    /** The places that have submitted a self-assessment, in the gazetteer's order. */
    static List<County> counties(List<DossierRow> handedIn, List<PlaceName> places) {
        return places.stream()
                .map(place -> latest(handedIn, place.code())
                        .map(line -> new County(place, line, counts(line.counts())))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<DossierRow> latest(List<DossierRow> handedIn, String place) {
        return handedIn.stream()
                .filter(line -> line.place().equals(place) && line.kind().equals("self-assessment"))
                .reduce((a, b) -> isLater(a, b) ? a : b);
    }

    private static boolean isLater(DossierRow a, DossierRow b) {
        Instant left = a.submittedAt();
        Instant right = b.submittedAt();
        return right == null || left != null && left.isAfter(right);
    }

    /** @param written as the archive keeps them */
    private static Map<Outcome, Integer> counts(@Nullable String written) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        if (written == null) {
            return counts;
        }
        KeptCounts.read(written).forEach((id, count) -> {
            if (count > 0) {
                Term.find(Outcome.class, id).ifPresent(outcome -> counts.put(outcome, count));
            }
        });
        return counts;
    }
}
