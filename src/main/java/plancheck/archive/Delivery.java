package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One event on its way to one webhook.
 *
 * @param nextAttemptAt null when it is delivered, or given up
 * @param lastStatus HTTP status of the last answer, null when there was none
 * @param lastError empty when there was none
 * @param version null before it is first saved
 */
@Table("delivery")
public record Delivery(
        @Id UUID id,
        UUID event,
        UUID webhook,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt,
        @Nullable Integer lastStatus,
        String lastError,
        @Version @Nullable Long version) {}
