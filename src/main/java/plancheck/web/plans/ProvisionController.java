package plancheck.web.plans;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import plancheck.cases.ProvisionCases;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.rulebook.Change;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.workflow.OfficialTexts;

/** One provision in full: what it asks of whom, on which clause, by which rule, and proved by which cases. */
@Controller
class ProvisionController {
    private final RuleBook book;
    private final OfficialTexts texts;
    private final ProvisionCases cases;

    /** @param directory of the rule book's cases; empty for those of the shipped one */
    ProvisionController(RuleBook book, OfficialTexts texts, @Value("${plancheck.cases:}") String directory) {
        this.book = book;
        this.texts = texts;
        this.cases = directory.isEmpty() ? ProvisionCases.shipped(book) : ProvisionCases.in(Path.of(directory), book);
    }

    /**
     * A clause it rests on.
     *
     * @param pieces the clause's text with the cited words marked; null when the text is not there
     */
    record QuotedClause(Citation citation, @Nullable List<PlanPiece> pieces) {}

    @GetMapping("/plans/provision/{id}")
    String provision(@PathVariable String id, HttpServletResponse response, Model model) {
        List<Provision> all = book.provisions();
        int at = all.stream().map(Provision::id).toList().indexOf(id);
        if (at < 0) {
            return unknown(id, response, model);
        }
        Provision provision = all.get(at);
        model.addAttribute("provision", provision);
        model.addAttribute("plan", book.plans().get(provision.plan()));
        model.addAttribute("requirement", CriterionWords.inWords(provision));
        model.addAttribute("remedy", remedy(provision));
        model.addAttribute(
                "cited", provision.citations().stream().map(this::cited).toList());
        model.addAttribute(
                "rulings",
                provision.rulings().stream()
                        .map(ruling -> Optional.ofNullable(book.rulings().get(ruling))
                                .orElse(new Ruling(ruling, "", Label.of(""))))
                        .toList());
        model.addAttribute("feature", book.features().get(provision.feature()));
        model.addAttribute("settledBy", book.settledBy(provision));
        model.addAttribute(
                "changes",
                book.changes().stream()
                        .filter(change -> change.provision().equals(id))
                        .toList());
        model.addAttribute("answer", ProvisionAnswer.of(book, provision));
        model.addAttribute("cases", cases.of(provision));
        model.addAttribute("previous", at == 0 ? null : all.get(at - 1));
        model.addAttribute("next", at == all.size() - 1 ? null : all.get(at + 1));
        return "plans/provision";
    }

    /** The page of an id that no provision has names the one that may have been meant. */
    private String unknown(String id, HttpServletResponse response, Model model) {
        List<String> ids = book.provisions().stream().map(Provision::id).toList();
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("id", id.length() > 60 ? id.substring(0, 60) + "…" : id);
        Change repealed = book.changes().stream()
                .filter(change -> change.kind() == Change.Kind.REPEALED
                        && change.provision().equals(id))
                .findFirst()
                .orElse(null);
        model.addAttribute("repealed", repealed);
        model.addAttribute(
                "near", repealed == null ? book.provision(near(id, ids)).orElse(null) : null);
        return "plans/unknown";
    }

    private static String near(String id, List<String> ids) {
        return ids.stream()
                .filter(known -> known.equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseGet(() -> id.length() > 60 ? "" : Nearest.to(id, ids));
    }

    private QuotedClause cited(Citation citation) {
        List<PlanPiece> pieces = texts.clause(citation.plan(), citation.clause())
                .map(clause -> PlanPiece.of(
                        clause.text(),
                        PlanPiece.cited(clause, citation).stream().toList()))
                .orElse(null);
        return new QuotedClause(citation, pieces);
    }

    /** The usual words are said by each finding itself; those of the rule have gaps that a finding fills. */
    private static String remedy(Provision provision) {
        return provision
                .remedy()
                .replace("{shortfall}", "〔差额〕")
                .replace("{measured}", "〔实际值〕")
                .replace("{required}", "〔要求值〕")
                .replace("{left}", "〔未达到的各项〕");
    }
}
