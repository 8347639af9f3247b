package plancheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.report.writing.ReportWriter;

/** What is not used of a dossier stands in its report, whoever reads it and in whatever format. */
class NotesTest {
    private static final String CITY = """
            plancheck: 1
            kind: self-assessment
            id: x
            title: 平凉市自评
            place: "620800"
            as-of: 2024-12-31
            figures: { county-seat-sewage-collection-rate: 97 }
            """;

    private static final String SAID = "“县城生活污水集中收集率”不是平凉市的填报指标，未采用。它是县城的指标，请写在那里的材料里，或核对是否填错了指标";

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "junit", "html"})
    void a_note_stands_in_every_format(String format) {
        String written = written(format, List.of(report(CITY)), List.of("a.yaml"));
        assertTrue(HtmlUtils.htmlUnescape(written).contains(SAID), written.substring(0, 1500));
        assertFalse(written(format, List.of(report(CITY.replaceAll("figures.*", ""))), List.of("a.yaml"))
                .contains("未采用"));
    }

    @Test
    void with_several_files_a_note_in_the_text_names_its_own() {
        Report report = report(CITY);
        String written = written("text", List.of(report, report), List.of("a.yaml", "b.yaml"));
        assertTrue(written.contains("a.yaml：第7行：" + SAID) && written.contains("b.yaml：第7行：" + SAID), written);
    }

    @Test
    void a_stored_report_keeps_its_notes() {
        Report report = report(CITY);
        assertEquals(1, report.notes().size());
        assertEquals(report.notes(), Samples.read(Samples.stored(report)).notes());
    }

    @Test
    void what_was_left_out_of_a_readable_part_is_noted_in_its_report() {
        Report report = report(CITY.replace("rate: 97", "rate: 约97").replace("county-seat-sewage", "urbanisation"));
        assertTrue(report.notes().get(0).said().zh().startsWith("不认识“"), report.notes()::toString);
    }

    private static Report report(String dossier) {
        return new ComplianceCheck(Samples.BOOK)
                .check(Objects.requireNonNull(new DossierReader(Samples.BOOK)
                        .read(dossier.getBytes(StandardCharsets.UTF_8))
                        .readable()));
    }

    private static String written(String format, List<Report> reports, List<String> sources) {
        return ReportWriter.of(format, Language.ZH, citation -> Optional.empty(), Samples.BOOK.rulingTexts())
                .write(reports, sources);
    }
}
