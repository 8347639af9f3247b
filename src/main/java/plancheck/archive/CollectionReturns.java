package plancheck.archive;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All that was handed back. */
public interface CollectionReturns extends Repository<CollectionReturn, UUID>, Insertion<CollectionReturn> {
    /** First to last. */
    List<CollectionReturn> findAllByPartOrderByNumber(UUID part);

    /** The last of each part. */
    @Query("""
            select r.* from collection_return r
            join collection_part p on p.id = r.part
            where p.collection = :collection
                and r.number = (select max(o.number) from collection_return o where o.part = r.part)""")
    List<CollectionReturn> lastOf(UUID collection);
}
