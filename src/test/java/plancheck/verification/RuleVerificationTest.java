package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import plancheck.plan.text.Clause;
import plancheck.plan.text.OfficialTexts;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** The rules of this project against the official texts, where those are. */
@Execution(ExecutionMode.CONCURRENT)
class RuleVerificationTest {
    private static final Path RULES = Path.of("rules");

    /**
     * What no clause's words bear out: when what has no date is due, on which its provisions rest; what provisions are to one
     * another; and reasons, which may have any number of their clause.
     */
    private static final Pattern NOT_BY_ITS_TEXT =
            Pattern.compile("(?ms)^(?:undated|relations):.*?(?=^\\S)|why: \"[^\"\n]*\"");

    private static List<RuleBookProblem> problems(RuleBookSources sources, Map<String, PlanText> texts) {
        return new RuleVerification(RuleBooks.of(sources), texts).problems();
    }

    @Test
    @DisplayName("the official texts bear out every rule, baseline and fingerprint")
    void allHolds() {
        assertEquals(List.of(), problems(RuleBookSources.read(RULES), OfficialTexts.parsed()));
    }

    @Test
    @DisplayName("every number of the official texts, Arabic or Chinese, is accounted for")
    void noNumberLeft() {
        RuleBook book = RuleBooks.of(RuleBookSources.read(RULES));
        assertEquals(List.of(), new RuleVerification(book, OfficialTexts.parsed()).numbersLeft());
    }

    @Test
    @DisplayName("no digit of any rule can be changed without reading or verifying noticing it")
    void digitsOfRules() {
        Map<String, PlanText> texts = OfficialTexts.parsed();
        assertEquals(List.of(), new DigitMutations(RuleBookSources.read(RULES), texts).unnoticedInRules());
    }

    @Test
    @DisplayName("no digit of a plan's register, title, number or baselines can be changed unnoticed")
    void digitsOfPlans() {
        DigitMutations mutations = new DigitMutations(RuleBookSources.read(RULES), OfficialTexts.parsed());
        assertEquals(List.of(), mutations.unnoticedInPlan("gansu", 3, NOT_BY_ITS_TEXT));
        assertEquals(List.of(), mutations.unnoticedInPlan("pingliang", 3, NOT_BY_ITS_TEXT));
    }

    @Test
    @DisplayName("a digit changed in a text is reported with the plan and the clause")
    void changedText() {
        Map<String, PlanText> texts = OfficialTexts.parsed();
        PlanText changed = new PlanText(OfficialTexts.of("pingliang").clauses().stream()
                .map(c -> new Clause(c.path(), c.heading(), c.text().replace("97.5%", "97.6%"), c.line()))
                .toList());
        texts.put("pingliang", changed);
        List<RuleBookProblem> problems = problems(RuleBookSources.read(RULES), texts);
        assertTrue(problems.stream()
                .anyMatch(p -> p.file().equals("pingliang/plan.yaml")
                        && p.message().zh().contains("三/（二）/专栏2/2/二是")));
        assertTrue(problems.stream().anyMatch(p -> p.file().equals("pingliang/3/PL-3.2-B2-2.drl") && p.line() > 0));
    }

    @Test
    @DisplayName("without a plan's text nothing of it is proved, and that is a problem")
    void missingText() {
        List<RuleBookProblem> problems = problems(RuleBookSources.read(RULES), Map.of());
        assertEquals(2, problems.size());
        assertTrue(
                problems.get(0).message().zh().contains("没有"), problems.get(0).toString());
    }
}
