package plancheck.web.plans;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plancheck.facts.Force;
import plancheck.rulebook.ProvisionPairs;
import plancheck.rulebook.RuleBook;

/** The rule book as a whole: its version, what it holds, and where its provisions meet. */
@Controller
class PlanRuleBookController {
    private final RuleBook book;

    PlanRuleBookController(RuleBook book) {
        this.book = book;
    }

    @GetMapping("/plans/rulebook")
    String ruleBook(Model model) {
        Map<Force, Integer> forces = new EnumMap<>(Force.class);
        book.provisions().forEach(provision -> forces.merge(provision.force(), 1, Integer::sum));
        model.addAttribute("forces", forces);
        model.addAttribute("pairs", ProvisionPairs.of(book));
        return "plans/rulebook";
    }
}
