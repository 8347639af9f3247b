package plancheck.collect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.AnyJdk;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.DossierReading;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.Given;
import plancheck.facts.Language;
import plancheck.report.writing.ReportWriter;
import plancheck.sheet.DossierWorkbook;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;

/**
 * Workbooks as LibreOffice keeps them: opened there, every white cell typed anew, saved by it. A number that was typed is then a number,
 * a day a day, 97.2% a percentage. Needs LibreOffice Calc and its Python bridge (Debian: libreoffice-calc, python3-uno).
 */
@Tag("browser")
@AnyJdk
class LibreOfficeTest {
    private static final DossierWorkbook WORKBOOKS = new DossierWorkbook(Given.BOOK);
    private static final DossierMerge MERGE = new DossierMerge(Given.BOOK);
    private static final DossierForm FORM = new DossierForm(Given.BOOK);
    private static final HandedInReader READER = new HandedInReader(Given.BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(Given.BOOK);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    /** The same workbooks, typed anew. */
    private List<byte[]> typedAnew(List<byte[]> workbooks) throws IOException, InterruptedException {
        String pipe = "plancheck-" + UUID.randomUUID();
        List<String> typing = new ArrayList<>(List.of("/usr/bin/python3", "src/test/libreoffice/type_anew.py", pipe));
        for (int i = 0; i < workbooks.size(); i++) {
            typing.add(
                    Files.write(folder.resolve(i + ".xlsx"), workbooks.get(i)).toString());
            typing.add(folder.resolve(i + "-typed.xlsx").toString());
        }
        Process office = new ProcessBuilder(
                        "soffice",
                        "--headless",
                        "--norestore",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--accept=pipe,name=" + pipe + ";urp;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        try {
            Path said = folder.resolve("typing.log");
            Process typist = new ProcessBuilder(typing)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertTrue(typist.waitFor(5, TimeUnit.MINUTES), () -> "still typing");
            assertEquals(0, typist.exitValue(), Files.readString(said));
            List<String> cells = Files.readAllLines(said);
            assertEquals(workbooks.size(), cells.size());
            assertTrue(cells.stream().mapToInt(Integer::parseInt).sum() > 100, "so many cells typed: " + cells);
        } finally {
            office.destroy();
            office.waitFor(10, TimeUnit.SECONDS);
            office.destroyForcibly();
        }
        List<byte[]> typed = new ArrayList<>();
        for (int i = 0; i < workbooks.size(); i++) {
            typed.add(Files.readAllBytes(folder.resolve(i + "-typed.xlsx")));
        }
        return typed;
    }

    private static byte[] report(DossierReading reading) {
        return ReportWriter.of("json", Language.ZH, citation -> Optional.empty(), Map.of())
                .write(List.of(CHECK.check(reading.orThrow())), List.of("x"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_typed_in_libreoffice_is_the_dossier_in_yaml_whole_and_bureau_by_bureau() throws Exception {
        byte[] yaml = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
        Questionnaire asked = WORKBOOKS.asked(yaml).orElseThrow();
        Map<String, List<String>> fields = new LinkedHashMap<>(FORM.fields(yaml).values());
        byte[] twin = FORM.inFormat(fields, asked);
        List<byte[]> workbooks = new ArrayList<>(List.of(WORKBOOKS.write(asked, yaml, false)));
        workbooks.addAll(WORKBOOKS.byBureau(asked, yaml).values());
        assertTrue(workbooks.size() > 12, "one for all and one a bureau");

        List<byte[]> typed = typedAnew(workbooks);

        HandedIn whole = READER.read(typed.get(0));
        assertEquals(text(twin), text(whole.dossier()));
        assertArrayEquals(report(Given.READER.read(twin)), report(whole.reading()));

        List<ReturnedPart> parts = new ArrayList<>();
        for (int i = 1; i < typed.size(); i++) {
            parts.add(MERGE.part("单位" + i, READER.read(typed.get(i)).dossier(), asked));
        }
        DossierMerge.MergedDossier merged = MERGE.merge(parts, asked, "");
        assertEquals(List.of(), merged.conflicts());
        fields.putAll(asked.settled()); // an earlier dossier's head is the new one's
        assertEquals(text(FORM.inFormat(fields, asked)), text(merged.dossier()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
