package plancheck.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All questions that counties were asked. */
public interface ReviewQuestions extends Repository<ReviewQuestion, UUID> {
    ReviewQuestion save(ReviewQuestion question);

    Optional<ReviewQuestion> findById(UUID id);

    List<ReviewQuestion> findAllByDossierAndRevisionOrderByAskedAt(UUID dossier, int revision);

    List<ReviewQuestion> findAllByDossierOrderByAskedAt(UUID dossier);
}
