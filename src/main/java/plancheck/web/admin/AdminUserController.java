package plancheck.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import plancheck.access.AccountException;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.access.SignInPace;
import plancheck.archive.Account;
import plancheck.facts.Message;
import plancheck.report.writing.Wording;
import plancheck.web.frame.PageTimes;
import plancheck.web.frame.Pages;
import plancheck.workflow.Refusal;

/** The accounts of people. A password made here is shown on the next page and never again. */
@Controller
@RequestMapping("/admin/users")
class AdminUserController {
    private final People people;
    private final AdminPlaces places;
    private final SignInPace pace;

    AdminUserController(People people, AdminPlaces places, SignInPace pace) {
        this.people = people;
        this.places = places;
        this.pace = pace;
    }

    /** What stands in the form: the account's, or what was sent and refused. */
    record Form(String login, String name, Set<Role> roles, String place, boolean elsewhere) {
        static Form of(Account account) {
            return new Form(
                    account.login(),
                    account.name(),
                    rolesOf(account),
                    account.place(),
                    account.password().isEmpty());
        }
    }

    /** A row of the list; {@code lockedUntil} is empty unless somebody who gave wrong passwords has to wait. */
    record AccountRow(Account account, Set<Role> roles, String lockedUntil) {}

    /** A password to be told to its owner. */
    record NewPassword(String login, String password) {}

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("places", places.all());
    }

    @GetMapping
    String list(Model model) {
        List<AccountRow> rows = people.all().stream().map(this::row).toList();
        model.addAttribute("rows", rows);
        return "admin/users";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        model.addAttribute("form", new Form("", "", Set.of(), "", false));
        return "admin/user";
    }

    @PostMapping
    String create(
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "role", required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "false") boolean elsewhere,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Set<Role> roles = roles(chosen);
        String password = elsewhere ? "" : People.oneTimePassword();
        try {
            Account made = people.create(actor, login, name, password, roles, ofOfficer(roles, place), !elsewhere);
            if (elsewhere) {
                next.addFlashAttribute("done", "created");
            } else {
                next.addFlashAttribute("made", new NewPassword(made.login(), password));
            }
            return "redirect:/admin/users/" + made.id();
        } catch (AccountException e) {
            model.addAttribute("form", new Form(login, name, roles, place, elsewhere));
            return refused(e, locale, response, model);
        }
    }

    @GetMapping("/{id}")
    String user(@PathVariable UUID id, Model model) {
        Account account = account(id);
        model.addAttribute("row", row(account));
        model.addAttribute("form", Form.of(account));
        return "admin/user";
    }

    @PostMapping("/{id}")
    String change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "role", required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String place,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Account account = account(id);
        Set<Role> roles = roles(chosen);
        Form sent =
                new Form(account.login(), name, roles, place, account.password().isEmpty());
        return done(
                account,
                sent,
                "changed",
                locale,
                response,
                next,
                model,
                () -> people.change(actor, id, name, roles, ofOfficer(roles, place), account.enabled()));
    }

    @PostMapping("/{id}/enabled")
    String enable(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam boolean enabled,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Account account = account(id);
        return done(
                account,
                Form.of(account),
                enabled ? "enabled" : "disabled",
                locale,
                response,
                next,
                model,
                () -> people.change(actor, id, account.name(), rolesOf(account), account.place(), enabled));
    }

    @PostMapping("/{id}/unlock")
    String unlock(
            Actor actor,
            @PathVariable UUID id,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Account account = account(id);
        return done(account, Form.of(account), "unlocked", locale, response, next, model, () -> {
            people.unlock(actor, id);
        });
    }

    @PostMapping("/{id}/reset")
    String reset(
            Actor actor,
            @PathVariable UUID id,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Account account = account(id);
        String password = People.oneTimePassword();
        next.addFlashAttribute("made", new NewPassword(account.login(), password));
        return done(
                account,
                Form.of(account),
                "reset",
                locale,
                response,
                next,
                model,
                () -> people.resetPassword(actor, id, password));
    }

    /** Back to the account with a word on what was done, or its form again with what was refused. */
    private String done(
            Account account,
            Form form,
            String what,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model,
            Runnable doing) {
        try {
            doing.run();
            next.addFlashAttribute("done", what);
            return "redirect:/admin/users/" + account.id();
        } catch (AccountException e) {
            model.addAttribute("row", row(account));
            model.addAttribute("form", form);
            return refused(e, locale, response, model);
        }
    }

    private static String refused(AccountException e, Locale locale, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("failure", new Wording(Pages.language(locale)).say(e.message()));
        return "admin/user";
    }

    private Account account(UUID id) {
        return people.find(id).orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("web.no-such-account")));
    }

    private AccountRow row(Account account) {
        Instant until = pace.held().get(account.login());
        return new AccountRow(account, rolesOf(account), until == null ? "" : PageTimes.minutes(until));
    }

    /** Only who acts for one place has a place of his own. */
    private String ofOfficer(Set<Role> roles, String place) {
        return roles.contains(Role.COUNTY_OFFICER) || roles.contains(Role.BUREAU) ? places.checked(place) : "";
    }

    private static Set<Role> rolesOf(Account account) {
        return account.roles().stream()
                .map(granted -> Role.valueOf(granted.role()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Set<Role> roles(@Nullable List<String> chosen) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (chosen != null && chosen.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
