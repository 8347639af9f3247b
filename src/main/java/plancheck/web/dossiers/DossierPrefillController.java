package plancheck.web.dossiers;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Message;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.prefill.PrefillPage;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;

/** Figures out of published texts into a county's draft: those that are ticked are saved in it, what it has already stays. */
@Controller
@RequestMapping("/dossiers/{id}/prefill")
class DossierPrefillController {
    private final DossierDesk desk;
    private final DossierDraft draft;
    private final FormCheck check;
    private final PrefillPage prefill;

    DossierPrefillController(DossierDesk desk, DossierDraft draft, FormCheck check, PrefillPage prefill) {
        this.desk = desk;
        this.draft = draft;
        this.check = check;
        this.prefill = prefill;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable UUID id, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        return desk.mayEdit(actor, dossier) ? ask(dossier, model) : "redirect:/dossiers/" + id;
    }

    /** @param files bulletins and reports; none where a text is pasted */
    @PostMapping(path = "/texts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String propose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String pasted,
            Locale locale,
            Model model)
            throws IOException {
        StoredDossier dossier = desk.find(actor, id);
        if (!desk.mayEdit(actor, dossier)) {
            return "redirect:/dossiers/" + id;
        }
        prefill.propose(files, pasted, head(dossier), locale, model);
        return ask(dossier, model);
    }

    /**
     * @param take numbers of the proposals that are ticked, from 0; none to go back as one came
     * @param carried the proposals as they were shown
     */
    @PostMapping("/figures")
    String take(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<Integer> take,
            @RequestParam(defaultValue = "{}") String carried,
            Model model) {
        StoredDossier dossier = desk.find(actor, id);
        if (take == null || !desk.mayEdit(actor, dossier)) {
            return "redirect:/dossiers/" + id + "/edit";
        }
        FormAnswers answers = check.read(dossier.draft());
        Map<String, List<String>> taken = prefill.taken(take, carried, answers.values(), model);
        FormCheck.FilledAnswers filled = check.filled(answers.with(taken));
        DossierDraft.DraftState saved = draft.save(
                actor, dossier, DossierDraft.version(dossier), Optional.empty(), filled.answers(), filled.dossier());
        if (saved.overtaken()) {
            model.addAttribute("prefilled", List.of(Message.of("web.prefill-overtaken")));
        }
        return ask(dossier, model);
    }

    private String ask(StoredDossier dossier, Model model) {
        model.addAttribute("back", "/dossiers/" + dossier.id() + "/edit");
        return prefill.ask(head(dossier), "/dossiers/" + dossier.id() + "/prefill", "", model);
    }

    private Questionnaire.Head head(StoredDossier dossier) {
        return check.questions(check.read(dossier.draft()))
                .map(Questionnaire::head)
                .orElseThrow(() -> new Refusal(Refusal.Why.INVALID, Message.of("web.place-not-known")));
    }
}
