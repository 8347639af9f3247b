package plancheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReader;
import plancheck.dossier.DossierReading;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBooks;

/** Whole dossiers and the reports they get: each was read line by line before it was approved. */
class ApprovedReportTest {
    private static final Path DOSSIERS = Path.of("test-cases", "dossiers");

    /** Written down by hand. */
    private static final Map<String, Verdict> VERDICTS = Map.ofEntries(
            Map.entry("pingliang-2022", Verdict.INDETERMINATE),
            Map.entry("kongtong-2024", Verdict.NON_COMPLIANT),
            Map.entry("jingchuan-2023", Verdict.NON_COMPLIANT),
            Map.entry("lingtai-2022", Verdict.INDETERMINATE),
            Map.entry("chongxin-2023", Verdict.COMPLIANT),
            Map.entry("zhuanglang-2024", Verdict.INDETERMINATE),
            Map.entry("jingning-2025", Verdict.NON_COMPLIANT),
            Map.entry("huating-2022", Verdict.COMPLIANT),
            Map.entry("sewage-project", Verdict.COMPLIANT),
            Map.entry("compound-renovation-project", Verdict.NON_COMPLIANT),
            Map.entry("village-road-project", Verdict.NON_COMPLIANT));

    private static final Map<Verdict, Integer> EXIT_CODES =
            Map.of(Verdict.COMPLIANT, 0, Verdict.NON_COMPLIANT, 1, Verdict.INDETERMINATE, 2);

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

    @Test
    void everyDossierHasItsVerdict() throws IOException {
        Set<String> names = dossiers().stream().map(ApprovedReportTest::name).collect(Collectors.toSet());
        assertEquals(VERDICTS.keySet(), names);
    }

    private void approved(Path file) throws IOException {
        Report report = check(file);
        Verdict verdict = VERDICTS.get(name(file));
        assertEquals(verdict, report.verdict());
        assertEquals(EXIT_CODES.get(report.verdict()), report.verdict().exitCode());

        String text = ReportWriter.of("text", Language.ZH, citation -> Optional.empty(), book.rulingTexts())
                .write(List.of(report), List.of(file.toString()));
        Path approved = DOSSIERS.resolve(name(file) + ".report.txt");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, text);
        }
        assertEquals(
                withoutRuleBook(Files.readString(approved), report),
                withoutRuleBook(text, report),
                () -> approved + " has changed; run the tests with -Dapprove=true, read the difference, and commit it"
                        + " if it is right");
    }

    /** A rule book of another version or digest that says the same is no change of the report. */
    private static String withoutRuleBook(String text, Report report) {
        return text.replaceFirst("规则库：.*", "规则库：" + report.rulebook().version())
                .replaceFirst("规则库校验码 [0-9a-f]+", "规则库校验码");
    }

    private Report check(Path file) throws IOException {
        DossierReading reading = new DossierReader(book).read(Files.readAllBytes(file));
        assertEquals(List.of(), reading.problems(), file.toString());
        Dossier dossier = reading.dossier();
        assertNotNull(dossier, file.toString());
        return new ComplianceCheck(book).check(dossier);
    }

    private static List<Path> dossiers() throws IOException {
        try (Stream<Path> files = Files.list(DOSSIERS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }
}
