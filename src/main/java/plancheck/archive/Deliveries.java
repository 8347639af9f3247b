package plancheck.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All deliveries: the outbox. */
public interface Deliveries extends Repository<Delivery, UUID> {
    Delivery save(Delivery delivery);

    /** The webhooks that something is to be sent to now. */
    @Query("select distinct webhook from delivery where next_attempt_at <= :now")
    List<UUID> waiting(Instant now);

    /** What is to be sent to the webhook next, empty when nothing is due. */
    @Query("select * from delivery where webhook = :webhook and next_attempt_at <= :now"
            + " order by next_attempt_at, id limit 1")
    Optional<Delivery> next(UUID webhook, Instant now);

    /** The webhook's, newest first. */
    @Query("""
            select d.id, e.id as event, e.type, e.subject, e.occurred_at, d.attempts, d.next_attempt_at, d.delivered_at,
                d.last_status, d.last_error
            from delivery d join event e on e.id = d.event
            where d.webhook = :webhook
            order by e.occurred_at desc, d.id limit :limit offset :offset""")
    List<DeliveryRow> latest(UUID webhook, int limit, long offset);

    /** Those of them that come after the one with this time and id. */
    @Query("""
            select d.id, e.id as event, e.type, e.subject, e.occurred_at, d.attempts, d.next_attempt_at, d.delivered_at,
                d.last_status, d.last_error
            from delivery d join event e on e.id = d.event
            where d.webhook = :webhook and (e.occurred_at < :at or (e.occurred_at = :at and d.id > :id))
            order by e.occurred_at desc, d.id limit :limit""")
    List<DeliveryRow> latestAfter(UUID webhook, Instant at, UUID id, int limit);

    long countByWebhook(UUID webhook);
}
