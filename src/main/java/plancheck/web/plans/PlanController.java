package plancheck.web.plans;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Direction;
import plancheck.rulebook.Plan;
import plancheck.rulebook.PlanCoverage;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.PageTimes;
import plancheck.workflow.OfficialTexts;
import plancheck.workflow.Refusal;

/** Both plans, and the clauses of each. */
@Controller
public class PlanController {
    private final RuleBook book;
    private final OfficialTexts texts;

    PlanController(RuleBook book, OfficialTexts texts) {
        this.book = book;
        this.texts = texts;
    }

    /**
     * A plan in numbers.
     *
     * @param covers how many clauses are covered in which way
     * @param forces how many of its provisions bind how strongly
     * @param textAdded when its official text was given, empty when it was not
     */
    record Summary(
            Plan plan,
            Map<PlanCoverage.Cover, Integer> covers,
            Map<Force, Integer> forces,
            int provisions,
            String textAdded) {}

    @GetMapping("/plans")
    String plans(Model model) {
        model.addAttribute(
                "plans", book.plans().values().stream().map(this::summary).toList());
        return "plans/plans";
    }

    @GetMapping("/plans/{plan}")
    String plan(@PathVariable String plan, @RequestParam(defaultValue = "false") boolean open, Model model) {
        Plan found = of(book, plan);
        PlanCoverage coverage = PlanCoverage.of(book, found);
        model.addAttribute("summary", summary(found));
        model.addAttribute("chapters", PlanTree.of(coverage));
        model.addAttribute("open", open);
        return "plans/plan";
    }

    /** What the plan encourages, and what it says without a criterion. */
    @GetMapping("/plans/{plan}/directions")
    String directions(@PathVariable("plan") String id, Model model) {
        Plan plan = of(book, id);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "encouraged",
                book.provisions().stream()
                        .filter(provision -> provision.plan().equals(plan.id()))
                        .filter(provision -> provision.force() == Force.ENCOURAGE)
                        .toList());
        model.addAttribute("directions", Direction.of(plan));
        return "plans/directions";
    }

    /** @throws Refusal when there is no such plan */
    public static Plan of(RuleBook book, String id) {
        Plan plan = book.plans().get(id);
        if (plan == null) {
            throw new Refusal(
                    Refusal.Why.NOT_FOUND,
                    Message.of(
                            "web.no-such-plan",
                            id,
                            Label.list(book.plans().keySet().stream()
                                    .map(Label::of)
                                    .toList())));
        }
        return plan;
    }

    private Summary summary(Plan plan) {
        PlanCoverage coverage = PlanCoverage.of(book, plan);
        Map<PlanCoverage.Cover, Integer> covers = new EnumMap<>(PlanCoverage.Cover.class);
        coverage.byCover().forEach((cover, entries) -> covers.put(cover, entries.size()));
        Map<Force, Integer> forces = new EnumMap<>(Force.class);
        coverage.own().forEach(provision -> forces.merge(provision.force(), 1, Integer::sum));
        return new Summary(
                plan,
                covers,
                forces,
                coverage.own().size(),
                PageTimes.minutes(texts.addedAt(plan.id()).orElse(null)));
    }
}
