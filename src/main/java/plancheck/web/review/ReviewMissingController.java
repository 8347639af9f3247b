package plancheck.web.review;

import jakarta.servlet.http.HttpServletResponse;
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
import plancheck.workflow.Refusal;
import plancheck.workflow.ReviewDesk;

/** Asking the county for all that is missing at once. */
@Controller
class ReviewMissingController {
    private final ReviewCases cases;
    private final ReviewDesk desk;

    ReviewMissingController(ReviewCases cases, ReviewDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @GetMapping("/review/{id}/ask-missing")
    String ask(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return page(cases.open(actor, id, locale, model), model);
    }

    @PostMapping("/review/{id}/ask-missing")
    String asked(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int revision,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash,
            Model model) {
        try {
            cases.attempt(
                    actor, id, revision, () -> flash.addFlashAttribute("doneCount", desk.askForMissing(actor, id)));
        } catch (Refusal refusal) {
            ReviewCases.refused(refusal, response, model);
            return page(cases.open(actor, id, locale, model), model);
        }
        flash.addFlashAttribute("done", "review.done.ask-missing");
        return "redirect:/review/" + id + "/return";
    }

    private String page(ReviewCase opened, Model model) {
        model.addAttribute("missing", desk.missing(opened.submitted(), opened.opinions()));
        return "review/ask-missing";
    }
}
