package plancheck.web.dossiers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.access.Actor;
import plancheck.archive.ReviewQuestion;
import plancheck.archive.StoredDossier;
import plancheck.report.Finding;
import plancheck.report.Report;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;

/** What the county was asked when its dossier was returned, each beside the finding as it is now, and its answers. */
@Controller
@RequestMapping("/dossiers/{id}/answers")
class DossierAnswersController {
    private final DossierDesk desk;
    private final FormCheck check;
    private final FormModel page;

    DossierAnswersController(DossierDesk desk, FormCheck check, FormModel page) {
        this.desk = desk;
        this.check = check;
        this.page = page;
    }

    /**
     * A question.
     *
     * @param finding what it concerns, as the draft stands now; null when it concerns the whole dossier, or nothing any more
     */
    record CountyQuestion(ReviewQuestion question, @Nullable Finding finding) {}

    @GetMapping
    String questions(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        return desk.mayEdit(actor, dossier) ? show(dossier, null, locale, model) : "redirect:/dossiers/" + id;
    }

    /** Takes the answers by the questions' ids; blank ones are left for later. */
    @PostMapping
    String answer(
            Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> sent, Locale locale, Model model) {
        try {
            for (ReviewQuestion question : latest(desk.find(actor, id))) {
                String words = sent.getOrDefault("answer:" + question.id(), "");
                if (!words.isBlank() && !words.strip().equals(question.answer())) {
                    desk.answer(actor, id, question.id(), words);
                }
            }
        } catch (Refusal refusal) {
            if (refusal.why() != Refusal.Why.INVALID) {
                throw refusal;
            }
            model.addAttribute("sent", sent);
            return show(desk.find(actor, id), refusal, locale, model);
        }
        return "redirect:/dossiers/" + id + "/answers?saved";
    }

    private String show(StoredDossier dossier, @Nullable Refusal refusal, Locale locale, Model model) {
        FormEdit edit = FormEdit.of(check.filled(check.read(dossier.draft())).withFiles(desk.evidenced(dossier)));
        Report report = check.questions(edit.answers())
                .map(asked -> page.show(asked, edit, locale, model))
                .orElseGet(() -> check.check(edit.filled()))
                .report();
        model.addAttribute("kept", dossier);
        model.addAttribute("refusal", refusal);
        model.addAttribute(
                "asked",
                latest(dossier).stream()
                        .map(question -> new CountyQuestion(question, finding(report, question)))
                        .toList());
        model.addAttribute("open", desk.openQuestions(dossier).size());
        return "dossiers/answers";
    }

    private List<ReviewQuestion> latest(StoredDossier dossier) {
        return desk.questions(dossier).stream()
                .filter(question -> question.revision() == dossier.revision())
                .toList();
    }

    private static @Nullable Finding finding(@Nullable Report report, ReviewQuestion question) {
        return report == null
                ? null
                : report.findings().stream()
                        .filter(f -> f.provision().equals(question.provision())
                                && f.subject().zh().equals(question.subject()))
                        .findFirst()
                        .orElse(null);
    }
}
