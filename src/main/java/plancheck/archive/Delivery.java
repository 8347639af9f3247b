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
        @Version @Nullable Long version) {

    /**
     * One more attempt begins.
     *
     * @param nextAt when the next one is due if nobody hears of this one again
     */
    public Delivery attempted(Instant nextAt) {
        return new Delivery(id, event, webhook, attempts + 1, nextAt, null, lastStatus, lastError, version);
    }

    /** The last attempt has succeeded. */
    public Delivery delivered(int status, Instant at) {
        return new Delivery(id, event, webhook, attempts, null, at, status, "", version);
    }

    /**
     * The last attempt has failed.
     *
     * @param nextAt null to give up
     * @param status null when there was no answer
     */
    public Delivery failed(@Nullable Instant nextAt, @Nullable Integer status, String error) {
        String said = error.length() <= 500 ? error : error.substring(0, 500);
        return new Delivery(id, event, webhook, attempts, nextAt, null, status, said, version);
    }
}
