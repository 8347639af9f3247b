package plancheck.web.plans;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plancheck.rulebook.Change;
import plancheck.rulebook.RuleBook;

/** What became of which provision, version by version, the latest first. */
@Controller
class PlanChangesController {
    private final RuleBook book;

    PlanChangesController(RuleBook book) {
        this.book = book;
    }

    @GetMapping("/plans/changes")
    String changes(Model model) {
        Map<String, List<Change>> versions = book.changes().stream()
                .collect(Collectors.groupingBy(Change::version, TreeMap::new, Collectors.toList()))
                .descendingMap();
        model.addAttribute("changes", book.changes());
        model.addAttribute("versions", versions);
        return "plans/changes";
    }
}
