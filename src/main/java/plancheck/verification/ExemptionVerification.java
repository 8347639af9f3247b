package plancheck.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.facts.Message;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Exemption;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Ruling;

/** An exception that names nothing, or that nothing needs any more, would hide the next fault of its kind. */
final class ExemptionVerification {
    private static final String FILE = "exceptions.yaml";

    private final RuleBook book;
    private final Map<String, PlanText> texts;
    private final List<RuleBookProblem> problems = new ArrayList<>();

    ExemptionVerification(RuleBook book, Map<String, PlanText> texts) {
        this.book = book;
        this.texts = texts;
    }

    /** @param used ids of provisions by the check that an exception kept quiet */
    List<RuleBookProblem> problems(Map<String, Set<String>> used) {
        for (Exemption exemption : book.exemptions()) {
            boolean isOfRuling =
                    Set.of(Exemption.RESTS_ON, Exemption.RESTS_NOT_ON).contains(exemption.check());
            if (isOfRuling) {
                checkRuling(exemption);
            } else {
                Set<String> quiet = used.get(exemption.check());
                exemption.ids().stream()
                        .filter(id -> quiet == null || !quiet.contains(id))
                        .forEach(id -> problem(
                                quiet == null || book.provision(id).isEmpty()
                                        ? "verification.exception-unknown"
                                        : "verification.exception-stale",
                                exemption.check(),
                                id));
            }
        }
        return problems;
    }

    private void checkRuling(Exemption exemption) {
        Ruling ruling = book.rulings().get(exemption.ruling());
        for (String id : exemption.ids()) {
            Provision provision = book.provision(id).orElse(null);
            if (ruling == null || provision == null) {
                problem("verification.exception-unknown", exemption.check() + " " + exemption.ruling(), id);
            } else if (isStale(exemption, ruling, provision)) {
                problem("verification.exception-stale", exemption.check() + " " + exemption.ruling(), id);
            }
        }
    }

    private boolean isStale(Exemption exemption, Ruling ruling, Provision provision) {
        List<CitedClause> cited = CitedClause.of(book, provision, texts);
        return cited.size() == provision.citations().size()
                && new RulingVerification(book, provision, cited, new DueVerification(book, provision, cited))
                        .isStale(exemption, ruling);
    }

    private void problem(String key, String check, String id) {
        problems.add(
                new RuleBookProblem(FILE, 0, Message.of(key, check, id), Message.of("verification.drop-exception")));
    }
}
