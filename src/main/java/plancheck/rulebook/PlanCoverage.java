package plancheck.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plancheck.facts.Label;
import plancheck.facts.Term;

/**
 * How each clause of a plan is covered: by which provisions, or for what reason by none.
 *
 * @param own the plan's own provisions, in its order
 * @param citing by path of the clause, the provisions that rest on it, those of another plan too
 */
public record PlanCoverage(Plan plan, List<Provision> own, Map<String, List<Provision>> citing) {

    /** How a clause may be covered. */
    public enum Cover implements Term {
        RULES("已编规则", "provisions"),
        BASELINE("基期数据", "baseline figures"),
        DIRECTION("方向性表述，无可判定标准", "direction without a criterion"),
        REPEAT("与其他条款重复", "repeats another clause"),
        /** No account of it: an error of the register. */
        UNSAID("没有说明", "not accounted for");

        private final Label words;

        Cover(String zh, String en) {
            words = new Label(zh, en);
        }

        @Override
        public Label inWords() {
            return words;
        }
    }

    public static PlanCoverage of(RuleBook book, Plan plan) {
        List<Provision> own = book.provisions().stream()
                .filter(provision -> provision.plan().equals(plan.id()))
                .toList();
        return new PlanCoverage(plan, own, book.citing(plan));
    }

    /** How this clause of the register is covered; a cover without a reason is none. */
    public Cover cover(Plan.ClauseEntry entry) {
        if (citing.containsKey(entry.path())) {
            return Cover.RULES;
        }
        return Term.find(Cover.class, entry.cover())
                .filter(cover -> cover != Cover.RULES && !entry.why().isEmpty())
                .orElse(Cover.UNSAID);
    }

    /** The register's clauses by how they are covered, each kind in the plan's order; kinds without any are left out. */
    public Map<Cover, List<Plan.ClauseEntry>> byCover() {
        Map<Cover, List<Plan.ClauseEntry>> byCover = new EnumMap<>(Cover.class);
        plan.clauses()
                .forEach(entry -> byCover.computeIfAbsent(cover(entry), cover -> new ArrayList<>())
                        .add(entry));
        return byCover;
    }

    /** The provisions that rest on a clause, in the rule book's order; empty when none does. */
    public List<Provision> of(String path) {
        return citing.getOrDefault(path, List.of());
    }
}
