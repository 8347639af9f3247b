package plancheck.archive;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The audit trail. */
public interface AuditTrail extends Repository<AuditEntry, Long>, Insertion<AuditEntry> {
    /** First to last. */
    List<AuditEntry> findAllByObjectOrderById(String object);

    /** The latest of everything, newest first. */
    @Query("select * from audit_entry order by id desc limit :limit offset :offset")
    List<AuditEntry> latest(int limit, long offset);

    /**
     * The latest that match, newest first.
     *
     * @param actor a pattern of SQL's {@code like} in lower case, {@code %} for any; {@code object} likewise, {@code
     *     action} as written
     */
    @Query("""
            select * from audit_entry
            where lower(actor) like :actor and action like :action and lower(object) like :object
            order by id desc limit :limit offset :offset""")
    List<AuditEntry> matching(String actor, String action, String object, int limit, long offset);
}
