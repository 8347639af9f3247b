package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks out to the bureaus, and back into one dossier, as one types it. */
class CollectCommandsTest {
    private static final String LAST = "test-cases/dossiers/jingchuan-2023.yaml";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_workbook_a_bureau_goes_out_with_last_years_answers_and_comes_back_as_one_dossier() throws IOException {
        String parts = folder.resolve("填报").toString();
        Said template = Said.by(
                "template",
                "--place",
                "620821",
                "--as-of",
                "2024-12-31",
                "-f",
                "xlsx",
                "--by",
                "bureau",
                "--last",
                LAST,
                "-o",
                parts);
        assertEquals(0, template.exit(), template.err());
        List<String> merge =
                new ArrayList<>(List.of("merge", "-o", folder.resolve("材料.yaml").toString()));
        try (Stream<Path> files = Files.list(Path.of(parts))) {
            files.map(Path::toString)
                    .filter(file -> !file.endsWith("分工表.xlsx"))
                    .sorted()
                    .forEach(merge::add);
        }
        assertEquals(3 + 16, merge.size());
        Said merged = Said.by(merge.toArray(String[]::new));
        assertEquals(0, merged.exit(), merged.err());
        assertTrue(merged.err().contains("合并16份，填报不一的0处"), merged.err());
        assertTrue(merged.err().contains("沿用上年尚未确认"), merged.err());
        Said checked = Said.by("check", folder.resolve("材料.yaml").toString());
        assertTrue(checked.out().contains("截止日：2024年12月31日"), checked.out());
        assertTrue(checked.out().contains("不符合"), checked.out());
    }

    @Test
    void two_values_of_one_figure_are_told_and_both_stand_until_one_is_preferred() throws IOException {
        String head = Files.readString(Path.of(LAST)).replaceAll("(?s)\nfigures:.*", "\n");
        String one = Files.writeString(folder.resolve("甲.yaml"), head + "figures: { residents: 28.6 }\n")
                .toString();
        String other = Files.writeString(folder.resolve("乙.yaml"), head + "figures: { residents: 28.7 }\n")
                .toString();
        String to = folder.resolve("材料.yaml").toString();
        Said open = Said.by("merge", one, other, "-o", to);
        assertEquals(65, open.exit());
        assertTrue(open.err().contains("常住人口两处填报不一，待定："), open.err());
        String both = Files.readString(Path.of(to));
        assertTrue(both.contains("value: 28.6") && both.contains("also: [{value: 28.7}]"), both);
        Said settled = Said.by("merge", "--prefer", other, one, other, "-o", to);
        assertEquals(0, settled.exit(), settled.err());
        assertTrue(Files.readString(Path.of(to)).contains("value: 28.7"));
        assertEquals(
                64, Said.by("merge", "--prefer", "丙.yaml", one, other, "-o", to).exit());
    }

    @Test
    void what_is_asked_wrongly_is_told_what_to_write() {
        assertEquals(64, Said.by("template", "--place", "620821", "-f", "xlsx").exit());
        assertEquals(64, Said.by("template", "--place", "620821", "-f", "docx").exit());
        assertEquals(
                64, Said.by("template", "--place", "620821", "--last", LAST).exit());
        assertEquals(
                64,
                Said.by("template", "--place", "620821", "--by", "bureau", "-o", folder.toString())
                        .exit());
        assertEquals(
                66,
                Said.by("merge", folder.resolve("无.xlsx").toString(), "-o", "x").exit());
    }

    @Test
    void a_dossier_in_hand_becomes_a_workbook_to_go_on_with() {
        String book = folder.resolve("泾川.xlsx").toString();
        assertEquals(
                0, Said.by("template", "-f", "xlsx", "--fill", LAST, "-o", book).exit());
        Said whatif = Said.by("whatif", "--set", "county-seat-sewage-treatment-rate=97.2%", book);
        assertTrue(whatif.exit() < 64, whatif.err());
        assertEquals(0, Said.by("validate", book).exit());
    }
}
