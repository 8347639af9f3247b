package plancheck.web.project;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.reading.SourceText;
import plancheck.platform.ProjectProposal;
import plancheck.platform.ProjectProposals;
import plancheck.report.Report;
import plancheck.report.writing.FindingWords;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;
import plancheck.web.frame.Pages;

/** A project's way in: what it is and where, what of the plans it may be, and then the form. Keeps nothing. */
@Controller
@RequestMapping("/check/project")
class ProjectWizardController {
    private final ProjectReader reader;
    private final FormCheck check;
    private final FormModel page;
    private final RuleBook book;

    ProjectWizardController(ProjectReader reader, FormCheck check, FormModel page, RuleBook book) {
        this.reader = reader;
        this.check = check;
        this.page = page;
        this.book = book;
    }

    @GetMapping
    String start(@RequestParam(defaultValue = "") String place, Model model) {
        return start(SentProject.of(Map.of("/place", new String[] {place})), "", List.of(), model);
    }

    /** @param text what was pasted, which stays in its field when nothing can be made of it */
    private String start(SentProject sent, String text, List<Problem> problems, Model model) {
        model.addAttribute("project", reader.understood(sent));
        model.addAttribute("places", check.places());
        model.addAttribute("text", text);
        model.addAttribute("problems", problems);
        return "project/start";
    }

    /** @param which of several projects that were pasted, from 1; 0 when none is chosen */
    @PostMapping
    String understand(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") String which,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute("otherLanguage", otherLanguage(locale));
        if (!text.isBlank()) {
            return registered(text, which, actor, locale, model);
        }
        SentProject sent = SentProject.of(request.getParameterMap());
        if (sent.value("/title").isEmpty()) {
            return start(sent, "", List.of(ProjectReader.nameless()), model);
        }
        return confirm(reader.understood(sent), List.of(), actor, locale, model);
    }

    @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String file(@RequestParam MultipartFile file, Actor actor, Locale locale, Model model) throws IOException {
        model.addAttribute("otherLanguage", otherLanguage(locale));
        Problems problems = new Problems();
        String text = SourceText.decode(file.getBytes(), problems);
        return text == null
                ? start(SentProject.of(Map.of()), "", problems.inOrder(), model)
                : registered(text, "0", actor, locale, model);
    }

    private String registered(String text, String which, Actor actor, Locale locale, Model model) {
        ProjectProposals.Read read = reader.registrations(text);
        List<ProjectProposal> proposals = read.proposals();
        if (proposals.isEmpty()) {
            return start(SentProject.of(Map.of()), text, read.problems(), model);
        }
        int chosen = proposals.size() == 1 ? 1 : which.matches("\\d{1,4}") ? Integer.parseInt(which) : 0;
        if (chosen < 1 || chosen > proposals.size()) {
            model.addAttribute("text", text);
            model.addAttribute("proposals", proposals);
            model.addAttribute("problems", read.problems());
            return "project/several";
        }
        return confirm(reader.understood(proposals.get(chosen - 1)), read.problems(), actor, locale, model);
    }

    /** The form, once a person has confirmed what it depends on. */
    @PostMapping("/form")
    String form(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        SentProject sent = SentProject.of(request.getParameterMap());
        List<Problem> lacking = reader.lacking(sent);
        Optional<Questionnaire> asked = lacking.isEmpty() ? reader.questions(sent) : Optional.empty();
        model.addAttribute("otherLanguage", "#language");
        if (asked.isEmpty()) {
            return confirm(reader.understood(sent), lacking, actor, locale, model);
        }
        FormEdit edit = FormEdit.of(check.filled(reader.dossier(sent, asked.get())));
        FormCheck.FormResult found = page.show(asked.get(), edit, locale, model);
        model.addAttribute("confirmed", true);
        model.addAttribute("folded", isWhole(found) ? true : null);
        return "check/form";
    }

    /** Whether nothing is left to be put right or added of what the project says of itself. */
    private static boolean isWhole(FormCheck.FormResult found) {
        Report report = found.report();
        return report != null
                && found.problems().isEmpty()
                && report.bases().stream().allMatch(basis -> basis.missing().isEmpty());
    }

    private String confirm(UnderstoodProject project, List<Problem> problems, Actor actor, Locale locale, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("places", check.places());
        model.addAttribute("sectors", book.sectors());
        model.addAttribute("problems", problems);
        model.addAttribute("words", new FindingWords(new Wording(Pages.language(locale))));
        model.addAttribute("mayKeep", actor.is(Role.COUNTY_OFFICER));
        model.addAttribute("otherLanguage", "#language");
        return "project/confirm";
    }

    /** What was sent cannot be asked for again by its address. */
    private static String otherLanguage(Locale locale) {
        return "/check/project?lang=" + ("en".equals(locale.getLanguage()) ? "zh-CN" : "en");
    }
}
