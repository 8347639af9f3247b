package plancheck.web.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import plancheck.access.Actor;
import plancheck.facts.Force;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.rulebook.RuleBook;
import plancheck.workflow.Refusal;
import plancheck.workflow.ReviewDesk;

/** One dossier with its findings, and taking it into review. */
@Controller
class ReviewController {
    private final ReviewCases cases;
    private final ReviewDesk desk;
    private final ReviewHeadings headings;
    private final RuleBook book;

    ReviewController(ReviewCases cases, ReviewDesk desk, ReviewHeadings headings, RuleBook book) {
        this.cases = cases;
        this.desk = desk;
        this.headings = headings;
        this.book = book;
    }

    @GetMapping("/review/{id}")
    String dossier(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return page(cases.open(actor, id, revision, locale, model), parameters, page, request, model);
    }

    @PostMapping("/review/{id}/take")
    String take(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes flash,
            Model model) {
        try {
            ReviewCases.attempt(() -> desk.take(actor, id));
        } catch (Refusal refusal) {
            ReviewCases.refused(refusal, response, model);
            return page(cases.open(actor, id, locale, model), new LinkedMultiValueMap<>(), 1, request, model);
        }
        flash.addFlashAttribute("done", "review.done.take");
        return "redirect:/review/" + id;
    }

    private String page(
            ReviewCase opened,
            MultiValueMap<String, String> parameters,
            int page,
            HttpServletRequest request,
            Model model) {
        Report report = opened.report();
        ReviewFilter filter = ReviewFilter.of(parameters, report == null ? List.of() : report.findings());
        model.addAttribute("filter", filter);
        model.addAttribute("allOutcomes", Outcome.values());
        model.addAttribute("allForces", Force.values());
        model.addAttribute("allPlans", List.copyOf(book.plans().values()));
        model.addAttribute("undecided", opened.undecided().size());
        if (report != null) {
            ReviewFindings findings = ReviewFindings.of(opened, filter, page, headings);
            model.addAttribute("findings", findings);
            model.addAttribute("before", other(request, findings.page() - 1));
            model.addAttribute("after", other(request, findings.page() + 1));
        }
        return "review/dossier";
    }

    /** The address of another page of the same findings. */
    private static String other(HttpServletRequest request, int page) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("page", page)
                .replaceQueryParam("lang")
                .build()
                .toUriString();
    }
}
