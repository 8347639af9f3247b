package plancheck.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All questions that counties were asked. */
public interface Questions extends Repository<Question, UUID> {
    Question save(Question question);

    Optional<Question> findById(UUID id);

    List<Question> findAllByDossierAndRevisionOrderByAskedAt(UUID dossier, int revision);

    List<Question> findAllByDossierOrderByAskedAt(UUID dossier);
}
