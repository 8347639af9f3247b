package plancheck.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plancheck.Approved.assertApproved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.Approved;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.Verdict;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Whole dossiers and the reports they get: each was read line by line before it was approved. */
@Tag(Approved.TAG)
class ApprovedReportTest {
    private static final Path DOSSIERS = Path.of("test-cases", "dossiers");

    /** Lines on two pages of A4. */
    private static final int TWO_PAGES = 110;

    private final RuleBook book = RuleBooks.shipped();

    @TestFactory
    Stream<DynamicTest> reports() throws IOException {
        return dossiers().stream().map(file -> DynamicTest.dynamicTest(name(file), () -> approved(file)));
    }

    @Test
    void everyOrdinaryOutcomeOccurs() throws IOException {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (Path file : dossiers()) {
            check(file).findings().forEach(finding -> outcomes.add(finding.outcome()));
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(Outcome.ERROR)), outcomes);
    }

    /** What comes of each, in one table beside them, so that a change of a verdict is one line that nobody overlooks. */
    @Test
    void verdicts() throws IOException {
        StringBuilder table = new StringBuilder("""
                # What comes of the sample dossiers

                Written by `mvn -q -P approve test`, with the reports. The exit status is that of `plancheck check`.

                | dossier | verdict | exit |""");
        EnumSet<Outcome> ordinary = EnumSet.complementOf(EnumSet.of(Outcome.ERROR));
        ordinary.forEach(outcome -> table.append(' ').append(outcome.id()).append(" |"));
        table.append("\n| --- | --- | ---: |")
                .append(" ---: |".repeat(ordinary.size()))
                .append('\n');
        for (Path file : dossiers()) {
            Report report = check(file);
            Verdict verdict = report.verdict();
            table.append("| ").append(name(file)).append(" | ").append(verdict.id());
            table.append(" | ").append(verdict.exitCode()).append(" |");
            ordinary.forEach(outcome ->
                    table.append(' ').append(report.with(outcome).size()).append(" |"));
            table.append('\n');
        }
        assertApproved(DOSSIERS.resolve("verdicts.md"), table.toString());
    }

    private void approved(Path file) throws IOException {
        Report report = check(file);
        String text = ReportWriter.of("text", Language.ZH, citation -> Optional.empty(), book.rulingTexts())
                .write(List.of(report), List.of(file.toString()));
        if (report.standing() != null) {
            assertTrue(text.lines().count() <= TWO_PAGES, file + " is longer than two pages");
        }
        assertApproved(file.resolveSibling(name(file) + ".report.txt"), text, said -> withoutRuleBook(said, report));
    }

    /** A rule book of another version or digest that says the same is no change of the report. */
    private static String withoutRuleBook(String text, Report report) {
        return text.replaceFirst("规则库：.*", "规则库：" + report.rulebook().version())
                .replaceFirst("规则库校验码 [0-9a-f]+", "规则库校验码");
    }

    private Report check(Path file) throws IOException {
        DossierReading reading = new DossierReader(book).read(Files.readAllBytes(file));
        assertEquals(
                List.of(), reading.problems().stream().filter(Problem::isError).toList(), file.toString());
        Dossier dossier = reading.dossier();
        assertNotNull(dossier, file.toString());
        return new ComplianceCheck(book).check(dossier);
    }

    private static List<Path> dossiers() throws IOException {
        try (Stream<Path> files = Files.walk(DOSSIERS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }
}
