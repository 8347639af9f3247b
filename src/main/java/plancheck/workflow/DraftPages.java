package plancheck.workflow;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.access.Actor;
import plancheck.archive.DraftSavings;
import plancheck.archive.StoredDossier;

/**
 * Saves a draft from the page it is filled in on. A page that never got its answer sends again, and what it sends may arrive
 * late or twice: then it is told from somebody else's saving, and nothing older takes the place of something newer.
 */
@Component
public class DraftPages {
    private final DossierDesk desk;
    private final DraftSavings savings;

    public DraftPages(DossierDesk desk, DraftSavings savings) {
        this.desk = desk;
        this.savings = savings;
    }

    /**
     * One state of what a page holds.
     *
     * @param page made anew whenever a draft is opened
     * @param step greater for a later state
     */
    public record PageState(UUID page, long step) {}

    /**
     * Saves the draft unless somebody else has saved something else meanwhile, or the same page something later.
     *
     * @param seen the version that the page was made of, or has been told of since
     * @throws OptimisticLockingFailureException when somebody else has; nothing is saved
     */
    @Transactional
    public StoredDossier save(Actor actor, UUID id, long seen, PageState change, String title, byte[] content) {
        StoredDossier dossier = desk.find(actor, id);
        long version = version(dossier);
        Optional<PageState> last = last(dossier);
        boolean own = last.map(PageState::page).filter(change.page()::equals).isPresent();
        if (own && last.orElseThrow().step() > change.step()) {
            return dossier;
        }
        boolean same = Arrays.equals(dossier.draft(), content);
        StoredDossier saved = same ? dossier : desk.save(actor, id, own ? version : seen, title, content);
        savings.begin(id, change.page());
        savings.note(id, change.page(), change.step(), version(saved));
        return saved;
    }

    /** What the draft as it stands came from; empty when it was no page, or none since it was last changed. */
    public Optional<PageState> last(StoredDossier dossier) {
        return savings.findById(dossier.id())
                .filter(saving -> saving.version() == version(dossier))
                .map(saving -> new PageState(saving.page(), saving.step()));
    }

    private static long version(StoredDossier dossier) {
        Long version = dossier.version();
        return version == null ? 0 : version;
    }
}
