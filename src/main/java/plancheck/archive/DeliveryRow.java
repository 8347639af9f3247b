package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery with what it tells of; null as with {@link Delivery}. */
public record DeliveryRow(
        UUID id,
        UUID event,
        String type,
        String subject,
        Instant occurredAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt,
        @Nullable Integer lastStatus,
        String lastError) {}
