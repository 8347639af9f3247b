package plancheck.archive;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All opinions. */
public interface Opinions extends Repository<Opinion, UUID>, Insertion<Opinion> {
    /** First to last; the last of a finding counts. */
    List<Opinion> findAllByDossierAndRevisionOrderByGivenAt(UUID dossier, int revision);
}
