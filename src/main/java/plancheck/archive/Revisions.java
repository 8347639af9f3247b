package plancheck.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All revisions. */
public interface Revisions extends Repository<Revision, UUID>, Insertion<Revision> {
    Optional<Revision> findByDossierAndNumber(UUID dossier, int number);

    /** First to last. */
    List<Revision> findAllByDossierOrderByNumber(UUID dossier);

    boolean existsByDossierAndSubmittedBy(UUID dossier, String submittedBy);
}
