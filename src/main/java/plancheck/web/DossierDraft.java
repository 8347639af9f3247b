package plancheck.web;

import java.time.Instant;
import java.util.Arrays;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.workflow.DossierDesk;

/** Saves a draft as its form is filled in, and tells when somebody else has done so meanwhile. */
@Component
class DossierDraft {
    private final DossierDesk desk;

    DossierDraft(DossierDesk desk) {
        this.desk = desk;
    }

    /**
     * What became of it.
     *
     * @param version what the page's next changes are made to
     * @param savedAt when what the page shows was saved
     * @param overtaken whether it was not saved, because somebody else had saved something else
     */
    record Saved(long version, Instant savedAt, boolean overtaken) {}

    /** The draft as a page begins with it. */
    static Saved asItIs(StoredDossier dossier) {
        return new Saved(version(dossier), dossier.changedAt(), false);
    }

    /**
     * Saves what is another than before.
     *
     * @param seen the version that the page's changes were made to, or that they are to stand instead of
     */
    Saved save(Actor actor, StoredDossier dossier, long seen, FormAnswers answers, byte[] content) {
        if (Arrays.equals(dossier.draft(), content)) {
            return asItIs(dossier);
        }
        try {
            return asItIs(desk.save(actor, dossier.id(), seen, answers.value("/title"), content));
        } catch (OptimisticLockingFailureException e) {
            return new Saved(seen, dossier.changedAt(), true);
        }
    }

    static long version(StoredDossier dossier) {
        Long version = dossier.version();
        return version == null ? 0 : version;
    }
}
