package plancheck.archive;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All that requests with an Idempotency-Key have made, but for assessments, which have their key themselves. */
public interface AnsweredKeys extends Repository<AnsweredKey, UUID>, Insertion<AnsweredKey> {
    Optional<AnsweredKey> findByClientAndOperationAndIdempotencyKey(
            String client, String operation, String idempotencyKey);
}
