package plancheck.web.dossiers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.web.form.FormModel;
import plancheck.workflow.DossierDesk;

/** A part of a draft's form, once it is opened. It is shown as the page has it, saved or not, and saves nothing. */
@Controller
class DossierPartController {
    private final DossierDesk desk;
    private final FormModel page;
    private final LastConcluded last;

    DossierPartController(DossierDesk desk, FormModel page, LastConcluded last) {
        this.desk = desk;
        this.page = page;
        this.last = last;
    }

    @PostMapping("/dossiers/{id}/part")
    String part(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        model.addAttribute("kept", dossier);
        last.of(dossier, locale).ifPresent(answers -> model.addAttribute("lastAnswers", answers));
        model.addAttribute("base", "/dossiers/" + id);
        return page.part(request.getParameterMap(), locale, model);
    }
}
