package plancheck.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import plancheck.dossier.asking.Questionnaire;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;
import plancheck.web.tables.OwnTablesPage;
import plancheck.web.tables.OwnTablesPage.CarriedFile;

/** An office's own tables into a self-check's form. What the form has travels along in the page, and so does the file. */
@Controller
@RequestMapping(SelfCheckTablesController.PATH)
class SelfCheckTablesController {
    static final String PATH = "/check/tables";

    private final FormCheck check;
    private final FormModel page;
    private final OwnTablesPage tables;

    SelfCheckTablesController(FormCheck check, FormModel page, OwnTablesPage tables) {
        this.check = check;
        this.page = page;
        this.tables = tables;
    }

    /** From the form, with all that is filled in. */
    @PostMapping
    String ask(HttpServletRequest request, Model model) {
        FormAnswers answers = FormAnswers.sent(request.getParameterMap());
        String dossier = new String(check.dossier(answers), StandardCharsets.UTF_8);
        return asked(answers, asked -> tables.ask(asked, PATH, dossier, model));
    }

    /** A file that was chosen. */
    @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String file(
            @RequestParam MultipartFile file,
            @RequestParam String dossier,
            @RequestParam Map<String, String> parameters,
            Model model)
            throws IOException {
        return show(CarriedFile.of(file, parameters), dossier, model);
    }

    private String show(CarriedFile file, String dossier, Model model) {
        FormAnswers answers = answers(dossier);
        return asked(answers, asked -> {
            tables.show(file, asked, answers, model);
            return tables.ask(asked, PATH, dossier, model);
        });
    }

    /**
     * @param action {@code look} to see it anew, as the lists are chosen now; else its rows are taken
     */
    @PostMapping("/rows")
    String rows(
            @RequestParam String name,
            @RequestParam String content,
            @RequestParam String dossier,
            @RequestParam(defaultValue = "") String action,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            Model model) {
        CarriedFile file = new CarriedFile(name, content, parameters);
        FormAnswers answers = answers(dossier);
        OwnTablesPage.TakenRows taken = action.equals("look")
                ? null
                : check.questions(answers)
                        .map(asked -> tables.taken(file, asked, answers, model))
                        .orElse(null);
        if (taken == null) {
            return show(file, dossier, model);
        }
        return form(taken.answers(), Map.of("open", taken.open().toArray(String[]::new)), locale, model);
    }

    private String form(FormAnswers answers, Map<String, String[]> view, Locale locale, Model model) {
        return asked(answers, asked -> {
            page.show(asked, FormEdit.at(check.filled(answers), view), locale, model);
            model.addAttribute("otherLanguage", "/check?lang=" + ("en".equals(locale.getLanguage()) ? "zh-CN" : "en"));
            return "check/form";
        });
    }

    /** The form as one came. */
    @PostMapping("/back")
    String back(@RequestParam String dossier, Locale locale, Model model) {
        return form(answers(dossier), Map.of(), locale, model);
    }

    @PostMapping("/marked")
    ResponseEntity<byte[]> marked(
            @RequestParam String name,
            @RequestParam String content,
            @RequestParam String dossier,
            @RequestParam Map<String, String> parameters,
            Locale locale) {
        FormAnswers answers = answers(dossier);
        return check.questions(answers)
                .map(asked -> tables.marked(new CarriedFile(name, content, parameters), asked, answers, locale))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private String asked(FormAnswers answers, Function<Questionnaire, String> page) {
        Optional<Questionnaire> asked = check.questions(answers);
        return asked.map(page).orElse("redirect:/check");
    }

    private FormAnswers answers(String dossier) {
        return check.read(dossier.getBytes(StandardCharsets.UTF_8));
    }
}
