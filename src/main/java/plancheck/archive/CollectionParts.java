package plancheck.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The parts of all collections. */
public interface CollectionParts extends Repository<CollectionPart, UUID> {
    /** @throws org.springframework.dao.OptimisticLockingFailureException when it was changed meanwhile */
    CollectionPart save(CollectionPart part);

    Optional<CollectionPart> findById(UUID id);

    Optional<CollectionPart> findByLinkHash(String hash);

    Optional<CollectionPart> findByCollectionAndBureau(UUID collection, String bureau);

    List<CollectionPart> findAllByCollection(UUID collection);

    /** The parts of open collections that an account was given. */
    @Query("""
            select p.* from collection_part p
            join collection c on c.id = p.collection
            where p.account = :login and c.open_of is not null
            order by c.due, p.bureau""")
    List<CollectionPart> givenTo(String login);
}
