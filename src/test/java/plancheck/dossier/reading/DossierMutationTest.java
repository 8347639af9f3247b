package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.AnyJdk;
import plancheck.Portion;
import plancheck.Thorough;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;

/** Dossiers with random damage: whatever stands in a file, the reader answers with a dossier or with what is wrong. */
@AnyJdk
@Thorough
class DossierMutationTest {
    private static final int ROUNDS = Portion.rounds(300, 2500);
    private static final String[] SNIPPETS = {
        "：",
        "，",
        "\t",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "*a",
        "&a ",
        "!!binary ",
        "? ",
        "- ",
        ": ",
        "---\n",
        "...\n",
        "|\n",
        ">\n",
        "%YAML 1.2\n",
        "#",
        "\u0000",
        "\u0007",
        "\uFEFF",
        "\\",
        "1e999999999",
        ".inf",
        "null",
        "~",
        "１２",
        "<<: ",
        "@",
        "`",
        "year: ",
        "by-county: { 620821: 1 }",
        "series: { 2024: 1 }",
        "{ value: 1 }",
        "-1",
        "\r",
        "\u2028",
        "🏠"
    };
    /** English is what a parser says, never what we say; ids and file endings aside. */
    private static final Pattern JARGON =
            Pattern.compile("(?i)expected|found |unexpected|while |exception|reader|token");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("no damage makes the reader throw, fall silent, or think for long")
    void damaged(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> originals = List.of(
                Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml")),
                (Given.CITY + "figures:\n  residents: { by-county: { \"620821\": 28 }, unit: 万人, year: 2024 }\n")
                        .getBytes(StandardCharsets.UTF_8),
                Given.PROJECT.getBytes(Charset.forName("GBK")),
                """
                {"plancheck": 1, "kind": "self-assessment", "id": "a", "title": "自评", "place": "620821",
                 "as-of": "2024-12-31", "figures": {"residents": {"series": {"2023": 28.1}, "unit": "万人"}},
                 "villages": [{"name": "甲", "households": 31}]}
                """.getBytes(StandardCharsets.UTF_8));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = originals.get(random.nextInt(originals.size()));
            for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
                bytes = random.nextBoolean() ? bytes(bytes, random) : lines(bytes, random);
            }
            check(bytes, seed + "/" + round);
        }
    }

    private static void check(byte[] bytes, String name) {
        long before = System.nanoTime();
        DossierReading reading;
        try {
            reading = Given.READER.read(bytes);
        } catch (RuntimeException | StackOverflowError e) {
            fail(name + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            return;
        }
        long seconds = (System.nanoTime() - before) / 1_000_000_000;
        assertTrue(seconds < 5, name + " took " + seconds + " s");
        boolean refused = reading.problems().stream().anyMatch(Problem::isError);
        assertTrue(refused == (reading.dossier() == null), () -> name + ": " + reading);
        long lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().count() + 1;
        for (Problem problem : reading.problems()) {
            assertTrue(problem.line() >= 0 && problem.line() <= 2 * lines, () -> name + ": " + problem);
            assertTrue(
                    !problem.message().zh().isBlank() && !problem.advice().zh().isBlank(), () -> name + ": " + problem);
            String own = problem.said().zh().replaceAll("“[^”]*”", "");
            Given.inEnglish(problem);
            assertTrue(!JARGON.matcher(own).find(), () -> name + ": " + problem);
        }
    }

    private static byte[] bytes(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int gone = random.nextInt(4) == 0 ? random.nextInt(20) : random.nextInt(2);
        byte[] snippet = random.nextInt(3) == 0
                ? new byte[] {(byte) random.nextInt(256)}
                : SNIPPETS[random.nextInt(SNIPPETS.length)].getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, at);
        changed.writeBytes(snippet);
        int rest = Math.min(bytes.length, at + gone);
        changed.write(bytes, rest, bytes.length - rest);
        return changed.toByteArray();
    }

    private static byte[] lines(byte[] bytes, Random random) {
        List<String> lines = new ArrayList<>(
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
        if (lines.isEmpty()) {
            return bytes;
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.set(at, " ".repeat(random.nextInt(4)) + lines.get(at));
            default -> lines.set(at, lines.get(at).strip());
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
