package plancheck.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One check of one dossier: what was handed in, and what came out.
 *
 * @param client who asked for it
 * @param idempotencyKey the client's own key, null when it gave none
 * @param requestDigest SHA-256 of all that was asked, in hexadecimal, so that a key is not used for two things
 * @param content the dossier as handed in
 * @param asOf the day it is to be judged at, null for the dossier's own
 * @param result null until it is completed, and when the dossier has problems
 * @param problems JSON of the dossier's problems, warnings too; null until it is done
 * @param version null before it is first saved
 */
@Table("assessment")
public record Assessment(
        @Id UUID id,
        State state,
        String client,
        @Nullable String idempotencyKey,
        String requestDigest,
        byte[] content,
        @Nullable LocalDate asOf,
        @Embedded.Nullable @Nullable Result result,
        @Nullable String problems,
        Instant requestedAt,
        @Nullable Instant completedAt,
        @Version @Nullable Long version) {

    /** How far it is. */
    public enum State {
        QUEUED,
        COMPLETED,
        /** The dossier has problems; there is no verdict. */
        REJECTED
    }

    /**
     * What came out.
     *
     * @param counts findings per outcome, as JSON, {@code {"pass":12,"fail":3,…}}
     * @param report the whole report, as the report's codec writes it
     */
    public record Result(
            String dossierId,
            String title,
            String kind,
            String place,
            String verdict,
            String counts,
            String rulebookVersion,
            String rulebookDigest,
            byte[] report) {}

    public Assessment completed(Result came, String warnings, Instant at) {
        return new Assessment(
                id,
                State.COMPLETED,
                client,
                idempotencyKey,
                requestDigest,
                content,
                asOf,
                came,
                warnings,
                requestedAt,
                at,
                version);
    }

    public Assessment rejected(String found, Instant at) {
        return new Assessment(
                id,
                State.REJECTED,
                client,
                idempotencyKey,
                requestDigest,
                content,
                asOf,
                null,
                found,
                requestedAt,
                at,
                version);
    }
}
