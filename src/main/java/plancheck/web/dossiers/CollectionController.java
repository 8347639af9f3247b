package plancheck.web.dossiers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import plancheck.access.Actor;
import plancheck.archive.StoredCollection;
import plancheck.archive.StoredDossier;
import plancheck.dossier.Problem;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.report.writing.Wording;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.frame.FileController;
import plancheck.web.frame.PageTimes;
import plancheck.web.frame.Pages;
import plancheck.workflow.BureauPart;
import plancheck.workflow.BureauParts;
import plancheck.workflow.CollectionDesk;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.Refusal;

/** A dossier asked of the bureaus: who is asked, how far each is, and what differs. */
@Controller
@RequestMapping("/dossiers/{id}/collection")
class CollectionController {
    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final DossierDesk dossiers;
    private final CollectionDesk desk;
    private final BureauParts parts;
    private final BureauWorkbooks workbooks;
    private final FormCheck check;

    CollectionController(
            DossierDesk dossiers, CollectionDesk desk, BureauParts parts, BureauWorkbooks workbooks, FormCheck check) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.parts = parts;
        this.workbooks = workbooks;
        this.check = check;
    }

    /** A link that was just made, with whom it is for. */
    record MadeLink(Label bureau, String address) {}

    @GetMapping
    String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        return show(actor, id, List.of(), null, locale, model);
    }

    private String show(
            Actor actor, UUID id, List<MadeLink> links, @Nullable Refusal refusal, Locale locale, Model model) {
        StoredDossier dossier = dossiers.find(actor, id);
        if (!dossiers.mayEdit(actor, dossier)) {
            return "redirect:/dossiers/" + id;
        }
        model.addAttribute("kept", dossier);
        model.addAttribute("links", links);
        model.addAttribute("refusal", refusal);
        model.addAttribute("days", CollectionDesk.LINK_DAYS);
        if (desk.current(actor, id).isEmpty()) {
            LocalDate today = check.today();
            model.addAttribute("today", today);
            model.addAttribute("due", today.plusDays(CollectionDesk.LINK_DAYS));
            model.addAttribute("parts", List.copyOf(parts.of(dossier.draft()).values()));
            return "dossiers/collect";
        }
        CollectionDesk.CollectionState state = desk.state(actor, id);
        Wording words = new Wording(Pages.language(locale));
        Map<String, String> when = new HashMap<>();
        state.parts()
                .forEach(part -> part.last()
                        .ifPresent(last -> when.put(part.bureau().name().zh(), PageTimes.minutes(last.returnedAt()))));
        model.addAttribute("state", state);
        model.addAttribute(
                "differences",
                new DifferingAnswers(parts.asked(state.collection().begunWith()), words)
                        .of(state.merged().conflicts()));
        model.addAttribute("when", when);
        model.addAttribute("own", PageTimes.minutes(dossier.changedAt()));
        model.addAttribute("accounts", desk.accounts(actor, id));
        return "dossiers/collection";
    }

    @PostMapping("/open")
    String open(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> bureau,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "0") int days,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return shown(actor, id, response, locale, model, () -> {
            LocalDate day = Days.of(due)
                    .orElseThrow(() -> new Refusal(Refusal.Why.INVALID, Message.of("web.collect-due-missing")));
            desk.open(actor, id, new LinkedHashSet<>(bureau), day);
            List<MadeLink> links = new ArrayList<>();
            for (String one : days > 0 ? bureau : List.<String>of()) {
                links.add(link(actor, id, one, days));
            }
            return links;
        });
    }

    private MadeLink link(Actor actor, UUID id, String bureau, int days) {
        String secret = desk.link(actor, id, bureau, days);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/part/" + secret)
                .toUriString();
        return new MadeLink(parts.bureau(bureau).name(), address);
    }

    /** Something that may be refused: then the page says why, and shows how things stand. */
    private String shown(Actor actor, UUID id, HttpServletResponse response, Locale locale, Model model, Step step) {
        try {
            return show(actor, id, step.take(), null, locale, model);
        } catch (Refusal refusal) {
            if (refusal.why() == Refusal.Why.NOT_FOUND || refusal.why() == Refusal.Why.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(Pages.status(refusal).value());
            return show(actor, id, List.of(), refusal, locale, model);
        }
    }

    /** What a request does; says which links it made. */
    @FunctionalInterface
    private interface Step {
        List<MadeLink> take();
    }

    @PostMapping("/{bureau}/link")
    String link(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String bureau,
            @RequestParam(defaultValue = "0") int days,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return shown(actor, id, response, locale, model, () -> List.of(link(actor, id, bureau, days)));
    }

    @PostMapping("/{bureau}/revoke")
    String revoke(Actor actor, @PathVariable UUID id, @PathVariable String bureau) {
        desk.revoke(actor, id, bureau);
        return back(id);
    }

    @PostMapping("/{bureau}/account")
    String give(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String bureau,
            @RequestParam(defaultValue = "") String login) {
        desk.give(actor, id, bureau, login);
        return back(id);
    }

    @PostMapping("/{bureau}/remind")
    String remind(Actor actor, @PathVariable UUID id, @PathVariable String bureau) {
        desk.remind(actor, id, bureau);
        return back(id) + "?reminded";
    }

    @GetMapping("/{bureau}/workbook")
    ResponseEntity<byte[]> workbook(Actor actor, @PathVariable UUID id, @PathVariable String bureau) {
        BureauPart part = parts.of(opened(actor, id).begunWith(), bureau);
        return FileController.saved(workbooks.of(part), BureauWorkbooks.name(part), XLSX);
    }

    @GetMapping("/workbooks")
    ResponseEntity<byte[]> all(Actor actor, @PathVariable UUID id) {
        List<String> asked = desk.state(actor, id).parts().stream()
                .map(part -> part.part().bureau())
                .toList();
        return FileController.saved(
                workbooks.all(opened(actor, id), asked),
                dossiers.find(actor, id).title() + "-填报表.zip",
                MediaType.valueOf("application/zip"));
    }

    private StoredCollection opened(Actor actor, UUID id) {
        return desk.current(actor, id)
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("web.no-collection")));
    }

    /** What a bureau sent in by hand. */
    @PostMapping(path = "/{bureau}/return", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String handBack(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String bureau,
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        DossierForm.Fields fields = check.fields(file.getBytes());
        return shown(actor, id, response, locale, model, () -> {
            if (fields.values().isEmpty()) {
                throw new Refusal(
                        Refusal.Why.INVALID,
                        Message.of("web.file-unreadable"),
                        fields.problems().stream().map(Problem::inWords).toList());
            }
            desk.handBack(actor, id, bureau, check.dossier(new FormAnswers(fields.values())));
            return List.of();
        });
    }

    /** A choice of each difference that the page has shown. */
    @PostMapping("/decide")
    String decide(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        List<CollectionDesk.Choice> choices = new ArrayList<>();
        for (int i = 0; request.getParameter("pointer:" + i) != null; i++) {
            String from = parameter(request, "from:" + i);
            choices.add(new CollectionDesk.Choice(
                    parameter(request, "pointer:" + i),
                    from,
                    from.isEmpty() ? "" : parameter(request, "answer:" + i + ":" + from)));
        }
        return shown(actor, id, response, locale, model, () -> {
            desk.decide(actor, id, choices);
            return List.of();
        });
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    @PostMapping("/close")
    String close(Actor actor, @PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        try {
            desk.close(actor, id);
            return "redirect:/dossiers/" + id + "/edit";
        } catch (Refusal refusal) {
            if (refusal.why() != Refusal.Why.CONFLICT) {
                throw refusal;
            }
            response.setStatus(Pages.status(refusal).value());
            return show(actor, id, List.of(), refusal, locale, model);
        }
    }

    private static String back(UUID id) {
        return "redirect:/dossiers/" + id + "/collection";
    }
}
