package plancheck.web.dossiers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import plancheck.access.Actor;
import plancheck.archive.DossierRow;
import plancheck.archive.StoredDossier;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Message;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormSize;
import plancheck.web.form.FormStart;
import plancheck.web.project.ProjectReader;
import plancheck.workflow.DossierDesk;

/** A new dossier: from nothing, from a file, from a project's way in, or from one that was submitted before. */
@Controller
@RequestMapping("/dossiers")
class DossierNewController {
    private final DossierDesk desk;
    private final FormCheck check;
    private final RuleBook book;
    private final ProjectReader projects;

    DossierNewController(DossierDesk desk, FormCheck check, RuleBook book, ProjectReader projects) {
        this.desk = desk;
        this.check = check;
        this.book = book;
        this.projects = projects;
    }

    @GetMapping("/new")
    String choose(Actor actor, Model model) {
        return choose(actor, FormStart.nothing(check), List.of(), model);
    }

    private String choose(Actor actor, FormStart start, List<Problem> problems, Model model) {
        List<DossierRow> before =
                desk.own(actor).stream().filter(line -> line.revision() > 0).toList();
        model.addAttribute("start", start);
        model.addAttribute("sectors", book.sectors());
        model.addAttribute("before", before);
        model.addAttribute("problems", problems);
        model.addAttribute("place", book.places().get(actor.place()));
        return "dossiers/new";
    }

    @PostMapping("/new")
    String blank(Actor actor, @RequestParam Map<String, String> chosen, Model model) {
        FormStart start = FormStart.of(chosen).at(actor.place());
        Optional<Questionnaire> asked = start.questions(check);
        if (asked.isEmpty()) {
            return choose(actor, start, List.of(FormStart.unknown()), model);
        }
        return begun(actor, new FormAnswers(asked.get().settled()));
    }

    /** What was confirmed of a project on its way in; while something is lacking, the way in says what. */
    @PostMapping("/project")
    String project(Actor actor, HttpServletRequest request) {
        return projects.dossier(request.getParameterMap())
                .map(answers -> begun(actor, answers))
                .orElse("forward:/check/project/form");
    }

    @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(Actor actor, @RequestParam MultipartFile file, Model model) throws IOException {
        DossierForm.Fields fields = check.fields(file.getBytes());
        FormAnswers answers = new FormAnswers(fields.values());
        PlaceName own = book.places().get(actor.place());
        if (answers.values().isEmpty()
                || own == null
                || !answers.value("/place").equals(actor.place())) {
            Problem other = Problem.error(
                    0,
                    "/place",
                    Message.of("web.file-of-another-place"),
                    own == null
                            ? Message.of("web.account-without-place")
                            : Message.of("web.write-own-place", own.code(), own.inWords()));
            List<Problem> problems =
                    fields.problems().stream().anyMatch(Problem::isError) ? fields.problems() : List.of(other);
            return choose(actor, FormStart.nothing(check), problems, model);
        }
        Optional<Problem> tooLarge = FormSize.of(answers).tooLarge();
        if (tooLarge.isPresent()) {
            return choose(actor, FormStart.nothing(check), tooLarge.stream().toList(), model);
        }
        return begun(actor, answers);
    }

    /** Everything as it was submitted, to be brought up to date. */
    @PostMapping("/again")
    String again(Actor actor, @RequestParam UUID last) {
        StoredDossier before = desk.find(actor, last);
        byte[] submitted = desk.revision(actor, last, before.revision()).content();
        FormAnswers answers = check.read(submitted);
        String id = answers.value("/id") + "-" + check.today();
        return begun(actor, answers.with(Map.of("/id", List.of(id.length() <= 100 ? id : id.substring(0, 100)))));
    }

    private String begun(Actor actor, FormAnswers answers) {
        String kind = answers.value("/kind").equals("project") ? "project" : "self-assessment";
        FormAnswers whole = answers.with(Map.of("/kind", List.of(kind)));
        StoredDossier made =
                desk.create(actor, whole.value("/place"), kind, whole.value("/title"), check.dossier(whole));
        return "redirect:/dossiers/" + made.id() + "/edit";
    }
}
