package plancheck.web.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.archive.Revision;
import plancheck.archive.StoredDossier;
import plancheck.facts.Message;
import plancheck.report.Report;
import plancheck.report.writing.FindingWords;
import plancheck.report.writing.Wording;
import plancheck.web.frame.Pages;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;
import plancheck.workflow.ReviewDesk;

/** Opens dossiers on the review desk, with what every page about one shows. */
@Component
class ReviewCases {
    private final DossierDesk dossiers;
    private final ReviewDesk desk;
    private final People people;

    ReviewCases(DossierDesk dossiers, ReviewDesk desk, People people) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.people = people;
    }

    /** The dossier at its last revision. */
    ReviewCase open(Actor actor, UUID id, Locale locale, Model model) {
        return open(actor, id, null, locale, model);
    }

    /**
     * The dossier at one revision; puts {@code c}, and the words every page needs, into the model.
     *
     * @param number null for the last
     */
    ReviewCase open(Actor actor, UUID id, @Nullable Integer number, Locale locale, Model model) {
        words(locale, model);
        StoredDossier dossier = dossiers.find(actor, id);
        ReviewActions actions = ReviewActions.of(actor, dossier, desk);
        ReviewCase opened;
        if (dossier.revision() == 0) {
            opened = new ReviewCase(dossier, List.of(), null, null, Map.of(), actions);
        } else {
            Revision revision = dossiers.revision(actor, id, number == null ? dossier.revision() : number);
            Report report = dossiers.report(revision);
            opened = new ReviewCase(
                    dossier,
                    dossiers.revisions(actor, id),
                    revision,
                    report,
                    desk.opinions(dossier, revision.number()),
                    actions);
        }
        model.addAttribute("c", opened);
        return opened;
    }

    /** {@code names} and {@code f}, a finding's lines as reports have them. */
    void words(Locale locale, Model model) {
        model.addAttribute("names", ReviewNames.of(people));
        model.addAttribute("f", new FindingWords(new Wording(Pages.language(locale))));
    }

    /** @throws Refusal {@code CONFLICT} when the page the form stood on was of an earlier revision */
    void expect(Actor actor, UUID id, int revision) {
        int now = dossiers.find(actor, id).revision();
        if (revision != now) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("web.page-of-earlier-submission", revision, now));
        }
    }

    /**
     * Does what the form of a revision's page asks for.
     *
     * @throws Refusal {@code CONFLICT} when that is not the last revision any more, or somebody else was quicker
     */
    void attempt(Actor actor, UUID id, int revision, Runnable action) {
        expect(actor, id, revision);
        attempt(action);
    }

    /** @throws Refusal {@code CONFLICT} when somebody else did something to the dossier in the same moment */
    static void attempt(Runnable action) {
        try {
            action.run();
        } catch (ConcurrencyFailureException e) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("web.dossier-changed-meanwhile"));
        }
    }

    /** Has the page say what was refused, where it was tried; what is not there at all has no page. */
    static void refused(Refusal refusal, HttpServletResponse response, Model model) {
        if (refusal.why() == Refusal.Why.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus(Pages.status(refusal).value());
        model.addAttribute("refusal", refusal);
    }

    /** A text as typed into a form, with line breaks as they are kept. */
    static String typed(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
