package plancheck.web.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.facts.Language;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.workflow.Refusal;

/** What every page shows: who is signed in, where he may go, in which language; and how a refusal looks. */
@ControllerAdvice(basePackages = "plancheck.web")
public class Pages {
    private final RuleBook book;
    private final Clock clock;

    Pages(RuleBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** An entry of the main navigation. */
    record NavigationEntry(String path, String key, boolean here) {}

    /**
     * {@code actor} (its id is empty when nobody is signed in), {@code lang} (a language tag), {@code w} (the
     * language's {@link Wording}), {@code times} ({@link PageTimes}), {@code navigation}, {@code
     * otherLanguage} (where this page is in the other one), {@code rulebook}.
     */
    @ModelAttribute
    void common(Actor actor, Locale locale, HttpServletRequest request, Model model) {
        Language language = language(locale);
        model.addAttribute("actor", actor);
        model.addAttribute("lang", language == Language.EN ? "en" : "zh-CN");
        model.addAttribute("w", new Wording(language));
        model.addAttribute("times", new PageTimes(language, clock));
        model.addAttribute("rulebook", book);
        model.addAttribute("navigation", navigation(actor, request.getRequestURI()));
        model.addAttribute("otherLanguage", otherLanguage(request, language));
    }

    /** The language of the page for a locale of the request. */
    public static Language language(Locale locale) {
        return locale.getLanguage().equals("en") ? Language.EN : Language.ZH;
    }

    private static List<NavigationEntry> navigation(Actor actor, String uri) {
        List<NavigationEntry> items = new ArrayList<>();
        items.add(item("/check", "nav.check", uri));
        items.add(item("/plans", "nav.plans", uri));
        if (actor.is(Role.COUNTY_OFFICER)) {
            items.add(item("/dossiers", "nav.dossiers", uri));
        }
        if (actor.is(Role.BUREAU)) {
            items.add(item("/parts", "nav.parts", uri));
        }
        if (actor.seesWholeCity()) {
            items.add(item("/review", "nav.review", uri));
        }
        if (actor.is(Role.AUDITOR)) {
            items.add(item("/audit", "nav.audit", uri));
        }
        if (actor.is(Role.ADMIN)) {
            items.add(item("/admin", "nav.admin", uri));
        }
        return items;
    }

    private static NavigationEntry item(String path, String key, String uri) {
        return new NavigationEntry(path, key, uri.equals(path) || uri.startsWith(path + "/"));
    }

    /** What came of a form, or of an error, cannot be asked for again by its address; then it is the front page. */
    private static String otherLanguage(HttpServletRequest request, Language language) {
        boolean again = request.getMethod().equals("GET") && request.getDispatcherType() != DispatcherType.ERROR;
        UriComponentsBuilder address = again
                ? UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString())
                : UriComponentsBuilder.fromPath("/");
        return address.replaceQueryParam("lang", language == Language.EN ? "zh-CN" : "en")
                .build()
                .toUriString();
    }

    /** A refusal that no page has shown in its own place. */
    @ExceptionHandler
    String refused(
            Refusal refusal,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        common(actor, locale, request, model);
        return error(status(refusal), language(locale).of(refusal.message()), response, model);
    }

    @ExceptionHandler
    String overtaken(
            OptimisticLockingFailureException e,
            Actor actor,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        common(actor, locale, request, model);
        return error(HttpStatus.CONFLICT, null, response, model);
    }

    /** The status of an answer that refuses. */
    public static HttpStatus status(Refusal refusal) {
        return switch (refusal.why()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NO_ROOM -> HttpStatus.INSUFFICIENT_STORAGE;
            case DAMAGED -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String error(HttpStatus status, @Nullable String said, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        model.addAttribute("said", said);
        return "error";
    }
}
