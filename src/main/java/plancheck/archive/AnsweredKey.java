package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a request with an Idempotency-Key has made. Never changed.
 *
 * @param operation where it was sent; another operation may have the same key
 * @param requestDigest SHA-256 of what was sent
 * @param made id of what came of it
 */
@Table("answered_key")
public record AnsweredKey(
        @Id UUID id,
        String client,
        String operation,
        String idempotencyKey,
        String requestDigest,
        String made,
        Instant at) {}
