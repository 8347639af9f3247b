package plancheck.web.plans;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.report.writing.Wording;
import plancheck.web.frame.Pages;

/** The search over the plans; while one types, htmx takes the results out of the same page. */
@Controller
class PlanSearchController {
    /** Longer ones are no search, and each word costs time. */
    static final int LONGEST = 200;

    /** As many of a group are shown at first. */
    private static final int SHOWN = 50;

    private final PlanSearch search;

    PlanSearchController(PlanSearch search) {
        this.search = search;
    }

    @GetMapping("/plans/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        boolean tooLong = q.length() > LONGEST;
        if (tooLong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("q", tooLong ? q.substring(0, LONGEST) : q);
        model.addAttribute("tooLong", tooLong);
        model.addAttribute("asked", !q.isBlank() && !tooLong);
        model.addAttribute("shown", all ? Integer.MAX_VALUE : SHOWN);
        model.addAttribute("found", search.find(tooLong ? "" : q, new Wording(Pages.language(locale))));
        return "plans/search";
    }
}
