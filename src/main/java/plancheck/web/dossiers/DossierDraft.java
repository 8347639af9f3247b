package plancheck.web.dossiers;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.web.form.FormAnswers;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.DraftPages;

/** Saves a draft as its form is filled in, and tells when somebody else has done so meanwhile. */
@Component
class DossierDraft {
    private final DossierDesk desk;
    private final DraftPages pages;

    DossierDraft(DossierDesk desk, DraftPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * What became of it.
     *
     * @param version what the page's next changes are made to
     * @param savedAt when what the page shows was saved
     * @param overtaken whether it was not saved, because somebody else had saved something else
     */
    record DraftState(long version, Instant savedAt, boolean overtaken) {}

    /** The draft as a page begins with it. */
    static DraftState asItIs(StoredDossier dossier) {
        return new DraftState(version(dossier), dossier.changedAt(), false);
    }

    /**
     * Saves what is another than before.
     *
     * @param seen the version that the page's changes were made to, or that they are to stand instead of
     * @param change which state of which page it is; none without scripts
     */
    DraftState save(
            Actor actor,
            StoredDossier dossier,
            long seen,
            Optional<DraftPages.PageState> change,
            FormAnswers answers,
            byte[] content) {
        String title = answers.value("/title");
        UUID id = dossier.id();
        try {
            return change.isPresent()
                    ? asItIs(onceMore(() -> pages.save(actor, id, seen, change.get(), title, content)))
                    : asItIs(
                            Arrays.equals(dossier.draft(), content)
                                    ? dossier
                                    : desk.save(actor, id, seen, title, content));
        } catch (OptimisticLockingFailureException e) {
            return new DraftState(seen, dossier.changedAt(), true);
        }
    }

    /** The page's own earlier request may have come between, if its answer is still on the way. */
    private static StoredDossier onceMore(Supplier<StoredDossier> saving) {
        try {
            return saving.get();
        } catch (OptimisticLockingFailureException e) {
            return saving.get();
        }
    }

    static long version(StoredDossier dossier) {
        Long version = dossier.version();
        return version == null ? 0 : version;
    }
}
