package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a queue; verdict, counts and submission are null before the first revision. */
public record DossierRow(
        UUID id,
        String place,
        String kind,
        String title,
        String state,
        int revision,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        @Nullable String verdict,
        @Nullable String counts,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt) {}
