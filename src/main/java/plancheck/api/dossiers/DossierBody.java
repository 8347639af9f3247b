package plancheck.api.dossiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plancheck.archive.AuditEntry;
import plancheck.archive.DossierRow;
import plancheck.archive.EvidenceRow;
import plancheck.archive.ReviewQuestion;
import plancheck.archive.Revision;
import plancheck.archive.StoredDossier;
import plancheck.facts.Language;
import plancheck.report.Report;
import plancheck.workflow.DossierState;
import plancheck.workflow.KeptCounts;

/** A dossier on its way, without what stands in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dossier", description = "A dossier on its way, without what stands in it.")
record DossierBody(
        UUID id,
        @Schema(description = "GB/T 2260 code") String place,

        @Schema(allowableValues = {"self-assessment", "project"})
        String kind,

        String title,

        @Schema(implementation = DossierState.class) String state,

        @Schema(description = "Number of the last submission, 0 before the first")
        int revision,

        @Schema(description = "As in ETag; absent in lists", nullable = true) @Nullable
        Long version,

        @Schema(description = "Of the last submission; in lists", nullable = true) @Nullable
        String verdict,

        @Nullable Map<String, Integer> counts,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        DossierLinks links) {
    static final String PATH = "/api/v1/dossiers";

    /** Paths. */
    @Schema(name = "DossierLinks")
    record DossierLinks(String self, String draft, String revisions, String questions, String evidence, String trail) {
        static DossierLinks of(UUID id) {
            String self = PATH + "/" + id;
            return new DossierLinks(
                    self,
                    self + "/draft",
                    self + "/revisions",
                    self + "/questions",
                    self + "/evidence",
                    self + "/trail");
        }
    }

    static DossierBody of(StoredDossier dossier) {
        return new DossierBody(
                dossier.id(),
                dossier.place(),
                dossier.kind(),
                dossier.title(),
                dossier.state(),
                dossier.revision(),
                dossier.version(),
                null,
                null,
                dossier.createdBy(),
                dossier.createdAt(),
                dossier.changedAt(),
                DossierLinks.of(dossier.id()));
    }

    static DossierBody of(DossierRow line) {
        String counts = line.counts();
        return new DossierBody(
                line.id(),
                line.place(),
                line.kind(),
                line.title(),
                line.state(),
                line.revision(),
                null,
                line.verdict(),
                counts == null ? null : KeptCounts.read(counts),
                line.createdBy(),
                line.createdAt(),
                line.changedAt(),
                DossierLinks.of(line.id()));
    }

    /** One submission. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Revision")
    record RevisionBody(
            int number,
            String submittedBy,
            Instant submittedAt,

            @Schema(description = "Only with one revision by itself", nullable = true) @Nullable
            String verdict,

            @Nullable Map<String, Integer> counts,
            @Nullable List<EvidenceBody> evidence,
            RevisionLinks links) {

        static RevisionBody of(Revision revision) {
            return new RevisionBody(
                    revision.number(),
                    revision.submittedBy(),
                    revision.submittedAt(),
                    null,
                    null,
                    null,
                    RevisionLinks.of(revision));
        }

        static RevisionBody of(Revision revision, Report report, List<EvidenceRow> files) {
            Map<String, Integer> counts = new java.util.LinkedHashMap<>();
            report.counts().forEach((outcome, count) -> counts.put(outcome.id(), count));
            return new RevisionBody(
                    revision.number(),
                    revision.submittedBy(),
                    revision.submittedAt(),
                    report.verdict().id(),
                    counts,
                    files.stream().map(EvidenceBody::of).toList(),
                    RevisionLinks.of(revision));
        }
    }

    /** Paths. */
    @Schema(name = "RevisionLinks")
    record RevisionLinks(String self, String report, String findings, String dossier) {
        static RevisionLinks of(Revision revision) {
            String self = path(revision);
            return new RevisionLinks(self, self + "/report", self + "/findings", self + "/dossier");
        }
    }

    static String path(Revision revision) {
        return PATH + "/" + revision.dossier() + "/revisions/" + revision.number();
    }

    /** A file that proves a figure. */
    @Schema(name = "Evidence")
    record EvidenceBody(
            UUID id,
            @Schema(example = "/figures/urbanisation-rate") String figure,
            String name,
            String mediaType,
            @Schema(description = "In bytes") long size,
            @Schema(description = "SHA-256") String digest,
            String addedBy,
            Instant addedAt,
            @Schema(description = "Path of its content") String content) {

        static EvidenceBody of(EvidenceRow file) {
            return new EvidenceBody(
                    file.id(),
                    file.figure(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.digest(),
                    file.addedBy(),
                    file.addedAt(),
                    PATH + "/" + file.dossier() + "/evidence/" + file.id());
        }
    }

    /** What the county was asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Question")
    record QuestionBody(
            UUID id,
            int revision,

            @Schema(description = "Empty when it concerns the whole dossier")
            String provision,

            String subject,
            String text,
            String askedBy,
            Instant askedAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {

        static QuestionBody of(ReviewQuestion question) {
            boolean answered = question.answeredAt() != null;
            return new QuestionBody(
                    question.id(),
                    question.revision(),
                    question.provision(),
                    question.subject(),
                    question.text(),
                    question.askedBy(),
                    question.askedAt(),
                    answered ? question.answer() : null,
                    answered ? question.answeredBy() : null,
                    question.answeredAt());
        }
    }

    /** An answer to a question. */
    @Schema(name = "AnswerRequest")
    record AnswerRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String answer) {}

    /** Something that was done. */
    @Schema(name = "TrailEntry")
    record TrailEntry(
            Instant at,
            String actor,
            @Schema(example = "dossier.submit") String action,
            String from,
            String to,
            String detail) {

        static TrailEntry of(AuditEntry entry, Language language) {
            return new TrailEntry(
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.fromState(),
                    entry.toState(),
                    entry.said().in(language));
        }
    }
}
