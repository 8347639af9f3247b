package plancheck.web.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plancheck.facts.Citation;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.Quotation;
import plancheck.workflow.OfficialTexts;

/** Clauses that findings cite, in context, from the official texts as far as they have been added. */
@Component
class ReviewClauses {
    /** A neighbour is there to recognise the place by, not to be read in full. */
    private static final int NEIGHBOUR = 120;

    private final OfficialTexts official;

    ReviewClauses(OfficialTexts official) {
        this.official = official;
    }

    /**
     * One cited clause.
     *
     * @param quotation the clause with the cited words told apart; null when the text was not added or does not have it
     * @param above what stands over it, chapter first; {@code before} and {@code after} are empty at either end
     */
    record ClauseInContext(
            Citation citation, @Nullable Quotation quotation, List<String> above, String before, String after) {}

    List<ClauseInContext> of(List<Citation> citations) {
        Map<String, Optional<PlanText>> texts = new HashMap<>();
        return citations.stream()
                .map(citation -> texts.computeIfAbsent(citation.plan(), official::text)
                        .flatMap(text -> text.clause(citation.clause()).map(clause -> shown(citation, text, clause)))
                        .orElseGet(() -> new ClauseInContext(citation, null, List.of(), "", "")))
                .toList();
    }

    private static ClauseInContext shown(Citation citation, PlanText text, Clause clause) {
        List<String> above = new ArrayList<>();
        for (String path = clause.parent();
                !path.isEmpty();
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            text.clause(path).ifPresent(parent -> above.add(0, firstLine(parent)));
        }
        int at = text.clauses().indexOf(clause);
        return new ClauseInContext(
                citation,
                Quotation.of(clause, citation.anchor()),
                above,
                at == 0 ? "" : neighbour(text.clauses().get(at - 1), clause),
                at + 1 == text.clauses().size() ? "" : neighbour(text.clauses().get(at + 1), clause));
    }

    /** What stands over the clause is shown as such and not once more as its neighbour. */
    private static String neighbour(Clause neighbour, Clause clause) {
        boolean above = clause.path().startsWith(neighbour.path() + "/");
        return above ? "" : shortened(neighbour.text().replace('\n', ' '));
    }

    private static String firstLine(Clause clause) {
        return shortened(clause.text().lines().findFirst().orElse(""));
    }

    private static String shortened(String text) {
        return text.length() <= NEIGHBOUR ? text : text.substring(0, NEIGHBOUR) + "…";
    }
}
