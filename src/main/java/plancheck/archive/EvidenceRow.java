package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file without its content.
 *
 * @param figure what it proves, as a JSON pointer; empty while nobody has said it
 */
public record EvidenceRow(
        UUID id,
        UUID dossier,
        String figure,
        String name,
        String mediaType,
        long size,
        String digest,
        String addedBy,
        Instant addedAt,
        @Nullable Instant removedAt) {

    /** Whether the other one is the same file, attached to something else perhaps. */
    public boolean isSameFile(EvidenceRow other) {
        return digest.equals(other.digest) && name.equals(other.name);
    }

    public static EvidenceRow of(Evidence file) {
        return new EvidenceRow(
                file.id(),
                file.dossier(),
                file.figure(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.digest(),
                file.addedBy(),
                file.addedAt(),
                file.removedAt());
    }
}
