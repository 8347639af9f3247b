package plancheck.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All evidence files. */
public interface EvidenceFiles extends Repository<Evidence, UUID> {
    Evidence save(Evidence evidence);

    Optional<Evidence> findById(UUID id);

    /** All files of the dossier, removed ones too, without their content. */
    @Query("select id, dossier, figure, name, media_type, size, digest, added_by, added_at, removed_at from evidence"
            + " where dossier = :dossier order by added_at, id")
    List<EvidenceRow> of(UUID dossier);

    /** Says what a file proves of which it was not said. */
    @Modifying
    @Query("update evidence set figure = :figure where id = :id and figure = ''")
    int prove(UUID id, String figure);

    /** Takes a file out of the draft; revisions it was submitted with keep it. */
    @Modifying
    @Query("update evidence set removed_at = :at where id = :id and removed_at is null")
    int remove(UUID id, Instant at);

    /** Deletes a file that no revision was submitted with; one that was stays, and 0 is answered. */
    @Modifying
    @Query("delete from evidence where id = :id"
            + " and not exists (select 1 from revision_evidence r where r.evidence = evidence.id)")
    int forget(UUID id);

    /** How many bytes the dossier's files take, removed ones that a revision keeps too; what proves several things, for each. */
    @Query("select coalesce(sum(size), 0) from evidence where dossier = :dossier")
    long sizeOf(UUID dossier);

    @Query("select coalesce(sum(size), 0) from evidence")
    long sizeOfAll();

    /** All ids, so that the files can be looked through one by one. */
    @Query("select id from evidence order by added_at, id")
    List<UUID> ids();
}
