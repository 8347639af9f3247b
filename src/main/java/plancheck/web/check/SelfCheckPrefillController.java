package plancheck.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
import plancheck.web.prefill.PrefillPage;

/** Figures out of published texts for a self-check's form. What the form has travels along in the page; nothing is kept here. */
@Controller
@RequestMapping(SelfCheckPrefillController.PATH)
class SelfCheckPrefillController {
    static final String PATH = "/check/prefill";

    private final FormCheck check;
    private final FormModel page;
    private final PrefillPage prefill;

    SelfCheckPrefillController(FormCheck check, FormModel page, PrefillPage prefill) {
        this.check = check;
        this.page = page;
        this.prefill = prefill;
    }

    /** From the form, with all that is filled in. */
    @PostMapping
    String ask(HttpServletRequest request, Model model) {
        FormAnswers answers = FormAnswers.sent(request.getParameterMap());
        String dossier = new String(check.dossier(answers), StandardCharsets.UTF_8);
        return check.questions(answers)
                .map(asked -> prefill.ask(asked.head(), PATH, dossier, model))
                .orElse("redirect:/check");
    }

    /**
     * @param files bulletins and reports; none where a text is pasted
     * @param dossier what the form has
     */
    @PostMapping(path = "/texts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String propose(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam String dossier,
            Locale locale,
            Model model)
            throws IOException {
        Optional<Questionnaire> asked = check.questions(answers(dossier));
        if (asked.isEmpty()) {
            return "redirect:/check";
        }
        prefill.propose(files, pasted, asked.get().head(), locale, model);
        return prefill.ask(asked.get().head(), PATH, dossier, model);
    }

    /**
     * @param take numbers of the proposals that are ticked, from 0; none to go back as one came
     * @param carried the proposals as they were shown
     */
    @PostMapping("/figures")
    String take(
            @RequestParam(required = false) @Nullable List<Integer> take,
            @RequestParam(defaultValue = "{}") String carried,
            @RequestParam String dossier,
            Locale locale,
            Model model) {
        FormAnswers answers = answers(dossier);
        Optional<Questionnaire> asked = check.questions(answers);
        if (asked.isEmpty()) {
            return "redirect:/check";
        }
        Map<String, List<String>> taken = prefill.taken(take, carried, answers.values(), model);
        page.show(asked.get(), FormEdit.of(check.filled(answers.with(taken))), locale, model);
        model.addAttribute("otherLanguage", "/check?lang=" + ("en".equals(locale.getLanguage()) ? "zh-CN" : "en"));
        return "check/form";
    }

    private FormAnswers answers(String dossier) {
        return check.read(dossier.getBytes(StandardCharsets.UTF_8));
    }
}
