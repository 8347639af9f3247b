package plancheck.archive;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All decisions. */
public interface CollectionDecisions extends Repository<CollectionDecision, UUID>, Insertion<CollectionDecision> {
    /** First to last. */
    List<CollectionDecision> findAllByCollectionOrderByNumber(UUID collection);
}
