package plancheck.web.prefill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.prefill.Prefill;
import plancheck.prefill.Proposal;
import plancheck.prefill.ProposalsJson;
import plancheck.prefill.PublishedText;
import plancheck.prefill.PublishedTextReader;
import plancheck.prefill.TakenFigures;
import plancheck.report.writing.Json;
import plancheck.rulebook.RuleBook;
import plancheck.web.frame.Pages;

/** The page on which published texts are handed in and the figures found in them are ticked, be it for a self-check or a draft. */
@Component
public class PrefillPage {
    /** What a pasted text is cited as, which has no file's name. */
    private static final Message PASTED = Message.of("web.pasted-text");

    private static final String VIEW = "prefill/texts";

    private final RuleBook book;
    private final Prefill prefill;
    private final PublishedTextReader reader = new PublishedTextReader();

    PrefillPage(RuleBook book) {
        this.book = book;
        this.prefill = new Prefill(book);
    }

    /**
     * Asks for texts.
     *
     * @param base path of the page; its forms post to {@code texts} and {@code figures} below it
     * @param dossier what the page carries along; empty where it is kept by the service
     * @return the view
     */
    public String ask(Questionnaire.Head head, String base, String dossier, Model model) {
        model.addAttribute("place", head.place().inWords());
        model.addAttribute("prefill", base);
        model.addAttribute("dossier", dossier);
        model.addAttribute("otherLanguage", "#");
        return VIEW;
    }

    /**
     * Proposes what the texts give.
     *
     * @param files bulletins and reports; null where a text is pasted
     * @param pasted blank where there are files
     * @throws IOException when an uploaded file cannot be read
     */
    public void propose(
            @Nullable List<MultipartFile> files, String pasted, Questionnaire.Head head, Locale locale, Model model)
            throws IOException {
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
        Prefill.Proposals found =
                prefill.propose(texts, head.place(), head.asOf().getYear());
        Prefill.Proposals carried = new Prefill.Proposals(found.proposals(), List.of());
        model.addAttribute("found", found);
        model.addAttribute("refused", refused);
        model.addAttribute("read", texts.size());
        model.addAttribute("marked", new MarkedSentence());
        model.addAttribute("carried", Json.write(json -> ProposalsJson.write(carried, json)));
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
     * What was ticked, as fields to be filled in; said on the page that comes next.
     *
     * @param take numbers of the proposals that are ticked, from 0; null for none
     * @param carried the proposals as they were shown; whoever changes them changes nothing but a form of their own
     * @param filled what is filled in already, and stays
     */
    public Map<String, List<String>> taken(
            @Nullable List<Integer> take, String carried, Map<String, List<String>> filled, Model model) {
        List<Proposal> proposals = ProposalsJson.read(carried, book);
        List<Integer> ticked = take == null ? List.of() : take;
        List<Proposal> taken = IntStream.range(0, proposals.size())
                .filter(ticked::contains)
                .mapToObj(proposals::get)
                .toList();
        TakenFigures figures = TakenFigures.of(taken, filled);
        if (!taken.isEmpty()) {
            List<Message> said = new ArrayList<>();
            said.add(Message.of("web.prefilled", Label.of(String.valueOf(figures.count()))));
            said.addAll(figures.said());
            model.addAttribute("prefilled", said);
        }
        return figures.fields();
    }
}
