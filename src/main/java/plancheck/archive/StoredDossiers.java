package plancheck.archive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All dossiers. */
public interface StoredDossiers extends Repository<StoredDossier, UUID> {
    Optional<StoredDossier> findById(UUID id);

    /**
     * Holds the dossier until the transaction ends, so that whoever else wants to change it comes after it and sees
     * what has become of it.
     *
     * @return its version; empty when there is none
     */
    @Query("select version from dossier where id = :id for update")
    Optional<Long> hold(UUID id);

    /** @throws org.springframework.dao.OptimisticLockingFailureException when it was changed meanwhile */
    StoredDossier save(StoredDossier dossier);

    /** The one that came to this state last, of a place and a kind, but for one. */
    @Query("select * from dossier where place = :place and kind = :kind and state = :state and id <> :not"
            + " order by changed_at desc, id limit 1")
    Optional<StoredDossier> last(String place, String kind, String state, UUID not);

    /**
     * The dossiers in these states, the longest waiting first.
     *
     * @param place GB/T 2260 code, empty for all
     */
    @Query("""
            select d.id, d.place, d.kind, d.title, d.state, d.revision, d.created_by, d.created_at, d.changed_at,
                a.verdict, a.counts, r.submitted_by, r.submitted_at
            from dossier d
            left join revision r on r.dossier = d.id and r.number = d.revision
            left join assessment a on a.id = r.assessment
            where d.state in (:states) and (:place = '' or d.place = :place)
            order by d.changed_at, d.id""")
    List<DossierRow> queue(Collection<String> states, String place);
}
