package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.plan.text.Clause;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;

/** A text held against the register, on a made-up plan of two clauses. */
class RegisterComparisonTest {
    private static final Clause FIRST = new Clause("一", "修路", "一、修路", 1);
    private static final Clause SECOND = new Clause("一/1", "", "1.修好每一条路。", 2);
    private static final Plan PLAN = new Plan(
            "made-up",
            "MU",
            "某规划",
            "A plan",
            "",
            null,
            "1",
            "",
            new Plan.Period(2020, 2035, List.of()),
            Numbering.USUAL,
            List.of(),
            List.of(entry(FIRST), entry(SECOND)),
            List.of(),
            List.of());

    @Test
    void the_text_the_rules_were_written_from_agrees_clause_by_clause() {
        RegisterComparison same = RegisterComparison.of(PLAN, new PlanText(List.of(FIRST, SECOND)));
        assertEquals(2, same.agreeing());
        assertTrue(same.isWhole());
    }

    @Test
    void other_punctuation_is_no_change_and_another_word_is() {
        Clause punctuated = new Clause("一/1", "", "1.修好，每一条路；", 2);
        assertTrue(RegisterComparison.of(PLAN, new PlanText(List.of(FIRST, punctuated)))
                .isWhole());
        Clause changed = new Clause("一/1", "", "1.修好每一座桥。", 2);
        RegisterComparison other = RegisterComparison.of(PLAN, new PlanText(List.of(FIRST, changed)));
        assertEquals(List.of("一/1"), other.changed());
        assertFalse(other.isWhole());
    }

    @Test
    void clauses_that_only_one_side_has_are_named() {
        Clause added = new Clause("二", "修桥", "二、修桥", 3);
        RegisterComparison other = RegisterComparison.of(PLAN, new PlanText(List.of(FIRST, added)));
        assertEquals(List.of("一/1"), other.missing());
        assertEquals(List.of("二"), other.unknown());
        assertEquals(1, other.agreeing());
    }

    private static Plan.ClauseEntry entry(Clause clause) {
        return new Plan.ClauseEntry(clause.path(), clause.heading(), clause.fingerprint(), "", "");
    }
}
