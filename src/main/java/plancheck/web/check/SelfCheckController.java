package plancheck.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;
import plancheck.web.form.FormSize;
import plancheck.web.form.FormStart;

/** The beginning of a self-check: what is to be checked, or a dossier that there is already. Keeps nothing. */
@Controller
@RequestMapping("/check")
class SelfCheckController {
    private final FormCheck check;
    private final FormModel page;
    private final RuleBook book;

    SelfCheckController(FormCheck check, FormModel page, RuleBook book) {
        this.check = check;
        this.page = page;
        this.book = book;
    }

    @GetMapping
    String choose(Model model) {
        return choose(FormStart.nothing(check), List.of(), model);
    }

    private String choose(FormStart start, List<Problem> problems, Model model) {
        model.addAttribute("start", start);
        model.addAttribute("places", check.places());
        model.addAttribute("sectors", book.sectors());
        model.addAttribute("problems", problems);
        return "check/choose";
    }

    @GetMapping("/form")
    String form(@RequestParam Map<String, String> chosen, HttpServletRequest request, Locale locale, Model model) {
        FormStart start = FormStart.of(chosen);
        Optional<Questionnaire> asked = start.questions(check);
        if (asked.isEmpty()) {
            return choose(start, List.of(FormStart.unknown()), model);
        }
        FormAnswers answers = new FormAnswers(asked.get().settled());
        page.show(asked.get(), FormEdit.at(check.filled(answers), request.getParameterMap()), locale, model);
        model.addAttribute("fresh", true);
        return "check/form";
    }

    @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(@RequestParam MultipartFile file, Locale locale, Model model) throws IOException {
        DossierForm.Fields fields = check.fields(file.getBytes());
        FormAnswers answers = new FormAnswers(fields.values());
        Optional<Questionnaire> asked = check.questions(answers);
        model.addAttribute("otherLanguage", "/check?lang=" + ("en".equals(locale.getLanguage()) ? "zh-CN" : "en"));
        Optional<Problem> tooLarge = FormSize.of(answers).tooLarge();
        if (asked.isEmpty() || tooLarge.isPresent()) {
            List<Problem> problems =
                    tooLarge.map(List::of).orElse(fields.problems().isEmpty() ? List.of(noPlace()) : fields.problems());
            return choose(FormStart.nothing(check), problems, model);
        }
        List<Problem> said = new ArrayList<>(fields.problems());
        FormAnswers settled = settled(answers, asked.get(), said);
        page.show(asked.get(), FormEdit.of(check.filled(settled)), locale, model);
        model.addAttribute("uploaded", said);
        return "check/form";
    }

    /** What is asked is settled with the page, which has no field to put it right. */
    private static FormAnswers settled(FormAnswers answers, Questionnaire asked, List<Problem> said) {
        String kind = asked.head().kind().id();
        if (!answers.value("/kind").equals(kind)) {
            said.add(Problem.warning(
                    0, "/kind", Message.of("web.kind-taken-for-self-assessment"), Message.of("web.begin-project")));
        }
        return answers.with(Map.of("/kind", List.of(kind)));
    }

    private Problem noPlace() {
        List<Label> codes =
                check.places().stream().map(PlaceName::code).map(Label::of).toList();
        return Problem.error(
                0,
                "/place",
                Message.of("web.file-without-place"),
                Message.of("web.check-place-of-file", Label.list(codes)));
    }
}
