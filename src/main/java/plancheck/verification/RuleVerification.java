package plancheck.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plancheck.facts.Message;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;

/**
 * Holds the rule book against the official texts: every citation, figure, date, ruling, baseline and fingerprint must
 * be borne out by the text it names. There is no lock file; a digit changed on either side shows here or when the
 * rules are read. What it cannot see is whether a rule understands its clause: that is what the cases are for.
 */
public final class RuleVerification {
    private static final PlanText NO_TEXT = new PlanText(List.of());

    private final RuleBook book;
    private final Map<String, PlanText> texts;

    /**
     * @param texts by the plan's id; a plan without its text is a problem, because nothing of it can be proved
     */
    public RuleVerification(RuleBook book, Map<String, PlanText> texts) {
        this.book = book;
        this.texts = Map.copyOf(texts);
    }

    /** What the texts do not bear out, by plan and rule, in the rule book's order; empty when all of it holds. */
    public List<RuleBookProblem> problems() {
        List<RuleBookProblem> problems = new ArrayList<>();
        for (Plan plan : book.plans().values()) {
            problems.addAll(new PlanVerification(book, plan, texts).problems());
        }
        for (Provision provision : book.provisions()) {
            problems.addAll(new ProvisionVerification(book, provision, texts).problems());
        }
        if (texts.keySet().containsAll(book.plans().keySet())) {
            KindVerification kinds = new KindVerification(book, texts);
            problems.addAll(kinds.problems());
            problems.addAll(new ExemptionVerification(book, texts).problems(kinds.kept()));
            problems.addAll(new WorkVerification(book, texts).problems());
        }
        return List.copyOf(problems);
    }

    /** The same of one plan alone, as far as the texts can tell: what also rests on a text that is not there is left out. */
    public List<RuleBookProblem> problems(Plan plan) {
        List<RuleBookProblem> problems = new ArrayList<>(new PlanVerification(book, plan, texts).problems());
        book.provisions().stream()
                .filter(provision -> provision.plan().equals(plan.id()))
                .filter(provision ->
                        provision.citations().stream().allMatch(citation -> texts.containsKey(citation.plan())))
                .forEach(provision -> problems.addAll(new ProvisionVerification(book, provision, texts).problems()));
        return List.copyOf(problems);
    }

    /** The numbers of the texts that neither a rule nor the register accounts for, clause by clause. */
    public List<RuleBookProblem> numbersLeft() {
        List<RuleBookProblem> problems = new ArrayList<>();
        for (Plan plan : book.plans().values()) {
            PlanText text = texts.getOrDefault(plan.id(), NO_TEXT);
            Map<String, List<Provision>> citing = book.citing(plan);
            for (Clause clause : text.clauses()) {
                for (String number : new ClauseAccount(book, plan, text, clause, citing).numbersLeft()) {
                    problems.add(new RuleBookProblem(
                            plan.id() + "/plan.yaml",
                            0,
                            Message.of("verification.number-left", clause.path(), number),
                            Message.of("verification.account-for-number")));
                }
            }
        }
        return List.copyOf(problems);
    }
}
