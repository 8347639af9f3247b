package plancheck.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Message;
import plancheck.report.Report;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.DossierWorkbook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.frame.FileController;
import plancheck.web.frame.Pages;
import plancheck.workflow.Refusal;

/** What one takes along from a self-check: the dossier, and the report. */
@Controller
@RequestMapping("/check")
class SelfCheckDownloadController {
    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final FormCheck check;
    private final RuleBook book;
    private final DossierWorkbook workbooks;

    SelfCheckDownloadController(FormCheck check, RuleBook book) {
        this.check = check;
        this.book = book;
        this.workbooks = new DossierWorkbook(book);
    }

    /** @param format {@code yaml}, {@code xlsx}, or anything else for JSON */
    @PostMapping("/dossier")
    ResponseEntity<byte[]> dossier(@RequestParam(defaultValue = "json") String format, HttpServletRequest request) {
        FormAnswers answers = FormAnswers.sent(request.getParameterMap());
        byte[] dossier = check.dossier(answers);
        return check.questions(answers)
                .filter(asked -> format.equals("yaml") || format.equals("xlsx"))
                .map(asked -> format.equals("xlsx")
                        ? FileController.saved(workbooks.write(asked, dossier, false), name(answers) + ".xlsx", XLSX)
                        : FileController.saved(
                                DossierForm.yaml(dossier, asked), name(answers) + ".yaml", MediaType.APPLICATION_YAML))
                .orElseGet(() -> FileController.saved(dossier, name(answers) + ".json", MediaType.APPLICATION_JSON));
    }

    /** @param format {@code html}, {@code json} or {@code text} */
    @PostMapping("/report")
    ResponseEntity<byte[]> report(@RequestParam String format, HttpServletRequest request, Locale locale) {
        MediaType type = switch (format) {
            case "html" -> MediaType.TEXT_HTML;
            case "json" -> MediaType.APPLICATION_JSON;
            case "text" -> MediaType.TEXT_PLAIN;
            default -> throw new Refusal(Refusal.Why.INVALID, Message.of("web.no-such-format", format));
        };
        FormAnswers answers = FormAnswers.sent(request.getParameterMap());
        Report report = check.check(check.filled(answers)).report();
        String text = report == null
                ? ""
                : ReportWriter.of(format, Pages.language(locale), citation -> Optional.empty(), book.rulingTexts())
                        .write(List.of(report), List.of(""));
        String ending = format.equals("text") ? "txt" : format;
        return FileController.saved(
                text.getBytes(StandardCharsets.UTF_8),
                name(answers) + "-report." + ending,
                new MediaType(type, StandardCharsets.UTF_8));
    }

    private static String name(FormAnswers answers) {
        String id = answers.value("/id");
        return id.isBlank() ? "dossier" : id;
    }
}
