package plancheck.web.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import plancheck.access.Actor;
import plancheck.archive.Opinion;
import plancheck.archive.OpinionKind;
import plancheck.archive.Revision;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.report.Finding;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.workflow.Refusal;
import plancheck.workflow.ReviewDesk;
import plancheck.workflow.ReviewDesk.Matter;

/** One finding with all it rests on, and the reviewer's opinion beside it: a page, or the drawer's content. */
@Controller
class ReviewFindingController {
    private final ReviewCases cases;
    private final ReviewDesk desk;
    private final ReviewClauses clauses;
    private final ReviewFigures figures;
    private final ReviewHeadings headings;
    private final RuleBook book;

    ReviewFindingController(
            ReviewCases cases,
            ReviewDesk desk,
            ReviewClauses clauses,
            ReviewFigures figures,
            ReviewHeadings headings,
            RuleBook book) {
        this.cases = cases;
        this.desk = desk;
        this.clauses = clauses;
        this.figures = figures;
        this.headings = headings;
        this.book = book;
    }

    /** What the form holds: what was typed, an earlier opinion taken over, or nothing. */
    record Form(String kind, String reason) {}

    /**
     * @param subject the finding's subject in Chinese; null where the provision has one finding only
     * @param reuse the revision of which the opinion is to be taken over; null for none
     */
    @GetMapping("/review/{id}/findings/{provision}")
    String finding(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String provision,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable Integer reuse,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean drawer,
            Locale locale,
            Model model) {
        ReviewCase opened = cases.open(actor, id, revision, locale, model);
        Finding finding = opened.finding(provision, subject);
        List<Opinion> history = desk.history(opened.dossier(), Matter.of(finding));
        Form form = history.stream()
                .filter(opinion -> reuse != null && opinion.revision() == reuse)
                .findFirst()
                .map(opinion -> new Form(opinion.kind().name(), opinion.reason()))
                .orElse(new Form("", ""));
        return page(opened, finding, form, drawer, model);
    }

    /** @param after id of the opinion that counted when the form was shown, empty for none */
    @PostMapping("/review/{id}/findings/{provision}")
    String opine(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String provision,
            @RequestParam String subject,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean drawer,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash,
            Model model) {
        Matter matter = new Matter(provision, subject);
        String words = ReviewCases.typed(reason);
        try {
            cases.expect(actor, id, revision);
            give(actor, id, matter, kind(kind), words, after, locale, model);
        } catch (Refusal refusal) {
            ReviewCases.refused(refusal, response, model);
            ReviewCase opened = cases.open(actor, id, locale, model);
            return page(opened, opened.finding(provision, subject), new Form(kind, words), drawer, model);
        }
        if (drawer) {
            model.addAttribute("done", "review.done.opinion");
            response.setHeader("HX-Trigger", "opinion-given");
            ReviewCase opened = cases.open(actor, id, locale, model);
            return page(opened, opened.finding(provision, subject), new Form("", ""), true, model);
        }
        flash.addFlashAttribute("done", "review.done.opinion");
        ReviewCase opened = cases.open(actor, id, locale, model);
        return "redirect:" + opened.path(opened.finding(provision, subject));
    }

    /** A form sent twice gives one opinion; one that did not know of another's opinion gives none. */
    private void give(
            Actor actor,
            UUID id,
            Matter matter,
            OpinionKind kind,
            String reason,
            String after,
            Locale locale,
            Model model) {
        Opinion last = cases.open(actor, id, locale, model).opinions().get(matter);
        if (last != null && !last.id().toString().equals(after)) {
            if (last.givenBy().equals(actor.id())
                    && last.kind() == kind
                    && last.reason().equals(reason)) {
                return;
            }
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("web.opinion-meanwhile"));
        }
        ReviewCases.attempt(() -> desk.opine(actor, id, matter, kind, reason));
    }

    private static OpinionKind kind(String name) {
        for (OpinionKind kind : OpinionKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new Refusal(Refusal.Why.INVALID, Message.of("web.choose-opinion"));
    }

    private String page(ReviewCase opened, Finding finding, Form form, boolean drawer, Model model) {
        Matter matter = Matter.of(finding);
        model.addAttribute("finding", finding);
        model.addAttribute("matter", matter);
        model.addAttribute("form", form);
        model.addAttribute("kinds", ReviewOpinions.kinds(finding));
        model.addAttribute("opinion", opened.opinion(finding));
        model.addAttribute("next", next(opened, finding));
        model.addAttribute("history", desk.history(opened.dossier(), matter));
        model.addAttribute("heading", headings.of(finding));
        model.addAttribute("clauses", clauses.of(finding.citations()));
        Revision revision = opened.revision();
        ReviewFigures.GivenFigures shown =
                revision == null ? ReviewFigures.GivenFigures.NOTHING : figures.of(finding, revision);
        model.addAttribute("given", shown.given());
        model.addAttribute("givenMore", shown.more());
        model.addAttribute("figures", figures);
        model.addAttribute("provision", book.provision(finding.provision()).orElse(null));
        model.addAttribute("rulings", rulings(finding));
        model.addAttribute("sameBook", opened.submitted().rulebook().digest().equals(book.digest()));
        return drawer ? "review/finding :: detail" : "review/finding";
    }

    /** The undecided finding after this one, and the first after the last; null when there is no other. */
    private static @Nullable Finding next(ReviewCase opened, Finding finding) {
        List<Finding> findings = opened.submitted().findings();
        List<Finding> open = opened.undecided();
        int at = findings.indexOf(finding);
        return open.stream()
                .filter(other -> findings.indexOf(other) > at)
                .findFirst()
                .or(() -> open.stream().filter(other -> !other.equals(finding)).findFirst())
                .orElse(null);
    }

    private List<Ruling> rulings(Finding finding) {
        return finding.rulings().stream()
                .map(id -> book.rulings().getOrDefault(id, new Ruling(id, "", Label.of(""))))
                .toList();
    }
}
