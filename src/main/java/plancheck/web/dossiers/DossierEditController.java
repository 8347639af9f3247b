package plancheck.web.dossiers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Message;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;
import plancheck.web.form.FormSize;
import plancheck.web.frame.Pages;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.DraftPages;
import plancheck.workflow.Refusal;

/** A draft in its form: every request saves what it brings, and shows what comes of it. */
@Controller
@RequestMapping("/dossiers/{id}")
class DossierEditController {
    /** Says whether it was saved, for a page's script: no other answer has it, whatever a proxy or a sign-in page may say. */
    private static final String SAVING = "Plancheck-Draft";

    private final DossierDesk desk;
    private final DossierDraft draft;
    private final DraftPages pages;
    private final FormCheck check;
    private final FormModel page;
    private final RuleBook book;
    private final MessageSource messages;
    private final LastConcluded last;

    DossierEditController(
            DossierDesk desk,
            DossierDraft draft,
            DraftPages pages,
            FormCheck check,
            FormModel page,
            RuleBook book,
            MessageSource messages,
            LastConcluded last) {
        this.desk = desk;
        this.draft = draft;
        this.pages = pages;
        this.check = check;
        this.page = page;
        this.book = book;
        this.messages = messages;
        this.last = last;
    }

    /**
     * What a form brings besides the answers.
     *
     * @param version of the draft that the page began with
     * @param over the version of somebody else's draft that it may be saved over, having been shown; else null
     * @param theirs pointers of what is to be as that one has it
     * @param page which opening of the draft it comes from, for a page with scripts; and {@code step}, which of its states
     */
    record Sent(
            @Nullable Long version,
            @Nullable Long over,
            @Nullable List<String> theirs,
            @Nullable UUID page,
            @Nullable Long step,
            @Nullable String action) {
        Sent withoutAction() {
            return new Sent(version, over, theirs, page, step, "");
        }

        boolean overwrites() {
            return "overwrite".equals(action);
        }

        /** The version it may be saved over; -1 for none. */
        long seen() {
            Long seen = overwrites() ? over : version;
            return seen == null ? -1 : seen;
        }

        Optional<DraftPages.PageState> change() {
            return page == null || step == null ? Optional.empty() : Optional.of(new DraftPages.PageState(page, step));
        }

        List<String> taken() {
            return theirs == null ? List.of() : theirs;
        }
    }

    @GetMapping("/edit")
    String edit(Actor actor, @PathVariable UUID id, HttpServletRequest request, Locale locale, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        if (!desk.mayEdit(actor, dossier)) {
            return "redirect:/dossiers/" + id;
        }
        FormAnswers answers = check.read(dossier.draft());
        FormSize.of(answers).demand();
        FormEdit edit = FormEdit.at(check.filled(answers), request.getParameterMap());
        show(dossier, DossierDraft.asItIs(dossier), edit, locale, model);
        model.addAttribute("last", pages.last(dossier));
        return "dossiers/edit";
    }

    /** The whole page again; goes on to the files of a figure, or to the submission, where a button says so. */
    @PostMapping("/form")
    String form(
            Actor actor,
            @PathVariable UUID id,
            Sent sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        String action = sent.action() == null ? "" : sent.action();
        StoredDossier dossier = desk.find(actor, id);
        FormEdit filled = FormEdit.sent(check, request.getParameterMap(), settled(dossier));
        DossierDraft.DraftState saved = saved(actor, dossier, filled, sent, response, locale, model);
        model.addAttribute("last", saved.overtaken() ? Optional.empty() : sent.change());
        model.addAttribute("before", sent.page());
        if (FormModel.isOfList(request, model)) {
            return "dossiers/edit :: changed"; // of another status, a script would take nothing
        } else if (saved.overtaken()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        } else if (action.equals("submit")) {
            return "redirect:/dossiers/" + id + "/submit";
        } else if (action.equals("prefill") || action.equals("tables")) {
            return "redirect:/dossiers/" + id + "/" + action;
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
            Sent sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        StoredDossier dossier = desk.find(actor, id);
        FormEdit filled = FormEdit.forFindings(check, request.getParameterMap(), settled(dossier));
        saved(actor, dossier, filled, sent.withoutAction(), response, locale, model);
        return "dossiers/edit :: saved-and-findings";
    }

    /** A draft stays what it was begun as. */
    private static Map<String, List<String>> settled(StoredDossier dossier) {
        return Map.of("/place", List.of(dossier.place()), "/kind", List.of(dossier.kind()));
    }

    private DossierDraft.DraftState saved(
            Actor actor,
            StoredDossier dossier,
            FormEdit filled,
            Sent sent,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        FormAnswers theirs = check.read(dossier.draft());
        boolean overwrites = sent.overwrites() && sent.seen() == DossierDraft.version(dossier);
        FormEdit edit = overwrites
                ? filled.with(check.filled(DraftDifferences.merged(filled.answers(), theirs, sent.taken())))
                : filled;
        byte[] content = edit.filled().dossier();
        DossierDraft.DraftState saved = draft.save(actor, dossier, sent.seen(), sent.change(), edit.answers(), content);
        response.setHeader(SAVING, saved.overtaken() ? "overtaken" : "saved");
        show(dossier, saved, edit, locale, model);
        if (saved.overtaken()) {
            model.addAttribute("differences", differences(check.read(content), theirs, locale));
            model.addAttribute("taken", sent.taken());
        }
        return saved;
    }

    private List<DraftDifferences.Difference> differences(FormAnswers mine, FormAnswers theirs, Locale locale) {
        Map<String, String> head = new LinkedHashMap<>();
        for (String key : List.of("title", "id", "as-of", "note")) {
            head.put("/" + key, messages.getMessage("form." + key, null, locale));
        }
        return check.questions(mine)
                .map(asked -> new DraftDifferences(book, asked, head, new Wording(Pages.language(locale))))
                .map(differences -> differences.between(mine, theirs))
                .orElse(List.of());
    }

    private void show(StoredDossier dossier, DossierDraft.DraftState saved, FormEdit edit, Locale locale, Model model) {
        Questionnaire asked = check.questions(edit.answers())
                .orElseThrow(() -> new Refusal(Refusal.Why.INVALID, Message.of("web.place-not-known")));
        page.show(asked, edit.with(edit.filled().withFiles(desk.evidenced(dossier))), locale, model);
        model.addAttribute("kept", dossier);
        last.of(dossier, locale).ifPresent(answers -> model.addAttribute("lastAnswers", answers));
        model.addAttribute("saved", saved);
        model.addAttribute("page", UUID.randomUUID());
        model.addAttribute("open", desk.openQuestions(dossier).size());
        model.addAttribute(
                "asked",
                desk.questions(dossier).stream()
                        .filter(question -> question.revision() == dossier.revision())
                        .count());
    }
}
