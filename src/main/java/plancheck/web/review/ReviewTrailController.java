package plancheck.web.review;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.access.Actor;
import plancheck.archive.Revision;
import plancheck.facts.Message;
import plancheck.facts.Term;
import plancheck.report.ChangeKind;
import plancheck.report.Comparison;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.Pages;
import plancheck.web.frame.PointerLabels;
import plancheck.web.frame.TrailDetails;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.DossierState;
import plancheck.workflow.Refusal;

/** What has happened to a dossier: who did what when, and what a revision changed. */
@Controller
class ReviewTrailController {
    private final ReviewCases cases;
    private final DossierDesk dossiers;
    private final RuleBook book;

    ReviewTrailController(ReviewCases cases, DossierDesk dossiers, RuleBook book) {
        this.cases = cases;
        this.dossiers = dossiers;
        this.book = book;
    }

    /** Says states in words. */
    record States(Wording wording) {
        /** The state with this id in words; what is no state as it is. */
        public String of(String id) {
            return Term.find(DossierState.class, id).map(wording::term).orElse(id);
        }
    }

    @GetMapping("/review/{id}/trail")
    String trail(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        cases.open(actor, id, locale, model);
        model.addAttribute("entries", dossiers.trail(actor, id));
        Wording words = new Wording(Pages.language(locale));
        model.addAttribute("states", new States(words));
        model.addAttribute("details", new TrailDetails(new PointerLabels(book, words)));
        return "review/trail";
    }

    /** What the revision changed since the one before it. */
    @GetMapping("/review/{id}/changes")
    String changes(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            Locale locale,
            Model model) {
        ReviewCase opened = cases.open(actor, id, revision, locale, model);
        Revision now = opened.revision();
        if (now == null || now.number() == 1) {
            throw new Refusal(Refusal.Why.NOT_FOUND, Message.of("web.nothing-to-compare"));
        }
        Revision before = dossiers.revision(actor, id, now.number() - 1);
        Comparison comparison = Comparison.of(dossiers.report(before), opened.submitted());
        model.addAttribute("comparison", comparison);
        model.addAttribute("kinds", ChangeKind.values());
        return "review/changes";
    }
}
