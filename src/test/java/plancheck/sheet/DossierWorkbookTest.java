package plancheck.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plancheck.Portion;
import plancheck.Thorough;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.DossierReading;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.Given;
import plancheck.facts.Language;
import plancheck.report.Report;
import plancheck.report.writing.ReportWriter;

/** A dossier goes out as a workbook and comes back the same. */
@Thorough
class DossierWorkbookTest {
    private static final DossierWorkbook WORKBOOKS = new DossierWorkbook(Given.BOOK);
    private static final DossierForm FORM = new DossierForm(Given.BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(Given.BOOK);

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("test-cases/dossiers"))) {
            return Portion.of(
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .toList(),
                    5)
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_dossier_comes_back_with_the_same_report_to_the_byte(Path file) throws IOException {
        byte[] yaml = Files.readAllBytes(file);
        Map<String, List<String>> fields = FORM.fields(yaml).values();
        Questionnaire asked = DossierWorkbook.asked(Given.BOOK, fields).orElseThrow();
        byte[] twin = FORM.inFormat(fields, asked);

        HandedIn back = WORKBOOKS.read(WORKBOOKS.write(asked, yaml, false));

        assertEquals(new String(twin, StandardCharsets.UTF_8), new String(back.dossier(), StandardCharsets.UTF_8));
        assertArrayEquals(report(Given.READER.read(twin)), report(back.reading()));
    }

    private static byte[] report(DossierReading reading) {
        Report report = CHECK.check(reading.orThrow());
        return ReportWriter.of("json", Language.ZH, citation -> java.util.Optional.empty(), Map.of())
                .write(List.of(report), List.of("x"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
