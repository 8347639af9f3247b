package plancheck.web.admin;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plancheck.access.People;
import plancheck.access.Tokens;
import plancheck.rulebook.RuleBook;
import plancheck.workflow.OfficialTexts;

/** Where an administrator begins. */
@Controller
class AdminController {
    private final People people;
    private final Tokens tokens;
    private final OfficialTexts texts;
    private final RuleBook book;
    private final Clock clock;

    AdminController(People people, Tokens tokens, OfficialTexts texts, RuleBook book, Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.texts = texts;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/admin")
    String overview(Model model) {
        Instant now = clock.instant();
        model.addAttribute("users", people.all().size());
        model.addAttribute(
                "disabled", people.all().stream().filter(a -> !a.enabled()).count());
        model.addAttribute(
                "tokens", tokens.all().stream().filter(t -> t.holdsAt(now)).count());
        model.addAttribute("texts", texts.store().list().size());
        model.addAttribute("plans", book.plans().size());
        return "admin/admin";
    }
}
