package plancheck.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All rounds of asking. */
public interface StoredCollections extends Repository<StoredCollection, UUID> {
    StoredCollection save(StoredCollection collection);

    Optional<StoredCollection> findById(UUID id);

    Optional<StoredCollection> findByOpenOf(UUID dossier);

    /** Whether the dossier was collected before, the last first. */
    List<StoredCollection> findAllByDossierOrderByOpenedAtDesc(UUID dossier);

    /** Holds it until the transaction ends, so that nobody hands a part back while it is being closed. */
    @Query("select version from collection where id = :id for update")
    Optional<Long> hold(UUID id);

    /** The open ones that are due by the day. */
    @Query("select id from collection where open_of is not null and due <= :day order by due, id")
    List<UUID> dueBy(LocalDate day);
}
