package plancheck.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.prefill.Prefill;
import plancheck.prefill.Proposal;
import plancheck.prefill.PublishedText;
import plancheck.prefill.PublishedTextReader;
import plancheck.prefill.TakenFigures;
import plancheck.rulebook.RuleBook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormCheck;
import plancheck.web.form.FormEdit;
import plancheck.web.form.FormModel;
import plancheck.web.frame.Pages;

/**
 * Figures out of published texts for a self-check's form: texts are handed in, figures proposed, those that are ticked filled in. What
 * the form has travels along in the page; nothing is kept here.
 */
@Controller
@RequestMapping("/check/prefill")
class SelfCheckPrefillController {
    /** What a pasted text is cited as, which has no file's name. */
    private static final Message PASTED = Message.of("web.pasted-text");

    private final FormCheck check;
    private final FormModel page;
    private final RuleBook book;
    private final Prefill prefill;
    private final PublishedTextReader reader = new PublishedTextReader();

    SelfCheckPrefillController(FormCheck check, FormModel page, RuleBook book) {
        this.check = check;
        this.page = page;
        this.book = book;
        this.prefill = new Prefill(book);
    }

    /** From the form, with all that is filled in. */
    @PostMapping
    String ask(HttpServletRequest request, Model model) {
        FormAnswers answers = FormAnswers.sent(request.getParameterMap());
        return check.questions(answers)
                .map(asked -> ask(asked, new String(check.dossier(answers), StandardCharsets.UTF_8), model))
                .orElse("redirect:/check");
    }

    private static String ask(Questionnaire asked, String dossier, Model model) {
        model.addAttribute("place", asked.head().place().inWords());
        model.addAttribute("dossier", dossier);
        model.addAttribute("otherLanguage", "#");
        return "check/prefill";
    }

    /**
     * @param files bulletins and reports; none where a text is pasted
     * @param dossier what the form has
     */
    @PostMapping(path = "/texts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String propose(
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam String dossier,
            Locale locale,
            Model model)
            throws IOException {
        Optional<Questionnaire> asked = check.questions(answers(dossier));
        if (asked.isEmpty()) {
            return "redirect:/check";
        }
        List<Message> refused = new ArrayList<>();
        List<PublishedText> texts = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                read(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), texts, refused);
            }
        }
        if (!pasted.isBlank()) {
            String name = Pages.language(locale).of(PASTED);
            read(name, pasted.getBytes(StandardCharsets.UTF_8), texts, refused);
        }
        LocalDate asOf = asked.get().head().asOf();
        Prefill.Proposals found = prefill.propose(texts, asked.get().head().place(), asOf.getYear());
        model.addAttribute("found", found);
        model.addAttribute("refused", refused);
        model.addAttribute("read", texts.size());
        model.addAttribute("marked", new MarkedSentence());
        model.addAttribute("carried", CarriedProposals.write(found.proposals()));
        return ask(asked.get(), dossier, model);
    }

    private void read(String name, byte[] bytes, List<PublishedText> texts, List<Message> refused) {
        PublishedTextReader.Reading read = reader.read(name, bytes);
        if (read.problem() != null) {
            refused.add(read.problem());
        }
        if (read.text() != null) {
            texts.add(read.text());
        }
    }

    /**
     * @param take numbers of the proposals that are ticked, from 0; none to go back as one came
     * @param carried the proposals as they were shown
     */
    @PostMapping("/figures")
    String take(
            @RequestParam(required = false) List<Integer> take,
            @RequestParam(defaultValue = "[]") String carried,
            @RequestParam String dossier,
            Locale locale,
            Model model) {
        FormAnswers answers = answers(dossier);
        Optional<Questionnaire> asked = check.questions(answers);
        if (asked.isEmpty()) {
            return "redirect:/check";
        }
        List<Proposal> proposals = CarriedProposals.read(carried, book);
        List<Integer> ticked = take == null ? List.of() : take;
        List<Proposal> taken = IntStream.range(0, proposals.size())
                .filter(ticked::contains)
                .mapToObj(proposals::get)
                .toList();
        TakenFigures figures = TakenFigures.of(taken, answers.values());
        page.show(asked.get(), FormEdit.of(check.filled(answers.with(figures.fields()))), locale, model);
        model.addAttribute("otherLanguage", "/check?lang=" + ("en".equals(locale.getLanguage()) ? "zh-CN" : "en"));
        if (!taken.isEmpty()) {
            List<Message> said = new ArrayList<>();
            said.add(Message.of("web.prefilled", Label.of(String.valueOf(figures.count()))));
            said.addAll(figures.said());
            model.addAttribute("prefilled", said);
        }
        return "check/form";
    }

    private FormAnswers answers(String dossier) {
        return check.read(dossier.getBytes(StandardCharsets.UTF_8));
    }
}
