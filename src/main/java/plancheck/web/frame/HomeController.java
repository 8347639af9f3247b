package plancheck.web.frame;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import plancheck.access.Actor;
import plancheck.access.Role;

/** The front page, and where each role begins. */
@Controller
class HomeController {

    @GetMapping("/")
    String front() {
        return "home";
    }

    @GetMapping("/home")
    String home(Actor actor) {
        if (actor.is(Role.ADMIN)) {
            return "redirect:/admin";
        }
        if (actor.is(Role.COUNTY_OFFICER)) {
            return "redirect:/dossiers";
        }
        if (actor.is(Role.BUREAU)) {
            return "redirect:/parts";
        }
        return actor.seesWholeCity() ? "redirect:/review" : "redirect:/account/password";
    }
}
