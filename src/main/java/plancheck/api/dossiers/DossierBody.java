package plancheck.api.dossiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plancheck.archive.AuditEntry;
import plancheck.archive.EvidenceFiles;
import plancheck.archive.Question;
import plancheck.archive.Revision;
import plancheck.archive.StoredDossier;
import plancheck.archive.StoredDossiers;
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
        Links links) {
    static final String PATH = "/api/v1/dossiers";

    /** Paths. */
    @Schema(name = "DossierLinks")
    record Links(String self, String draft, String revisions, String questions, String evidence, String trail) {
        static Links of(UUID id) {
            String self = PATH + "/" + id;
            return new Links(
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
                Links.of(dossier.id()));
    }

    static DossierBody of(StoredDossiers.Line line) {
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
                Links.of(line.id()));
    }

    /** One submission. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Revision")
    record OfRevision(
            int number,
            String submittedBy,
            Instant submittedAt,

            @Schema(description = "Only with one revision by itself", nullable = true) @Nullable
            String verdict,

            @Nullable Map<String, Integer> counts,
            @Nullable List<OfFile> evidence,
            RevisionLinks links) {

        static OfRevision of(Revision revision) {
            return new OfRevision(
                    revision.number(),
                    revision.submittedBy(),
                    revision.submittedAt(),
                    null,
                    null,
                    null,
                    RevisionLinks.of(revision));
        }

        static OfRevision of(Revision revision, Report report, List<EvidenceFiles.Line> files) {
            Map<String, Integer> counts = new java.util.LinkedHashMap<>();
            report.counts().forEach((outcome, count) -> counts.put(outcome.id(), count));
            return new OfRevision(
                    revision.number(),
                    revision.submittedBy(),
                    revision.submittedAt(),
                    report.verdict().id(),
                    counts,
                    files.stream().map(OfFile::of).toList(),
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
    record OfFile(
            UUID id,
            @Schema(example = "/figures/urbanisation-rate") String figure,
            String name,
            String mediaType,
            @Schema(description = "In bytes") long size,
            @Schema(description = "SHA-256") String digest,
            String addedBy,
            Instant addedAt,
            @Schema(description = "Path of its content") String content) {

        static OfFile of(EvidenceFiles.Line file) {
            return new OfFile(
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
    record OfQuestion(
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

        static OfQuestion of(Question question) {
            boolean answered = question.answeredAt() != null;
            return new OfQuestion(
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
    record Answer(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String answer) {}

    /** Something that was done. */
    @Schema(name = "TrailEntry")
    record Done(
            Instant at,
            String actor,
            @Schema(example = "dossier.submit") String action,
            String from,
            String to,
            String detail) {

        static Done of(AuditEntry entry, Language language) {
            return new Done(
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.fromState(),
                    entry.toState(),
                    entry.said().in(language));
        }
    }
}
