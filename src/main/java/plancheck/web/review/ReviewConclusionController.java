package plancheck.web.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import plancheck.access.Actor;
import plancheck.archive.OpinionKind;
import plancheck.facts.Force;
import plancheck.report.Outcome;
import plancheck.workflow.Refusal;
import plancheck.workflow.ReviewDesk;

/** Concluding a review, and reopening one that was concluded. */
@Controller
class ReviewConclusionController {
    private static final Set<OpinionKind> AGAINST = EnumSet.of(OpinionKind.DISAGREE, OpinionKind.UNMET);

    private final ReviewCases cases;
    private final ReviewDesk desk;

    ReviewConclusionController(ReviewCases cases, ReviewDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @GetMapping("/review/{id}/conclude")
    String ask(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return summary(cases.open(actor, id, locale, model), "", model);
    }

    @PostMapping("/review/{id}/conclude")
    String conclude(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String remark,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash,
            Model model) {
        String words = ReviewCases.typed(remark);
        try {
            cases.attempt(actor, id, revision, () -> desk.conclude(actor, id, words));
        } catch (Refusal refusal) {
            // The page itself lists what is undecided, with links.
            ReviewCases.refused(new Refusal(refusal.why(), refusal.message(), List.of()), response, model);
            return summary(cases.open(actor, id, locale, model), words, model);
        }
        flash.addFlashAttribute("done", "review.done.conclude");
        return "redirect:/review/" + id;
    }

    private static String summary(ReviewCase opened, String remark, Model model) {
        model.addAttribute("undecided", opened.undecided());
        model.addAttribute(
                "fails",
                opened.submitted().findings().stream()
                        .filter(f -> f.force() == Force.MUST && f.outcome() == Outcome.FAIL)
                        .toList());
        model.addAttribute("against", opened.with(AGAINST));
        model.addAttribute("met", opened.with(EnumSet.of(OpinionKind.MET)));
        model.addAttribute("remark", remark);
        return "review/conclude";
    }

    @GetMapping("/review/{id}/reopen")
    String reopening(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        cases.open(actor, id, locale, model).submitted();
        model.addAttribute("reason", "");
        return "review/reopen";
    }

    @PostMapping("/review/{id}/reopen")
    String reopen(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash,
            Model model) {
        String words = ReviewCases.typed(reason);
        try {
            ReviewCases.attempt(() -> desk.reopen(actor, id, words));
        } catch (Refusal refusal) {
            ReviewCases.refused(refusal, response, model);
            cases.open(actor, id, locale, model);
            model.addAttribute("reason", words);
            return "review/reopen";
        }
        flash.addFlashAttribute("done", "review.done.reopen");
        return "redirect:/review/" + id;
    }
}
