package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.plan.text.OfficialTexts;

/** {@code plancheck rules …}: what is said about the rule book as a whole. */
class RulesCommandTest {
    @TempDir
    Path folder;

    private Path texts(String from, String to) throws IOException {
        for (var text : OfficialTexts.raw().entrySet()) {
            Files.writeString(
                    folder.resolve(text.getKey() + ".txt"), text.getValue().replace(from, to));
        }
        return folder;
    }

    private Said rules(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "rules";
        System.arraycopy(more, 0, args, 1, more.length);
        args[more.length + 1] = "--home";
        args[more.length + 2] = folder.resolve("home").toString();
        return Said.by(args);
    }

    @Test
    @DisplayName("an unknown format is an error of use, never text")
    void unknownFormat() {
        for (String command : List.of("list", "show PL-6.1-3-d", "conflicts")) {
            Said said = rules((command + " -f xml").split(" "));
            assertEquals(64, said.exit(), command);
            assertEquals("", said.out());
            assertTrue(said.err().contains("没有“xml”这种格式"), said.err());
        }
    }

    @Test
    @DisplayName("coverage accounts for every clause, and says when it could not look at the texts")
    void coverage() {
        Said said = rules("coverage");
        assertEquals(0, said.exit(), said.out());
        assertTrue(said.out().contains("每个条款都有交代"), said.out());
        assertTrue(said.out().contains("未与原文对照"), said.out());
    }

    @Test
    @DisplayName("coverage beside the texts finds register and texts the same")
    void coverageOfTexts() throws IOException {
        Said said = rules("coverage", "--plans", texts("", "").toString());
        assertEquals(0, said.exit(), said.out());
        assertTrue(said.out().contains("目录与原文一致"), said.out());
    }

    @Test
    @DisplayName("coverage fails and names the clause when the text has one the register has not")
    void coverageOfLongerText() throws IOException {
        Said said = rules(
                "coverage",
                "--plans",
                texts("九、加快推动城乡融合发展", "（五）再加一节。加一节。\n\n九、加快推动城乡融合发展").toString());
        assertEquals(1, said.exit(), said.out());
        assertTrue(said.out().contains("原文条款八/（五）不在目录中"), said.out());
    }

    @Test
    @DisplayName("verify --numbers has none left over, and one that is added shows")
    void numbers() throws IOException {
        Said said = rules("verify", "--numbers", "--plans", texts("", "").toString());
        assertEquals(0, said.exit(), said.out());
        assertTrue(said.out().contains("数字全部有着落"), said.out());
        Said changed = rules(
                "verify", "--numbers", "--plans", texts("树牢强产业思维", "树牢77种强产业思维").toString());
        assertEquals(1, changed.exit());
        assertTrue(changed.out().contains("数字“77”"), changed.out());
    }

    @Test
    @DisplayName("conflicts lists tensions with the ruling that settles them, and no contradiction")
    void conflicts() {
        Said said = rules("conflicts");
        assertEquals(0, said.exit(), said.out());
        assertTrue(said.out().contains("两项要求须兼顾"), said.out());
        assertTrue(said.out().contains("按R17掌握"), said.out());
        assertTrue(said.out().contains("没有互相矛盾的规定"), said.out());
        assertTrue(rules("conflicts", "-f", "json").out().contains("\"kind\" : \"floor\""));
    }

    @Test
    @DisplayName("doc writes the handbook, and says where when it cannot")
    void doc() throws IOException {
        Path file = folder.resolve("规定一览.md");
        Said said = rules("doc", "-o", file.toString());
        assertEquals(0, said.exit(), said.err());
        assertTrue(Files.readString(file).startsWith("# 规定一览"));
        Said nowhere = rules("doc", "-o", folder.resolve("没有/规定.md").toString());
        assertEquals(74, nowhere.exit());
        assertTrue(nowhere.err().contains("所在目录不存在"), nowhere.err());
    }

    @Test
    @DisplayName("a case file that is none is named, with exit 65")
    void brokenCases() throws IOException {
        Path file = Files.createDirectories(folder.resolve("cases/pingliang/6")).resolve("PL-6.1-3.yaml");
        String line = "pattern-cases:\n  - { provision: %s, pattern: %s, place: county, due: %s, stage: %s }\n";
        for (String broken : List.of(
                "PL-6.1-3-d: [",
                line.formatted("PL-0", "duty", "standing", ""),
                line.formatted("PL-6.1-3-d", "duty", "2025-13-31", ""),
                line.formatted("PL-6.1-3-d", "stage", "2025-12-31", "half"),
                line.formatted("PL-6.1-3-d", "stage", "2025-12-31", "not-started"))) {
            Files.writeString(file, broken);
            Said said = rules("test", "--cases", folder.resolve("cases").toString());
            assertEquals(65, said.exit(), said.err());
            assertTrue(said.err().contains("测试用例pingliang/6/PL-6.1-3.yaml无法读取"), said.err());
        }
        Files.write(file, "用例: 一".getBytes(Charset.forName("GBK")));
        assertEquals(
                65, rules("test", "--cases", folder.resolve("cases").toString()).exit());
    }
}
