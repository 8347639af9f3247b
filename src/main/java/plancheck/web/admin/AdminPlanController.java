package plancheck.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import plancheck.access.Actor;
import plancheck.facts.Message;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.verification.RegisterComparison;
import plancheck.verification.RuleVerification;
import plancheck.web.frame.PageTimes;
import plancheck.web.frame.Pages;
import plancheck.web.plans.PlanController;
import plancheck.workflow.OfficialTexts;
import plancheck.workflow.Refusal;

/** The official texts: which there are, whether the rules agree with them, and adding one. */
@Controller
@RequestMapping("/admin/plans")
class AdminPlanController {
    private final RuleBook book;
    private final OfficialTexts texts;

    AdminPlanController(RuleBook book, OfficialTexts texts) {
        this.book = book;
        this.texts = texts;
    }

    /**
     * A plan and its text.
     *
     * @param clauses how many the text has
     * @param added empty when there is no text
     * @param comparison null when there is no text
     */
    record PlanRow(
            Plan plan, int clauses, String added, @Nullable RegisterComparison comparison) {}

    /** What a text just added does not bear out of the rules; {@code plan} is its title. */
    record TextVerification(Plan plan, List<RuleBookProblem> problems) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("rows", book.plans().values().stream().map(this::row).toList());
        return "admin/plans";
    }

    @PostMapping
    String add(
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal(Refusal.Why.INVALID, Message.of("web.choose-plan-text"));
            }
            String name = file.getOriginalFilename();
            String id = texts.add(actor, name == null ? "" : name, file.getBytes());
            Plan plan = PlanController.of(book, id);
            next.addFlashAttribute("verified", new TextVerification(plan, problems(plan)));
            return "redirect:/admin/plans";
        } catch (Refusal refusal) {
            response.setStatus(Pages.status(refusal).value());
            model.addAttribute("failure", Pages.language(locale).of(refusal.message()));
            return list(model);
        }
    }

    private List<RuleBookProblem> problems(Plan plan) {
        Map<String, PlanText> given = new HashMap<>();
        book.plans().keySet().forEach(id -> texts.text(id).ifPresent(text -> given.put(id, text)));
        return new RuleVerification(book, given).problems(plan);
    }

    private PlanRow row(Plan plan) {
        return texts.text(plan.id())
                .map(text -> new PlanRow(
                        plan,
                        text.clauses().size(),
                        PageTimes.minutes(texts.addedAt(plan.id()).orElse(null)),
                        RegisterComparison.of(plan, text)))
                .orElse(new PlanRow(plan, 0, "", null));
    }
}
