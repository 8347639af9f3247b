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
        @Nullable Instant removedAt) {}
