package plancheck.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All assessments. */
public interface Assessments extends Repository<Assessment, UUID> {
    Optional<Assessment> findById(UUID id);

    Optional<Assessment> findByClientAndIdempotencyKey(String client, String idempotencyKey);

    /** Inserts, or updates one that was queued. */
    Assessment save(Assessment assessment);

    long count();

    @Query("select id from assessment where state = 'QUEUED' order by requested_at")
    List<UUID> queued();

    @Query("select count(*) from assessment where state = 'QUEUED' and requested_at < :at")
    long queuedBefore(Instant at);

    /** The client's latest, newest first, without what was handed in and without the reports. */
    @Query("select id, state, dossier_id, title, place, verdict, counts, requested_at from assessment"
            + " where client = :client order by requested_at desc, id limit :limit offset :offset")
    List<AssessmentRow> latest(String client, int limit, long offset);

    /** Those of them that come after the one with this time and id. */
    @Query("select id, state, dossier_id, title, place, verdict, counts, requested_at from assessment"
            + " where client = :client and (requested_at < :at or (requested_at = :at and id > :id))"
            + " order by requested_at desc, id limit :limit")
    List<AssessmentRow> latestAfter(String client, Instant at, UUID id, int limit);

    long countByClient(String client);
}
