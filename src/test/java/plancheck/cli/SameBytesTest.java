package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import plancheck.Portion;
import plancheck.Thorough;
import plancheck.access.Scope;
import plancheck.dossier.reading.Given;
import plancheck.report.writing.ReportWriter;
import plancheck.service.Client;
import plancheck.service.TestService;
import plancheck.sheet.DossierWorkbook;
import plancheck.sheet.HandedInReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's report of a dossier is what the command line prints for it, to the byte. */
@Thorough
class SameBytesTest {
    private static final Set<String> ALSO_IN_ENGLISH =
            Set.of("jingchuan-2023.yaml", "pingliang-2022.yaml", "sewage-project.yaml", "village-road-project.yaml");

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "sarif", "application/sarif+json",
            "junit", "application/junit+xml",
            "html", "text/html",
            "text", "text/plain");

    private final Client client = Client.of(TestService.shared(), "", Scope.ASSESS);

    @TestFactory
    Stream<DynamicTest> the_report_is_the_same_through_both_doors() throws IOException {
        List<Path> dossiers;
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            dossiers = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertEquals(11, dossiers.size());
        return Portion.of(dossiers, 4).stream()
                .flatMap(dossier -> (ALSO_IN_ENGLISH.contains(String.valueOf(dossier.getFileName()))
                                ? Stream.of("zh", "en")
                                : Stream.of("zh"))
                        .map(language -> DynamicTest.dynamicTest(
                                dossier.getFileName() + " " + language, () -> compare(dossier, language))));
    }

    private void compare(Path dossier, String language) throws IOException {
        byte[] bytes = Files.readAllBytes(dossier);
        String at = client.post("/api/v1/assessments", "application/yaml", bytes, "Prefer", "return=minimal")
                .header("Location");
        for (String format : ReportWriter.FORMATS) {
            byte[] printed = printed(bytes, format, language);
            String type = Objects.requireNonNull(TYPES.get(format));
            Client.Answer fresh =
                    client.post("/api/v1/assessments?lang=" + language, "application/yaml", bytes, "Accept", type);
            assertEquals(201, fresh.status());
            assertEquals(type, fresh.header("Content-Type").split(";")[0]);
            assertArrayEquals(printed, fresh.response().body(), format);
            Client.Answer kept = client.get(at + "/report?lang=" + language, "Accept", type);
            assertArrayEquals(printed, kept.response().body(), format + " from the archive");
        }
    }

    @Test
    void a_workbook_has_the_report_of_the_dossier_that_it_becomes(@TempDir Path folder) throws IOException {
        byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
        DossierWorkbook workbooks = new DossierWorkbook(Given.BOOK);
        byte[] book = workbooks.write(workbooks.asked(dossier).orElseThrow(), dossier, false);
        Path file = Files.write(folder.resolve("填报表.xlsx"), book);
        Path twin = Files.write(
                folder.resolve("材料.yaml"),
                new HandedInReader(Given.BOOK).read(book).dossier());
        byte[] printed = Said.by("check", "-f", "json", twin.toString()).bytes();
        assertArrayEquals(
                printed, Said.by("check", "-f", "json", file.toString()).bytes());
        Client.Answer fresh = client.post(
                "/api/v1/assessments",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                book,
                "Accept",
                "application/json");
        assertEquals(201, fresh.status());
        assertArrayEquals(printed, fresh.response().body());
        String text = Said.by("check", file.toString()).out();
        assertTrue(text.contains("见“指标和事项”表"), "cells where lines are named of a text");
        assertFalse(text.contains("材料第"));
        Client.Answer broken = client.post(
                "/api/v1/assessments",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Arrays.copyOf(book, 900));
        assertEquals(422, broken.status());
    }

    @Test
    void what_would_change_is_the_same_through_both_doors() throws IOException {
        Path dossier = Path.of("test-cases/dossiers/jingchuan-2023.yaml");
        byte[] printed = Said.by(
                        "whatif", "-f", "json", "--set", "county-seat-sewage-treatment-rate=12.50", dossier.toString())
                .bytes();
        JsonMapper json = new JsonMapper();
        ObjectNode body = json.createObjectNode().put("dossier", Files.readString(dossier));
        body.putObject("set").put("county-seat-sewage-treatment-rate", new BigDecimal("12.50"));
        Client.Answer answer = client.post("/api/v1/whatif", "application/json", json.writeValueAsString(body));
        assertArrayEquals(printed, answer.response().body());
    }

    /** From standard input, since the API knows no file's name either. */
    private static byte[] printed(byte[] dossier, String format, String language) {
        InputStream usual = System.in;
        try {
            System.setIn(new ByteArrayInputStream(dossier));
            return Said.by("check", "-f", format, "--lang", language, "-").bytes();
        } finally {
            System.setIn(usual);
        }
    }
}
