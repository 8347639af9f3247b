package plancheck.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All deliveries: the outbox. */
public interface Deliveries extends Repository<Delivery, UUID> {
    Delivery save(Delivery delivery);

    @Query("select * from delivery where next_attempt_at <= :now order by next_attempt_at limit :limit")
    List<Delivery> due(Instant now, int limit);

    List<Delivery> findAllByWebhook(UUID webhook);
}
