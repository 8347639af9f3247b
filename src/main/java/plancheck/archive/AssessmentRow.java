package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a list; what came out is null until it is completed. */
public record AssessmentRow(
        UUID id,
        Assessment.State state,
        @Nullable String dossierId,
        @Nullable String title,
        @Nullable String place,
        @Nullable String verdict,
        @Nullable String counts,
        Instant requestedAt) {}
