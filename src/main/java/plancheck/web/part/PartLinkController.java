package plancheck.web.part;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import plancheck.access.SignInPace;
import plancheck.workflow.PartDesk;

/**
 * A part by its link, without an account. Its address is the key to it: it is passed on to no other site and kept by no search engine.
 * Wrong ones are counted like wrong passwords; a right one is let in all the same, lest an office pays for who guesses beside it.
 */
@Controller
@RequestMapping("/part/{secret}")
class PartLinkController {
    private final PartDesk desk;
    private final PartPages pages;
    private final SignInPace pace;

    PartLinkController(PartDesk desk, PartPages pages, SignInPace pace) {
        this.desk = desk;
        this.pages = pages;
        this.pace = pace;
    }

    @ModelAttribute
    void unspoken(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    private Optional<PartDesk.OpenedPart> part(
            String secret, HttpServletRequest request, HttpServletResponse response) {
        Optional<PartDesk.OpenedPart> part = desk.byLink(secret);
        if (part.isEmpty()) {
            SignInPace.Turn turn = pace.take("link/", request.getRemoteAddr());
            response.setStatus(turn.isHeld() ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.NOT_FOUND.value());
            if (turn.isHeld()) {
                response.setHeader("Retry-After", String.valueOf(turn.held().toSeconds() + 1));
            }
        }
        return part;
    }

    private String page(
            String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<PartDesk.OpenedPart, String> show) {
        return part(secret, request, response).map(show).orElse("part/gone");
    }

    @GetMapping
    String show(
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return page(secret, request, response, part -> pages.show(part, "/part/" + secret, request, locale, model));
    }

    @PostMapping("/form")
    String form(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable Long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return page(
                secret,
                request,
                response,
                part -> pages.form(part, "/part/" + secret, version, request, response, locale, model));
    }

    @PostMapping("/findings")
    String findings(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable Long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return page(
                secret,
                request,
                response,
                part -> pages.findings(part, "/part/" + secret, version, request, locale, model));
    }

    @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @PathVariable String secret,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Optional<PartDesk.OpenedPart> part = part(secret, request, response);
        return part.isEmpty()
                ? "part/gone"
                : pages.upload(part.get(), "/part/" + secret, file, request, response, locale, model);
    }

    @GetMapping("/workbook")
    ResponseEntity<byte[]> workbook(
            @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return part(secret, request, response)
                .map(pages::workbook)
                .orElseGet(() -> ResponseEntity.status(response.getStatus()).build());
    }
}
