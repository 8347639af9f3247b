package plancheck.archive;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A dossier as it was submitted, with its report. Never changed, never deleted.
 *
 * @param number from 1
 * @param assessment id of the assessment with its report
 * @param evidence the files it was submitted with
 */
@Table("revision")
public record Revision(
        @Id UUID id,
        UUID dossier,
        int number,
        byte[] content,
        UUID assessment,
        String submittedBy,
        Instant submittedAt,
        @MappedCollection(idColumn = "revision") Set<AttachedEvidence> evidence) {

    /** One of the files it was submitted with, by id. */
    @Table("revision_evidence")
    public record AttachedEvidence(@Column("evidence") UUID evidence) {}
}
