package plancheck.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import plancheck.access.AccountException;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.access.Tokens;
import plancheck.archive.ApiToken;
import plancheck.facts.Days;
import plancheck.facts.Message;
import plancheck.report.writing.Wording;
import plancheck.web.frame.PageTimes;
import plancheck.web.frame.Pages;

/** The tokens of programs. A token is shown on the page after it was issued, and never again. */
@Controller
@RequestMapping("/admin/tokens")
class AdminTokenController {
    private final Tokens tokens;
    private final AdminPlaces places;
    private final Clock clock;

    AdminTokenController(Tokens tokens, AdminPlaces places, Clock clock) {
        this.tokens = tokens;
        this.places = places;
        this.clock = clock;
    }

    /** What was sent and refused, or nothing yet. */
    record Form(String name, Set<Scope> scopes, String place, String expires) {}

    /** A row of the list, its moments as they are shown. */
    record TokenRow(
            ApiToken token,
            List<Scope> scopes,
            boolean holds,
            String created,
            String used,
            String expires,
            String revoked) {}

    /** A token just issued. */
    record NewToken(String name, String secret) {}

    @GetMapping
    String list(Model model) {
        return page(new Form("", Set.of(), "", ""), model);
    }

    @PostMapping
    String issue(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "scope", required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String expires,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(Scope.values())
                .filter(scope -> chosen != null && chosen.contains(scope.id()))
                .forEach(scopes::add);
        try {
            Tokens.IssuedToken issued = tokens.issue(actor, name, scopes, places.checked(place), endOf(expires));
            next.addFlashAttribute("made", new NewToken(issued.token().name(), issued.secret()));
            return "redirect:/admin/tokens";
        } catch (AccountException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("failure", new Wording(Pages.language(locale)).say(e.message()));
            return page(new Form(name, scopes, place, expires), model);
        }
    }

    @PostMapping("/{id}/revoke")
    String revoke(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        try {
            tokens.revoke(actor, id);
            next.addFlashAttribute("done", "revoked");
        } catch (AccountException gone) {
            next.addFlashAttribute("done", "gone");
        }
        return "redirect:/admin/tokens";
    }

    private String page(Form form, Model model) {
        Instant now = clock.instant();
        model.addAttribute("form", form);
        model.addAttribute("allScopes", Scope.values());
        model.addAttribute("places", places.all());
        model.addAttribute("today", PageTimes.today(clock).toString());
        model.addAttribute(
                "rows", tokens.all().stream().map(token -> row(token, now)).toList());
        return "admin/tokens";
    }

    private static TokenRow row(ApiToken token, Instant now) {
        List<Scope> scopes = Arrays.stream(token.scopes().split(" "))
                .flatMap(id -> Scope.of(id).stream())
                .toList();
        return new TokenRow(
                token,
                scopes,
                token.holdsAt(now),
                PageTimes.minutes(token.createdAt()),
                PageTimes.minutes(token.lastUsedAt()),
                PageTimes.minutes(token.expiresAt()),
                PageTimes.minutes(token.revokedAt()));
    }

    /** The end of the day here; null for no date. */
    private static @Nullable Instant endOf(String date) {
        if (date.isBlank()) {
            return null;
        }
        LocalDate day = Days.of(date.strip())
                .orElseThrow(() -> new AccountException(Message.of("web.expiry-malformed", Days.advice())));
        return day.plusDays(1).atStartOfDay(PageTimes.ZONE).toInstant();
    }
}
