package plancheck.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Every case of the rule book, each a test of its own. */
class RuleBookCasesTest {

    @Test
    void each_case_stands_in_the_file_of_its_provision() throws IOException {
        RuleBook book = RuleBooks.shipped();
        for (TestCase testCase : new CaseFiles(book).read(Path.of("test-cases"))) {
            assertEquals(
                    CaseFiles.name(book.provision(testCase.provision()).orElseThrow()),
                    testCase.file(),
                    testCase.name());
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        RuleBook book = RuleBooks.shipped();
        List<TestCase> cases = new CaseFiles(book).read(Path.of("test-cases"));
        assertFalse(cases.isEmpty(), "no cases found");
        List<List<String>> differences = new CaseRunner(book).run(cases);
        return IntStream.range(0, cases.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        cases.get(i).provision() + ": " + cases.get(i).name(),
                        () -> assertEquals(
                                List.of(), differences.get(i), cases.get(i).file())));
    }
}
