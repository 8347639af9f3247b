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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
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

    /**
     * A file as the page shows it.
     *
     * @param proves a row for each thing that it proves; none while nobody has said it
     * @param proposals what it may prove, where nobody has said it
     */
    record ShownFile(EvidenceRow file, List<EvidenceRow> proves, List<EvidenceProposals.Proposal> proposals) {}

    @GetMapping
    String files(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String figure,
            Locale locale,
            Model model) {
        return files(desk.find(actor, id), figure, List.of(), locale, model);
    }

    private String files(StoredDossier dossier, String figure, List<Refusal> refusals, Locale locale, Model model) {
        FormAnswers answers = check.read(dossier.draft());
        List<Provable> provable = provable(answers, locale);
        Map<String, List<Provable>> groups = new LinkedHashMap<>();
        provable.forEach(one ->
                groups.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(one));
        EvidenceProposals proposals = new EvidenceProposals(provable.stream()
                .map(one -> new EvidenceProposals.ProvableMatter(
                        one.pointer(),
                        one.label(),
                        answers.value(one.pointer() + "/evidence").lines().toList()))
                .toList());
        Map<Boolean, List<ShownFile>> files = shown(desk.evidence(dossier), proposals).stream()
                .collect(Collectors.partitioningBy(file -> file.proves().isEmpty()));
        model.addAttribute("kept", dossier);
        model.addAttribute("unsaid", files.getOrDefault(true, List.of()));
        model.addAttribute("files", files.getOrDefault(false, List.of()));
        model.addAttribute("room", room.of(dossier.id()));
        model.addAttribute("groups", groups);
        model.addAttribute(
                "titles", provable.stream().map(Provable::label).distinct().toList());
        model.addAttribute("labels", new PointerLabels(book, new Wording(Pages.language(locale))));
        model.addAttribute("figure", figure);
        model.addAttribute("refusals", refusals);
        return "dossiers/evidence";
    }

    /** Each file once, whatever it proves. */
    private static List<ShownFile> shown(List<EvidenceRow> rows, EvidenceProposals proposals) {
        List<ShownFile> files = new ArrayList<>();
        List<EvidenceRow> left = new ArrayList<>(rows);
        while (!left.isEmpty()) {
            EvidenceRow first = left.get(0);
            List<EvidenceRow> same = left.stream().filter(first::isSameFile).toList();
            left.removeAll(same);
            List<EvidenceRow> proves =
                    same.stream().filter(row -> !row.figure().isEmpty()).toList();
            files.add(new ShownFile(first, proves, proves.isEmpty() ? proposals.of(first.name()) : List.of()));
        }
        return files;
    }

    /**
     * Takes files, each by itself: what is wrong with one keeps no other out.
     *
     * @param figure what all of them prove; empty for what their names propose, to be confirmed
     */
    @PostMapping
    String attach(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        List<Refusal> refusals = new ArrayList<>();
        if (file == null) {
            refusals.add(new Refusal(Refusal.Why.INVALID, Message.of("web.evidence-choose-file")));
        }
        for (MultipartFile one : file == null ? List.<MultipartFile>of() : file) {
            String name = Optional.ofNullable(one.getOriginalFilename()).orElse("");
            try {
                if (figure.isEmpty()) {
                    desk.keep(actor, id, name, one.getBytes());
                } else {
                    Evidence attached = desk.attach(actor, id, figure, name, one.getBytes());
                    name(actor, id, figure, attached.name(), true);
                }
            } catch (Refusal refusal) {
                if (!OF_THE_FILE.contains(refusal.why())) {
                    throw refusal;
                }
                refusals.add(refusal);
            }
        }
        return then(actor, id, figure, refusals, locale, response, model);
    }

    /**
     * What files prove: {@code prove:<file>} has what was ticked, {@code title:<file>} what was written or chosen in words.
     */
    @PostMapping("/prove")
    String prove(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        StoredDossier dossier = desk.find(actor, id);
        Map<String, String> titles = new LinkedHashMap<>();
        provable(check.read(dossier.draft()), locale)
                .forEach(one -> titles.putIfAbsent(NormalForm.of(one.label()), one.pointer()));
        List<Refusal> refusals = new ArrayList<>();
        for (EvidenceRow file : desk.evidence(dossier)) {
            List<String> figures = new ArrayList<>(parameters.getOrDefault("prove:" + file.id(), List.of()));
            String title = String.join("", parameters.getOrDefault("title:" + file.id(), List.of()));
            String written = titles.get(NormalForm.of(title));
            if (written != null) {
                figures.add(written);
            } else if (!NormalForm.isBlank(title)) {
                refusals.add(new Refusal(
                        Refusal.Why.INVALID, Message.of("web.evidence-no-such-matter", file.name(), title)));
            }
            if (!figures.isEmpty()) {
                desk.prove(actor, id, file.id(), figures).forEach(figure -> name(actor, id, figure, file.name(), true));
            }
        }
        return then(actor, id, "", refusals, locale, response, model);
    }

    private String then(
            Actor actor,
            UUID id,
            String figure,
            List<Refusal> refusals,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        if (!refusals.isEmpty()) {
            response.setStatus(Pages.status(refusals.get(0)).value());
            return files(desk.find(actor, id), figure, refusals, locale, model);
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
            if (!another && !gone.figure().isEmpty()) {
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

    private List<Provable> provable(FormAnswers answers, Locale locale) {
        Wording words = new Wording(Pages.language(locale));
        Optional<Questionnaire> asked = check.questions(answers);
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
