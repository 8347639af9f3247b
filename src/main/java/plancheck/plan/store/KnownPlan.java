package plancheck.plan.store;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import plancheck.facts.Label;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;

/**
 * A plan whose text can be recognised, by the titles that its register has.
 *
 * @param headings by the path of the clause, of those that have one
 */
public record KnownPlan(String id, Label title, Numbering numbering, Map<String, String> headings) {

    public KnownPlan {
        headings = Map.copyOf(headings);
    }

    /** More than half of the chapters: a changed title does not hide a plan, an extract is not taken for one. */
    boolean isLikely(PlanText text) {
        Set<String> chapters = headings.entrySet().stream()
                .filter(heading -> isChapter(heading.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        long found = text.clauses().stream()
                .filter(clause -> isChapter(clause.path()) && chapters.contains(clause.heading()))
                .count();
        return found * 2 > chapters.size();
    }

    /** How many headings stand where the register has them: what tells plans apart whose chapters have the same titles. */
    long agreeing(PlanText text) {
        return text.clauses().stream()
                .filter(clause -> !clause.heading().isEmpty())
                .filter(clause -> Objects.equals(clause.heading(), headings.get(clause.path())))
                .count();
    }

    private static boolean isChapter(String path) {
        return !path.contains("/");
    }
}
