package plancheck.workflow;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.archive.Assessment;
import plancheck.archive.AssessmentRow;
import plancheck.archive.Assessments;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Days;
import plancheck.facts.Digest;
import plancheck.facts.Message;
import plancheck.report.Report;

/** Checks dossiers and keeps what came out. What it has answered is stored. */
@Component
public class AssessmentDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentDesk.class);

    private final DossierReader reader;
    private final ComplianceCheck check;
    private final Assessments assessments;
    private final ReportArchive reports;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    AssessmentDesk(
            DossierReader reader,
            ComplianceCheck check,
            Assessments assessments,
            ReportArchive reports,
            Trail trail,
            TransactionOperations transactions,
            Clock clock) {
        this.reader = reader;
        this.check = check;
        this.assessments = assessments;
        this.reports = reports;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param content the dossier, YAML or JSON
     * @param asOf the day it is to be judged at, null for the dossier's own
     * @param key the client's idempotency key, null for none
     */
    public record AssessmentRequest(
            byte[] content,
            @Nullable LocalDate asOf,
            @Nullable String key) {
        String digest() {
            byte[] day = String.valueOf(asOf).getBytes(StandardCharsets.UTF_8);
            return Digest.sha256(day, content);
        }
    }

    /**
     * What is answered.
     *
     * @param repeated whether the same key had been answered before
     * @param report of a check just made; null otherwise, see {@link #report}
     */
    public record AssessmentAnswer(
            Assessment assessment,
            boolean repeated,
            @Nullable Report report) {}

    /** What a check came to, before it is kept; the report is null when the dossier has problems. */
    record CheckResult(@Nullable Report report, List<Problem> problems) {}

    /**
     * Checks at once, and stores.
     *
     * @throws Refusal {@code INVALID} when the key was used for something else; dossiers with problems are not
     *     refused but answered as rejected, and not stored
     */
    public AssessmentAnswer assess(Actor actor, AssessmentRequest request) {
        Optional<AssessmentAnswer> before = before(actor, request);
        if (before.isPresent()) {
            return before.get();
        }
        CheckResult outcome = check(request.content(), request.asOf(), Set.of());
        Assessment fresh = fresh(actor, request);
        if (outcome.report() == null) {
            return new AssessmentAnswer(
                    fresh.rejected(StoredProblems.write(outcome.problems()), clock.instant()), false, null);
        }
        Assessment done = completed(fresh, outcome.report(), outcome.problems());
        return stored(actor, request, done, outcome.report());
    }

    /** Stores the request, to be worked off by {@link #work}. */
    public AssessmentAnswer accept(Actor actor, AssessmentRequest request) {
        Optional<AssessmentAnswer> before = before(actor, request);
        return before.isPresent() ? before.get() : stored(actor, request, fresh(actor, request), null);
    }

    /** Works off one accepted request; one that is done already stays as it is. */
    public void work(UUID id) {
        Assessment queued = assessments.findById(id).orElse(null);
        if (queued == null || queued.state() != Assessment.State.QUEUED) {
            return;
        }
        CheckResult outcome = check(queued.content(), queued.asOf(), Set.of());
        Assessment done = outcome.report() == null
                ? queued.rejected(StoredProblems.write(outcome.problems()), clock.instant())
                : completed(queued, outcome.report(), outcome.problems());
        Actor client = new Actor(queued.client(), queued.client(), Set.of(), "", Set.of(Scope.ASSESS));
        transactions.executeWithoutResult(t -> {
            assessments.save(done);
            told(client, done);
        });
        LOG.debug("assessment {} is {}", id, done.state());
    }

    /** The ids of what is still to be worked off, the longest waiting first. */
    public List<UUID> queued() {
        return assessments.queued();
    }

    /** How many are to be worked off before it. */
    public long ahead(Assessment assessment) {
        return assessments.queuedBefore(assessment.requestedAt());
    }

    /** @throws Refusal {@code NOT_FOUND} when there is none of his with this id */
    public Assessment find(Actor actor, UUID id) {
        return assessments
                .findById(id)
                .filter(assessment -> assessment.client().equals(actor.id()))
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-assessment", id)));
    }

    /** His own, newest first. */
    public List<AssessmentRow> latest(Actor actor, int limit, long offset) {
        return assessments.latest(actor.id(), limit, offset);
    }

    /** Those of them that come after the one with this time and id. */
    public List<AssessmentRow> latestAfter(Actor actor, Instant at, UUID id, int limit) {
        return assessments.latestAfter(actor.id(), at, id, limit);
    }

    /** How many he has. */
    public long count(Actor actor) {
        return assessments.countByClient(actor.id());
    }

    /** The report of a completed assessment. */
    public Report report(Assessment assessment) {
        Assessment.Result result = assessment.result();
        if (result == null) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.no-report-yet"));
        }
        return reports.read(result);
    }

    /** @param files pointers of what files are kept for beside it */
    CheckResult check(byte[] content, @Nullable LocalDate asOf, Set<String> files) {
        DossierReading reading = reader.read(content);
        Dossier dossier = reading.dossier();
        if (dossier == null) {
            return new CheckResult(null, reading.problems());
        }
        if (asOf != null && asOf.isBefore(dossier.asOf())) {
            List<Problem> problems = new ArrayList<>(reading.problems());
            problems.add(Problem.error(
                    0,
                    "/as-of",
                    Message.of("workflow.as-of-before-dossier", dossier.asOf(), asOf),
                    Message.of("workflow.use-that-day-or-later")));
            return new CheckResult(null, problems);
        }
        if (asOf != null && !Days.has(asOf.getYear())) {
            List<Problem> problems = new ArrayList<>(reading.problems());
            problems.add(Problem.error(0, "/as-of", Message.of("workflow.as-of-out-of-range", asOf), Days.advice()));
            return new CheckResult(null, problems);
        }
        Dossier judged = (asOf == null ? dossier : dossier.at(asOf)).withFiles(files);
        return new CheckResult(check.check(judged), reading.problems());
    }

    /** Stores a completed check in the caller's transaction. */
    Assessment keep(Actor actor, byte[] content, Report report, List<Problem> problems) {
        Assessment fresh = fresh(actor, new AssessmentRequest(content, null, null));
        return assessments.save(completed(fresh, report, problems));
    }

    private Optional<AssessmentAnswer> before(Actor actor, AssessmentRequest request) {
        String key = request.key();
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > 200 || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.idempotency-key-malformed"));
        }
        return assessments.findByClientAndIdempotencyKey(actor.id(), key).map(found -> {
            if (!found.requestDigest().equals(request.digest())) {
                throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.idempotency-key-of-another-dossier", key));
            }
            return new AssessmentAnswer(found, true, null);
        });
    }

    private AssessmentAnswer stored(
            Actor actor, AssessmentRequest request, Assessment assessment, @Nullable Report report) {
        try {
            Assessment saved = transactions.execute(t -> {
                Assessment kept = assessments.save(assessment);
                told(actor, kept);
                return kept;
            });
            return new AssessmentAnswer(saved == null ? assessment : saved, false, report);
        } catch (DuplicateKeyException e) {
            // Another call with the same key was quicker: both get its answer.
            return before(actor, request).orElseThrow(() -> e);
        }
    }

    private void told(Actor actor, Assessment done) {
        Assessment.Result result = done.result();
        if (done.state() == Assessment.State.COMPLETED && result != null) {
            trail.happened(
                    actor,
                    "assessment.completed",
                    done.id(),
                    result.place(),
                    Map.of(
                            "id", done.id().toString(),
                            "state", "completed",
                            "verdict", result.verdict(),
                            "dossier", result.dossierId()));
        } else if (done.state() == Assessment.State.REJECTED) {
            trail.happened(
                    actor,
                    "assessment.completed",
                    done.id(),
                    "",
                    Map.of("id", done.id().toString(), "state", "rejected"));
        }
    }

    private Assessment fresh(Actor actor, AssessmentRequest request) {
        return new Assessment(
                UUID.randomUUID(),
                Assessment.State.QUEUED,
                actor.id(),
                request.key(),
                request.digest(),
                request.content(),
                request.asOf(),
                null,
                null,
                clock.instant(),
                null,
                null);
    }

    private Assessment completed(Assessment assessment, Report report, List<Problem> problems) {
        Instant now = clock.instant();
        return assessment.completed(
                new Assessment.Result(
                        Words.shortened(report.dossier().id(), 200),
                        Words.shortened(report.dossier().title(), 400),
                        report.dossier().kind(),
                        report.dossier().place(),
                        report.verdict().id(),
                        KeptCounts.write(report.counts()),
                        report.rulebook().version(),
                        report.rulebook().digest(),
                        reports.write(report)),
                StoredProblems.write(problems),
                now);
    }
}
