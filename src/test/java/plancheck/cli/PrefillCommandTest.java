package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plancheck prefill}: found, shown with its sentence, and written only when it is named. */
class PrefillCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private String bulletin = "";

    @BeforeEach
    void bulletin() throws IOException {
        bulletin = Files.writeString(folder.resolve("公报.txt"), """
                        泾川县2024年国民经济和社会发展统计公报
                        年末全县常住人口20.62万人，常住人口城镇化率43.89%，比上年末提高1.2个百分点。
                        全市常住人口178.4万人。力争城镇新增就业达到2000人。
                        """).toString();
    }

    @Test
    void each_figure_is_shown_with_its_sentence_and_what_was_left_out_with_the_reason() {
        Said said = Said.by("prefill", "--place", "泾川县", "--as-of", "2024-12-31", bulletin);
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().contains("1 常住人口20.62万人，2024年\n    公报.txt：年末全县常住人口20.62万人，"), said.out());
        assertTrue(said.err().contains("说的是别的地区1处"), said.err());
        assertTrue(said.err().contains("是目标或预计，不是完成数1处"), said.err());
        assertTrue(said.err().contains("--take"), said.err());
    }

    @Test
    void what_is_taken_is_a_dossier_that_reads_without_a_problem() throws IOException {
        String to = folder.resolve("材料.yaml").toString();
        Said said = Said.by("prefill", "--place", "620821", "--as-of", "2024-12-31", bulletin, "--take", "2", "-o", to);
        assertEquals(0, said.exit(), said.err());
        String dossier = Files.readString(Path.of(to));
        assertTrue(
                dossier.contains(
                        "urbanisation-rate: {value: 43.89, unit: \"%\", year: 2024, source: department, evidence: [公报.txt]"),
                dossier);
        assertFalse(dossier.contains("residents: {"), "nobody took it");

        String both = folder.resolve("两样.yaml").toString();
        Said into = Said.by(
                "prefill",
                "--place",
                "620821",
                "--as-of",
                "2024-12-31",
                bulletin,
                "--take",
                "all",
                "--into",
                to,
                "-o",
                both);
        assertEquals(0, into.exit(), into.err());
        assertTrue(into.err().contains("常住人口城镇化率：材料里已填43.89，与文本一致，未改动"), into.err());
        assertTrue(Files.readString(Path.of(both)).contains("residents: {value: 20.62"));
        assertEquals(0, Said.by("validate", both).exit());
    }

    @Test
    void programs_get_the_same_as_json() {
        JsonNode found = JsonMapper.shared()
                .readTree(Said.by("prefill", "--place", "620821", "--as-of", "2024-12-31", "-f", "json", bulletin)
                        .out());
        assertEquals(2, found.path("proposals").size());
        assertEquals(
                "residents", found.path("proposals").path(0).path("indicator").asString());
        assertEquals("target", found.path("left-out").path(1).path("why").asString());
    }

    @Test
    void what_is_asked_wrongly_is_told_what_to_write() {
        assertEquals(64, Said.by("prefill", bulletin).exit());
        assertEquals(
                64,
                Said.by("prefill", "--place", "620821", "--take", "1", bulletin).exit());
        String to = folder.resolve("x.yaml").toString();
        assertEquals(
                64,
                Said.by("prefill", "--place", "620821", "--take", "一", "-o", to, bulletin)
                        .exit());
        Said beyond = Said.by("prefill", "--place", "620821", "--take", "7", "-o", to, bulletin);
        assertEquals(64, beyond.exit());
        assertTrue(beyond.err().contains("没有第7条；共2条"), beyond.err());
        assertEquals(
                66,
                Said.by("prefill", "--place", "620821", folder.resolve("无.txt").toString())
                        .exit());
    }
}
