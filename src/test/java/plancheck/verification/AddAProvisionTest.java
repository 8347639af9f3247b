package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import plancheck.cases.CaseCoverage;
import plancheck.cases.CaseFiles;
import plancheck.cases.CaseRunner;
import plancheck.cases.TestCase;
import plancheck.plan.text.Clause;
import plancheck.plan.text.OfficialTexts;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** What {@code src/docs/add-a-provision.md} says is done as it says: two files change, and all of it holds. */
class AddAProvisionTest {
    private static final String ID = "PL-4.1-1-f";
    private static final String CLAUSE = "四/（一）/1";
    private static final String RULES = "pingliang/4/PL-4.1-1.drl";
    private static final Path CASES = Path.of("test-cases/pingliang/4/PL-4.1-1.yaml");

    private final String document = read(Path.of("src/docs/add-a-provision.md"));
    private final RuleBookSources sources = RuleBookSources.read(Path.of("rules"));
    private final RuleBookSources added = sources.with(RULES, sources.files().get(RULES) + "\n" + block("```\nrule"));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The fenced block that begins so. */
    private String block(String begins) {
        Matcher block = Pattern.compile("(?s)" + Pattern.quote(begins.substring(0, begins.indexOf('\n') + 1)) + "("
                        + Pattern.quote(begins.substring(begins.indexOf('\n') + 1)) + ".*?)```")
                .matcher(document);
        assertTrue(block.find(), begins);
        return block.group(1);
    }

    @Test
    @DisplayName("the rule and one line of cases are enough: its cases pass, and no kind of case is missing")
    void cases() throws IOException {
        RuleBook book = RuleBooks.of(added);
        List<TestCase> cases = new ArrayList<>();
        new CaseFiles(book).read(CASES.toString(), read(CASES) + block("```yaml\n  - {"), cases);
        List<TestCase> own =
                cases.stream().filter(c -> c.provision().equals(ID)).toList();
        assertEquals(7, own.size());
        CaseRunner runner = new CaseRunner(book);
        own.forEach(c -> assertEquals(List.of(), runner.run(c), c.name()));
        assertEquals(
                Map.of(),
                new CaseCoverage(book, own).lacking(List.of(book.provision(ID).orElseThrow())));
    }

    @Test
    @DisplayName("with the made-up sentence in the clause, verification has nothing against it")
    void verification() {
        Map<String, PlanText> texts = OfficialTexts.parsed();
        PlanText longer = new PlanText(OfficialTexts.of("pingliang").clauses().stream()
                .map(c -> c.path().equals(CLAUSE)
                        ? new Clause(c.path(), c.heading(), c.text() + "每个乡镇设立落户服务窗口。", c.line())
                        : c)
                .toList());
        texts.put("pingliang", longer);
        List<String> problems = new RuleVerification(RuleBooks.of(added), texts)
                .problems().stream().map(Object::toString).toList();
        // Only the register says that the clause is not the one it knew.
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("条款" + CLAUSE + "的文字与登记时不同"), problems.toString());
    }
}
