package plancheck.web.dossiers;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import plancheck.archive.StoredDossier;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Message;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.tables.OwnTablesPage;
import plancheck.web.tables.OwnTablesPage.CarriedFile;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;

/** An office's own tables into a county's draft: looked at, then saved in it. */
@Controller
@RequestMapping("/dossiers/{id}/tables")
class DossierTablesController {
    private final DossierDesk desk;
    private final DossierDraft draft;
    private final FormCheck check;
    private final OwnTablesPage tables;

    DossierTablesController(DossierDesk desk, DossierDraft draft, FormCheck check, OwnTablesPage tables) {
        this.desk = desk;
        this.draft = draft;
        this.check = check;
        this.tables = tables;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable UUID id, Model model) {
        return show(actor, id, null, model);
    }

    /** A file that was chosen. */
    @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String file(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam Map<String, String> parameters,
            Model model)
            throws IOException {
        return show(actor, id, CarriedFile.of(file, parameters), model);
    }

    private String show(Actor actor, UUID id, @Nullable CarriedFile file, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        if (!desk.mayEdit(actor, dossier)) {
            return "redirect:/dossiers/" + id;
        }
        FormAnswers answers = check.read(dossier.draft());
        Questionnaire asked = asked(answers);
        if (file != null) {
            tables.show(file, asked, answers, model);
        }
        model.addAttribute("back", "/dossiers/" + id + "/edit");
        return tables.ask(asked, "/dossiers/" + id + "/tables", "", model);
    }

    /** @param action {@code look} to see it anew, as the lists are chosen now; else its rows are taken */
    @PostMapping("/rows")
    String rows(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam String content,
            @RequestParam(defaultValue = "") String action,
            @RequestParam Map<String, String> parameters,
            Model model) {
        CarriedFile file = new CarriedFile(name, content, parameters);
        StoredDossier dossier = desk.find(actor, id);
        if (action.equals("look") || !desk.mayEdit(actor, dossier)) {
            return show(actor, id, file, model);
        }
        FormAnswers answers = check.read(dossier.draft());
        OwnTablesPage.TakenRows taken = tables.taken(file, asked(answers), answers, model);
        if (taken == null) {
            return show(actor, id, file, model);
        }
        FormCheck.FilledAnswers filled = check.filled(taken.answers());
        DossierDraft.DraftState saved = draft.save(
                actor, dossier, DossierDraft.version(dossier), Optional.empty(), filled.answers(), filled.dossier());
        if (saved.overtaken()) {
            model.addAttribute("prefilled", List.of(Message.of("web.prefill-overtaken")));
            return show(actor, id, file, model);
        }
        String view = show(actor, id, null, model);
        model.addAttribute("back", "/dossiers/" + id + "/edit?open=" + String.join("&open=", taken.open()));
        return view;
    }

    @PostMapping("/marked")
    ResponseEntity<byte[]> marked(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam String content,
            @RequestParam Map<String, String> parameters,
            Locale locale) {
        FormAnswers answers = check.read(desk.find(actor, id).draft());
        return tables.marked(new CarriedFile(name, content, parameters), asked(answers), answers, locale);
    }

    private Questionnaire asked(FormAnswers answers) {
        return check.questions(answers)
                .orElseThrow(() -> new Refusal(Refusal.Why.INVALID, Message.of("web.place-not-known")));
    }
}
