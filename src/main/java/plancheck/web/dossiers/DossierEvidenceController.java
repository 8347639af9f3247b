package plancheck.web.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import plancheck.access.Actor;
import plancheck.archive.Evidence;
import plancheck.archive.EvidenceRow;
import plancheck.archive.StoredDossier;
import plancheck.dossier.asking.Questionnaire;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormSections;
import plancheck.web.frame.Pages;
import plancheck.web.frame.PointerLabels;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.EvidenceRoom;
import plancheck.workflow.Refusal;

/**
 * The files that prove a draft's figures. A file's name is entered among the evidence of the figure it belongs to, so
 * that a declaration counts as evidenced and the report names the file; when the file goes, its name goes too.
 */
@Controller
@RequestMapping("/dossiers/{id}/evidence")
class DossierEvidenceController {
    /** What is said beside the file that was chosen. */
    private static final Set<Refusal.Why> OF_THE_FILE =
            Set.of(Refusal.Why.INVALID, Refusal.Why.TOO_LARGE, Refusal.Why.NO_ROOM);

    private final DossierDesk desk;
    private final EvidenceRoom room;
    private final FormCheck check;
    private final MessageSource messages;
    private final RuleBook book;

    DossierEvidenceController(
            DossierDesk desk, EvidenceRoom room, FormCheck check, MessageSource messages, RuleBook book) {
        this.desk = desk;
        this.room = room;
        this.check = check;
        this.messages = messages;
        this.book = book;
    }

    /** A figure that a file may prove. */
    record Provable(String pointer, String label, String group) {}

    @GetMapping
    String files(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String figure,
            Locale locale,
            Model model) {
        return files(desk.find(actor, id), figure, null, locale, model);
    }

    private String files(StoredDossier dossier, String figure, @Nullable Refusal refusal, Locale locale, Model model) {
        List<Provable> provable = provable(dossier, locale);
        Map<String, List<Provable>> groups = new LinkedHashMap<>();
        provable.forEach(one ->
                groups.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(one));
        model.addAttribute("kept", dossier);
        model.addAttribute("files", desk.evidence(dossier));
        model.addAttribute("room", room.of(dossier.id()));
        model.addAttribute("groups", groups);
        model.addAttribute("labels", new PointerLabels(book, new Wording(Pages.language(locale))));
        model.addAttribute("figure", figure);
        model.addAttribute("refusal", refusal);
        return "dossiers/evidence";
    }

    @PostMapping
    String attach(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String figure,
            @RequestParam MultipartFile file,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try {
            Evidence attached = desk.attach(actor, id, figure, name, file.getBytes());
            name(actor, id, figure, attached.name(), true);
        } catch (Refusal refusal) {
            if (!OF_THE_FILE.contains(refusal.why())) {
                throw refusal;
            }
            response.setStatus(Pages.status(refusal).value());
            return files(desk.find(actor, id), figure, refusal, locale, model);
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/dossiers/{id}/evidence")
                        .queryParam("figure", "{figure}")
                        .encode()
                        .buildAndExpand(id, figure)
                        .toUriString();
    }

    @PostMapping("/{file}/remove")
    String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        Optional<EvidenceRow> line = desk.evidence(desk.find(actor, id)).stream()
                .filter(one -> one.id().equals(file))
                .findFirst();
        desk.detach(actor, id, file);
        line.ifPresent(gone -> {
            boolean another = desk.evidence(desk.find(actor, id)).stream()
                    .anyMatch(one ->
                            one.figure().equals(gone.figure()) && one.name().equals(gone.name()));
            if (!another) {
                name(actor, id, gone.figure(), gone.name(), false);
            }
        });
        return "redirect:/dossiers/" + id + "/evidence";
    }

    /** Names the file among the figure's evidence in the draft as it stands, or takes its name out again. */
    private void name(Actor actor, UUID id, String figure, String name, boolean named) {
        desk.amend(actor, id, draft -> {
            FormAnswers answers = check.read(draft);
            boolean asked = check.questions(answers).stream()
                    .flatMap(FormSections::questions)
                    .anyMatch(question -> question.pointer().equals(figure) && question.inBraces());
            if (!asked) {
                return draft; // of a list as a whole, or of nothing that takes the names of documents
            }
            String field = figure + "/evidence";
            List<String> documents =
                    new ArrayList<>(answers.value(field).lines().toList());
            documents.removeIf(
                    document -> document.isBlank() || document.strip().equals(name));
            if (named) {
                documents.add(name);
            }
            return check.dossier(answers.with(Map.of(field, List.of(String.join("\n", documents)))));
        });
    }

    private List<Provable> provable(StoredDossier dossier, Locale locale) {
        Wording words = new Wording(Pages.language(locale));
        Optional<Questionnaire> asked = check.questions(check.read(dossier.draft()));
        return asked
                .map(one -> new FormSections(one, words, key -> messages.getMessage(key, null, locale)).all())
                .orElse(List.of())
                .stream()
                .flatMap(section -> {
                    var list = section.list();
                    return list != null
                            ? java.util.stream.Stream.of(new Provable(list.pointer(), section.title(), section.group()))
                            : section.questions().stream()
                                    .filter(question -> question.inBraces()
                                            && !question.pointer().startsWith("/project/"))
                                    .map(question -> new Provable(
                                            question.pointer(), words.say(question.label()), section.title()));
                })
                .toList();
    }
}
