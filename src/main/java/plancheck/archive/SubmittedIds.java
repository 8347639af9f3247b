package plancheck.archive;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The own ids of all dossiers that were submitted. */
public interface SubmittedIds extends Repository<SubmittedId, UUID>, Insertion<SubmittedId> {
    Optional<SubmittedId> findByPlaceAndOwnId(String place, String ownId);
}
