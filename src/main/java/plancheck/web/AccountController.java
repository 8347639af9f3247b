package plancheck.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.access.AccountException;
import plancheck.access.Actor;
import plancheck.access.People;

/** Signing in, and changing one's password. */
@Controller
class AccountController {
    private final People people;
    private final MessageSource messages;
    private final List<Provider> providers = new ArrayList<>();

    AccountController(
            People people, MessageSource messages, ObjectProvider<ClientRegistrationRepository> registrations) {
        this.people = people;
        this.messages = messages;
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

    @GetMapping("/login")
    String login(Model model) {
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
            Model model)
            throws ServletException {
        try {
            if (!fresh.equals(again)) {
                throw new AccountException(messages.getMessage(
                        "password.differ", null, org.springframework.context.i18n.LocaleContextHolder.getLocale()));
            }
            people.changePassword(actor, old, fresh);
        } catch (AccountException e) {
            model.addAttribute("failure", e.getMessage());
            model.addAttribute("expired", isExpired(authentication));
            return "password";
        }
        request.logout();
        return "redirect:/login?password";
    }

    private static boolean isExpired(Authentication authentication) {
        return authentication.getAuthorities().stream().anyMatch(a -> "PASSWORD_EXPIRED".equals(a.getAuthority()));
    }
}
