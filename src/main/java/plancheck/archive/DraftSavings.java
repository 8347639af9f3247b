package plancheck.archive;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** One for each draft that a page has saved. */
public interface DraftSavings extends Repository<DraftSaving, UUID> {
    Optional<DraftSaving> findById(UUID dossier);

    /** Makes a row, unless there is one. */
    @Modifying
    @Query("insert into draft_saving (dossier, page, step, version) values (:dossier, :page, 0, 0)"
            + " on conflict do nothing")
    int begin(UUID dossier, UUID page);

    @Modifying
    @Query("update draft_saving set page = :page, step = :step, version = :version where dossier = :dossier")
    int note(UUID dossier, UUID page, long step, long version);
}
