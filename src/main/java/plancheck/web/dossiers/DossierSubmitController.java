package plancheck.web.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import plancheck.dossier.Problem;
import plancheck.dossier.checks.FigureQueries;
import plancheck.facts.Term;
import plancheck.report.ChangeKind;
import plancheck.report.Comparison;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.writing.Wording;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormFindings;
import plancheck.web.form.FormModel;
import plancheck.web.frame.Pages;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;

/** What is about to be submitted, with what will come back of it; then it is. */
@Controller
@RequestMapping("/dossiers/{id}/submit")
class DossierSubmitController {
    private static final String EXPLAIN = "explain:";

    private final DossierDesk desk;
    private final FormCheck check;
    private final FormModel page;
    private final DossierDraft draft;
    private final LastConcluded last;

    DossierSubmitController(DossierDesk desk, FormCheck check, FormModel page, DossierDraft draft, LastConcluded last) {
        this.last = last;
        this.draft = draft;
        this.desk = desk;
        this.check = check;
        this.page = page;
    }

    /** @param all the outcome of which all findings are wanted, by its id */
    @GetMapping
    String ask(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String all,
            Locale locale,
            Model model) {
        StoredDossier dossier = desk.find(actor, id);
        Outcome wanted = Term.find(Outcome.class, all).orElse(null);
        return desk.mayEdit(actor, dossier)
                ? show(actor, dossier, wanted, null, locale, model)
                : "redirect:/dossiers/" + id;
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
            return show(actor, desk.find(actor, id), null, refusal, locale, model);
        }
    }

    /** Saves what is said to queries, by the check's id behind {@code explain:}; an empty text takes an explanation back. */
    @PostMapping("/explanations")
    String explain(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        StoredDossier dossier = desk.find(actor, id);
        FormAnswers answers = check.read(dossier.draft());
        Map<String, List<String>> explained = new LinkedHashMap<>();
        FigureQueries.of(check.check(check.filled(answers)).problems()).forEach(query -> {
            String text = sent.get(EXPLAIN + query.check());
            if (text != null) {
                explained.put("/" + FigureQueries.EXPLANATIONS + "/" + query.check(), List.of(text));
            }
        });
        FormCheck.FilledAnswers filled = check.filled(answers.with(explained));
        draft.save(actor, dossier, DossierDraft.version(dossier), Optional.empty(), filled.answers(), filled.dossier());
        return "redirect:/dossiers/" + id + "/submit";
    }

    private String show(
            Actor actor,
            StoredDossier dossier,
            @Nullable Outcome all,
            @Nullable Refusal refusal,
            Locale locale,
            Model model) {
        FormEdit edit = FormEdit.of(check.filled(check.read(dossier.draft())).withFiles(desk.evidenced(dossier)));
        FormCheck.FormResult checked = check.questions(edit.answers())
                .map(asked -> page.show(asked, edit, locale, model))
                .orElseGet(() -> check.check(edit.filled()));
        Report report = checked.report();
        List<Problem> errors =
                checked.problems().stream().filter(Problem::isError).toList();
        List<ReviewQuestion> open = desk.openQuestions(dossier);
        model.addAttribute("kept", dossier);
        model.addAttribute("refusal", refusal);
        model.addAttribute("errors", errors);
        model.addAttribute("open", open);
        model.addAttribute("files", desk.evidence(dossier));
        last.of(dossier, locale).ifPresent(answers -> {
            model.addAttribute("lastAnswers", answers);
            model.addAttribute("since", answers.since(edit.answers()));
        });
        List<FigureQueries.FigureQuery> queries = FigureQueries.of(checked.problems());
        boolean explained = queries.stream().noneMatch(FigureQueries.FigureQuery::isOpen);
        model.addAttribute("queries", queries);
        model.addAttribute("ready", errors.isEmpty() && report != null && open.isEmpty() && explained);
        if (report != null) {
            model.addAttribute(
                    "findings", FormFindings.beforeSubmission(report, all, new Wording(Pages.language(locale))));
            model.addAttribute("kinds", List.of(ChangeKind.values()));
            model.addAttribute("comparison", comparison(actor, dossier, report));
        }
        return "dossiers/submit";
    }

    /** With the last submission; null before the first. */
    private @Nullable Comparison comparison(Actor actor, StoredDossier dossier, Report report) {
        return dossier.revision() == 0
                ? null
                : Comparison.of(desk.report(desk.revision(actor, dossier.id(), dossier.revision())), report);
    }
}
