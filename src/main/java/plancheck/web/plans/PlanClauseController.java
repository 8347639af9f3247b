package plancheck.web.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import plancheck.facts.Message;
import plancheck.plan.text.Clause;
import plancheck.rulebook.Plan;
import plancheck.rulebook.PlanCoverage;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.workflow.OfficialTexts;
import plancheck.workflow.Refusal;

/** One clause: its text, and what has been made of it. */
@Controller
class PlanClauseController {
    private final RuleBook book;
    private final OfficialTexts texts;

    PlanClauseController(RuleBook book, OfficialTexts texts) {
        this.book = book;
        this.texts = texts;
    }

    /** A clause to go to. */
    record NeighbourClause(String path, PlanUnit unit) {
        static NeighbourClause of(Plan.ClauseEntry entry) {
            return new NeighbourClause(entry.path(), PlanUnit.of(entry));
        }
    }

    /**
     * A clause's text with the words marked that its provisions rest on.
     *
     * @param provisions whose words they are, in the order that {@link PlanPiece#ending} counts
     * @param changed whether the text differs from the one the rules were written from
     */
    record MarkedText(List<PlanPiece> pieces, List<Provision> provisions, boolean changed) {}

    @GetMapping("/plans/{plan}/clause")
    String clause(@PathVariable String plan, @RequestParam(defaultValue = "") String path, Model model) {
        Plan of = PlanController.of(book, plan);
        List<Plan.ClauseEntry> entries = of.clauses();
        int at = entries.stream().map(Plan.ClauseEntry::path).toList().indexOf(path);
        if (at < 0) {
            throw new Refusal(Refusal.Why.NOT_FOUND, Message.of("web.no-such-clause", of.name(), path));
        }
        Plan.ClauseEntry entry = entries.get(at);
        PlanCoverage coverage = PlanCoverage.of(book, of);
        List<Provision> provisions = coverage.of(path);
        model.addAttribute("plan", of);
        model.addAttribute("entry", entry);
        model.addAttribute("unit", PlanUnit.of(entry));
        model.addAttribute("cover", coverage.cover(entry));
        model.addAttribute("provisions", provisions);
        model.addAttribute("above", above(entries, path));
        model.addAttribute(
                "below",
                entries.stream()
                        .filter(other -> PlanTree.parent(other.path()).equals(path))
                        .map(NeighbourClause::of)
                        .toList());
        model.addAttribute(
                "baselines",
                of.baselines().stream().filter(b -> b.clause().equals(path)).toList());
        model.addAttribute(
                "sentences",
                of.sentences().stream().filter(s -> s.path().equals(path)).toList());
        model.addAttribute("previous", at == 0 ? null : NeighbourClause.of(entries.get(at - 1)));
        model.addAttribute("next", at == entries.size() - 1 ? null : NeighbourClause.of(entries.get(at + 1)));
        model.addAttribute("text", text(of, entry, provisions));
        model.addAttribute("hasText", texts.addedAt(plan).isPresent());
        return "plans/clause";
    }

    private static List<NeighbourClause> above(List<Plan.ClauseEntry> entries, String path) {
        return entries.stream()
                .filter(other -> path.startsWith(other.path() + "/"))
                .map(NeighbourClause::of)
                .toList();
    }

    private @Nullable MarkedText text(Plan plan, Plan.ClauseEntry entry, List<Provision> provisions) {
        Optional<Clause> clause = texts.clause(plan.id(), entry.path());
        return clause.map(found -> text(plan, entry, found, provisions)).orElse(null);
    }

    private static MarkedText text(Plan plan, Plan.ClauseEntry entry, Clause clause, List<Provision> provisions) {
        List<Clause.Span> spans = new ArrayList<>();
        List<Provision> whose = new ArrayList<>();
        for (Provision provision : provisions) {
            provision.citations().stream()
                    .filter(citation -> citation.plan().equals(plan.id()))
                    .filter(citation -> citation.clause().equals(entry.path()))
                    .flatMap(citation -> PlanPiece.cited(clause, citation).stream())
                    .forEach(span -> {
                        spans.add(span);
                        whose.add(provision);
                    });
        }
        return new MarkedText(
                PlanPiece.of(clause.text(), spans), whose, !clause.fingerprint().equals(entry.fingerprint()));
    }
}
