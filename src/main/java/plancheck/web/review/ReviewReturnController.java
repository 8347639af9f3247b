package plancheck.web.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Locale;
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
import plancheck.workflow.Refusal;
import plancheck.workflow.ReviewDesk;

/** Returning a dossier to the county with the questions put so far. */
@Controller
class ReviewReturnController {
    private final ReviewCases cases;
    private final ReviewDesk desk;

    ReviewReturnController(ReviewCases cases, ReviewDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @GetMapping("/review/{id}/return")
    String ask(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return page(cases.open(actor, id, locale, model), "", model);
    }

    @PostMapping("/review/{id}/return")
    String returned(
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
            cases.attempt(actor, id, revision, () -> desk.returned(actor, id, words));
        } catch (Refusal refusal) {
            ReviewCases.refused(refusal, response, model);
            return page(cases.open(actor, id, locale, model), words, model);
        }
        flash.addFlashAttribute("done", "review.done.return");
        return "redirect:/review/" + id;
    }

    private static String page(ReviewCase opened, String remark, Model model) {
        model.addAttribute("asked", opened.with(EnumSet.of(OpinionKind.ASK)));
        model.addAttribute("remark", remark);
        return "review/return";
    }
}
