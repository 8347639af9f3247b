package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file without its content. */
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
