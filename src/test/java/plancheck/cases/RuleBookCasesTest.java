package plancheck.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBooks;

/** Every case of the rule book, each a test of its own. */
class RuleBookCasesTest {

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        RuleBook book = RuleBooks.shipped();
        CaseRunner runner = new CaseRunner(book);
        List<TestCase> cases = new CaseFiles(book).read(Path.of("test-cases"));
        assertFalse(cases.isEmpty(), "no cases found");
        return cases.stream()
                .map(testCase -> DynamicTest.dynamicTest(
                        testCase.provision() + ": " + testCase.name(),
                        () -> assertEquals(List.of(), runner.run(testCase), testCase.file())));
    }
}
