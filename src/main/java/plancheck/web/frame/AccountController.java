package plancheck.web.frame;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import plancheck.access.AccountException;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.facts.Message;
import plancheck.report.writing.Wording;

/** Signing in, and changing one's password. */
@Controller
class AccountController {
    private final People people;
    private final List<Provider> providers = new ArrayList<>();

    AccountController(People people, ObjectProvider<ClientRegistrationRepository> registrations) {
        this.people = people;
        if (registrations.getIfAvailable() instanceof Iterable<?> all) {
            for (Object one : all) {
                if (one instanceof ClientRegistration registration) {
                    providers.add(new Provider(
                            registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId()));
                }
            }
        }
    }

    /** Where else one may sign in. */
    record Provider(String name, String path) {}

    /** @param wait seconds until the next password is looked at; none when nobody has to wait */
    @GetMapping("/login")
    String login(@RequestParam(required = false) @Nullable String wait, Model model) {
        boolean waits = wait != null && wait.matches("\\d{1,5}");
        model.addAttribute("wait", waits ? Integer.parseInt(wait) + 1 : 0);
        model.addAttribute("providers", providers);
        return "login";
    }

    @GetMapping("/account/password")
    String password(Authentication authentication, Model model) {
        model.addAttribute("expired", isExpired(authentication));
        return "password";
    }

    @PostMapping("/account/password")
    String change(
            Actor actor,
            Authentication authentication,
            @RequestParam String old,
            @RequestParam String fresh,
            @RequestParam String again,
            HttpServletRequest request,
            Locale locale,
            Model model)
            throws ServletException {
        try {
            if (!fresh.equals(again)) {
                throw new AccountException(Message.of("web.passwords-differ"));
            }
            people.changePassword(actor, request.getRemoteAddr(), old, fresh);
        } catch (AccountException e) {
            model.addAttribute("failure", new Wording(Pages.language(locale)).say(e.message()));
            model.addAttribute("expired", isExpired(authentication));
            return "password";
        }
        request.logout();
        return "redirect:/login?password";
    }

    /**
     * What a page that has been open for long asks: who is signed in now, and the token for what it sends next.
     *
     * @param header the header that the token goes into
     */
    record SignInState(String login, String header, String token) {}

    @GetMapping("/account/present")
    @ResponseBody
    SignInState present(Actor actor, CsrfToken token) {
        return new SignInState(actor.id(), token.getHeaderName(), token.getToken());
    }

    private static boolean isExpired(Authentication authentication) {
        return authentication.getAuthorities().stream().anyMatch(a -> "PASSWORD_EXPIRED".equals(a.getAuthority()));
    }
}
