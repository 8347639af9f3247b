package plancheck.web.part;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import plancheck.access.Actor;
import plancheck.workflow.PartDesk;

/** The parts that an account was given. */
@Controller
@RequestMapping("/parts")
class GivenPartController {
    private final PartDesk desk;
    private final PartPages pages;

    GivenPartController(PartDesk desk, PartPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("parts", desk.given(actor));
        return "part/list";
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale, Model model) {
        return pages.show(desk.given(actor, id), "/parts/" + id, request, locale, model);
    }

    @PostMapping("/{id}/form")
    String form(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return pages.form(desk.given(actor, id), "/parts/" + id, version, request, response, locale, model);
    }

    @PostMapping("/{id}/findings")
    String findings(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long version,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return pages.findings(desk.given(actor, id), "/parts/" + id, version, request, locale, model);
    }

    @PostMapping(path = "/{id}/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        return pages.upload(desk.given(actor, id), "/parts/" + id, file, request, response, locale, model);
    }

    @GetMapping("/{id}/workbook")
    ResponseEntity<byte[]> workbook(Actor actor, @PathVariable UUID id) {
        return pages.workbook(desk.given(actor, id));
    }
}
