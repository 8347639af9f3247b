package plancheck.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.dossier.Problem;
import plancheck.report.Comparison;
import plancheck.report.Report;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;

/** What is about to be submitted, once more at a glance; then it is. */
@Controller
@RequestMapping("/dossiers/{id}/submit")
class DossierSubmitController {
    private final DossierDesk desk;
    private final FormCheck check;
    private final FormModel page;

    DossierSubmitController(DossierDesk desk, FormCheck check, FormModel page) {
        this.desk = desk;
        this.check = check;
        this.page = page;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        return desk.mayEdit(actor, dossier) ? show(actor, dossier, null, locale, model) : "redirect:/dossiers/" + id;
    }

    @PostMapping
    String submit(Actor actor, @PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        try {
            desk.submit(actor, id);
            return "redirect:/dossiers/" + id + "?submitted";
        } catch (Refusal refusal) {
            if (refusal.why() != Refusal.Why.INVALID) {
                throw refusal;
            }
            response.setStatus(Pages.status(refusal).value());
            return show(actor, desk.find(actor, id), refusal, locale, model);
        }
    }

    private String show(Actor actor, StoredDossier dossier, @Nullable Refusal refusal, Locale locale, Model model) {
        FormEdit edit = FormEdit.of(check.read(dossier.draft()));
        check.questions(edit.answers()).ifPresent(asked -> page.show(asked, edit, locale, model));
        FormCheck.Checked checked = check.check(edit.answers());
        Report report = checked.report();
        List<Problem> errors =
                checked.problems().stream().filter(Problem::isError).toList();
        model.addAttribute("kept", dossier);
        model.addAttribute("kinds", List.of(Comparison.Kind.values()));
        model.addAttribute("refusal", refusal);
        model.addAttribute("errors", errors);
        model.addAttribute("open", desk.openQuestions(dossier));
        model.addAttribute("files", desk.evidence(dossier));
        model.addAttribute(
                "comparison",
                dossier.revision() == 0 || report == null
                        ? null
                        : Comparison.of(desk.report(desk.revision(actor, dossier.id(), dossier.revision())), report));
        model.addAttribute(
                "ready",
                errors.isEmpty()
                        && report != null
                        && desk.openQuestions(dossier).isEmpty());
        return "dossiers/submit";
    }
}
