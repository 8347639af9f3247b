package plancheck.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import plancheck.archive.StoredDossier;
import plancheck.dossier.Questionnaire;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;

/** A draft in its form: every request saves what it brings, and shows what comes of it. */
@Controller
@RequestMapping("/dossiers/{id}")
class DossierEditController {
    private final DossierDesk desk;
    private final DossierDraft draft;
    private final FormCheck check;
    private final FormModel page;

    DossierEditController(DossierDesk desk, DossierDraft draft, FormCheck check, FormModel page) {
        this.desk = desk;
        this.draft = draft;
        this.check = check;
        this.page = page;
    }

    @GetMapping("/edit")
    String edit(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        if (!desk.mayEdit(actor, dossier)) {
            return "redirect:/dossiers/" + id;
        }
        FormEdit edit = FormEdit.of(check.read(dossier.draft()));
        show(dossier, DossierDraft.asItIs(dossier), edit, locale, model);
        return "dossiers/edit";
    }

    /** The whole page again; goes on to the files of a figure, or to the submission, where a button says so. */
    @PostMapping("/form")
    String form(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @Nullable Long version,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        DossierDraft.Saved saved = saved(actor, id, version, action, request, locale, model);
        if (saved.overtaken()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        } else if (action.equals("submit")) {
            return "redirect:/dossiers/" + id + "/submit";
        } else if (action.startsWith("evidence:")) {
            model.asMap().clear();
            model.addAttribute("figure", action.substring("evidence:".length()));
            return "redirect:/dossiers/" + id + "/evidence";
        }
        return "dossiers/edit";
    }

    /** The findings alone, with the word that it was saved. */
    @PostMapping("/findings")
    String findings(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @Nullable Long version,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        saved(actor, id, version, "", request, locale, model);
        return "dossiers/edit :: saved-and-findings";
    }

    private DossierDraft.Saved saved(
            Actor actor,
            UUID id,
            @Nullable Long version,
            String action,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        StoredDossier dossier = desk.find(actor, id);
        FormEdit sent = FormEdit.sent(check, request.getParameterMap());
        Map<String, java.util.List<String>> settled =
                Map.of("/place", java.util.List.of(dossier.place()), "/kind", java.util.List.of(dossier.kind()));
        FormEdit edit = new FormEdit(sent.answers().with(settled), sent.rows(), sent.pasted(), sent.all());
        byte[] content = check.check(edit.answers()).dossier();
        Long seen = action.equals("overwrite") ? null : Long.valueOf(version == null ? -1 : version);
        DossierDraft.Saved saved = draft.save(actor, dossier, seen, edit.answers(), content);
        show(dossier, saved, edit, locale, model);
        return saved;
    }

    private void show(StoredDossier dossier, DossierDraft.Saved saved, FormEdit edit, Locale locale, Model model) {
        Questionnaire asked = check.questions(edit.answers())
                .orElseThrow(() -> new Refusal(
                        Refusal.Why.INVALID,
                        "材料中的地区无法识别，请另起一份",
                        "The place of the dossier is not known; begin another dossier"));
        page.show(asked, edit, locale, model);
        model.addAttribute("kept", dossier);
        model.addAttribute("saved", saved);
        model.addAttribute("zone", FormCheck.SHANGHAI);
        model.addAttribute("open", desk.openQuestions(dossier).size());
        model.addAttribute(
                "asked",
                desk.questions(dossier).stream()
                        .filter(question -> question.revision() == dossier.revision())
                        .count());
    }
}
