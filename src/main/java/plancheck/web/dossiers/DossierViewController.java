package plancheck.web.dossiers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.RequestMapping;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.archive.AuditEntry;
import plancheck.archive.EvidenceRow;
import plancheck.archive.ReviewQuestion;
import plancheck.archive.Revision;
import plancheck.archive.StoredDossier;
import plancheck.report.ChangeKind;
import plancheck.report.Comparison;
import plancheck.report.Report;
import plancheck.report.writing.ReportWriter;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.FileController;
import plancheck.web.frame.Pages;
import plancheck.web.frame.PointerLabels;
import plancheck.web.frame.TrailDetails;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.DossierState;

/** Where a dossier stands: what was done with it, what was submitted, and what changed from one time to the next. */
@Controller
@RequestMapping("/dossiers/{id}")
class DossierViewController {
    private final DossierDesk desk;
    private final People people;
    private final RuleBook book;

    DossierViewController(DossierDesk desk, People people, RuleBook book) {
        this.desk = desk;
        this.people = people;
        this.book = book;
    }

    /** A submission with its report and, from the second on, what changed. */
    record Submission(
            Revision revision, Report report, @Nullable Comparison comparison, List<EvidenceRow> files) {}

    @GetMapping
    String view(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        StoredDossier dossier = desk.find(actor, id);
        List<AuditEntry> trail = desk.trail(actor, id).stream()
                .filter(entry -> !entry.action().startsWith("opinion.")) // the reviewers' notes until they ask
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        trail.forEach(entry -> names.computeIfAbsent(entry.actor(), this::name));
        List<ReviewQuestion> questions = desk.questions(dossier);
        questions.forEach(question -> names.computeIfAbsent(question.askedBy(), this::name));
        model.addAttribute("kept", dossier);
        model.addAttribute("state", DossierState.of(dossier.state()));
        model.addAttribute("kinds", List.of(ChangeKind.values()));
        model.addAttribute("editable", desk.mayEdit(actor, dossier));
        model.addAttribute("trail", trail);
        model.addAttribute("details", new TrailDetails(new PointerLabels(book, new Wording(Pages.language(locale)))));
        model.addAttribute("names", names);
        model.addAttribute("questions", questions);
        model.addAttribute("open", desk.openQuestions(dossier).size());
        model.addAttribute("submissions", submissions(actor, id));
        return "dossiers/view";
    }

    /** Of a link the bureau that it was made for. */
    private String name(String login) {
        return book.bureaus().stream()
                .filter(bureau -> login.equals("link:" + bureau.id()))
                .map(bureau -> bureau.name().zh())
                .findFirst()
                .orElseGet(() -> nameOfAccount(login));
    }

    private String nameOfAccount(String login) {
        return people.current(login).map(Actor::name).orElse(login);
    }

    /** The last first. */
    private List<Submission> submissions(Actor actor, UUID id) {
        List<Submission> submissions = new ArrayList<>();
        Report before = null;
        for (Revision revision : desk.revisions(actor, id)) {
            Report report = desk.report(revision);
            Comparison comparison = before == null ? null : Comparison.of(before, report);
            submissions.add(new Submission(revision, report, comparison, desk.evidence(revision)));
            before = report;
        }
        Collections.reverse(submissions);
        return submissions;
    }

    /** The report of a submission, as it was then. */
    @GetMapping("/revisions/{number}/report")
    ResponseEntity<byte[]> report(Actor actor, @PathVariable UUID id, @PathVariable int number, Locale locale) {
        Report report = desk.report(desk.revision(actor, id, number));
        String html = ReportWriter.of("html", Pages.language(locale), citation -> Optional.empty(), book.rulingTexts())
                .write(List.of(report), List.of(""));
        return FileController.saved(
                html.getBytes(StandardCharsets.UTF_8),
                report.dossier().id() + "-" + number + ".html",
                new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    }

    /** What was submitted, as it was then: JSON from a form, and from a program YAML or JSON. */
    @GetMapping("/revisions/{number}/dossier")
    ResponseEntity<byte[]> dossier(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        Revision revision = desk.revision(actor, id, number);
        byte[] content = revision.content();
        boolean json =
                new String(content, StandardCharsets.UTF_8).stripLeading().startsWith("{");
        return json
                ? FileController.saved(content, id + "-" + number + ".json", MediaType.APPLICATION_JSON)
                : FileController.saved(content, id + "-" + number + ".yaml", MediaType.APPLICATION_YAML);
    }
}
