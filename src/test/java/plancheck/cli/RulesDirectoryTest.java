package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.rulebook.reading.RuleBooks;

/** {@code --rules} with a directory that is no rule book: 78, with file, line and advice, and no verdict. */
class RulesDirectoryTest {
    private static final String DOSSIER = "test-cases/dossiers/jingchuan-2023.yaml";

    @TempDir
    Path folder;

    private Path rules = Path.of("");
    private Path file = Path.of("");
    private String name = "";
    private String text = "";

    /** A copy of the rules, and in it a file whose first rule binds county seats. */
    @BeforeEach
    void copy() throws IOException {
        rules = folder.resolve("rules");
        Path own = Path.of("rules");
        try (Stream<Path> files = Files.walk(own)) {
            for (Path each : files.toList()) {
                Path target = rules.resolve(own.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
        try (Stream<Path> files = Files.walk(rules)) {
            file = files.filter(each -> each.toString().endsWith(".drl"))
                    .sorted()
                    .filter(each -> read(each).contains("@indicator( \"county-seat-sewage-treatment-rate\" )"))
                    .findFirst()
                    .orElseThrow();
        }
        name = rules.relativize(file).toString();
        text = read(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Said check() {
        return Said.by(
                "check",
                "--rules",
                rules.toString(),
                "--home",
                folder.resolve("home").toString(),
                DOSSIER);
    }

    /** With the words changed at their first place; the problem must name that line. */
    private Said changed(String from, String to) throws IOException {
        assertTrue(text.contains(from), from + " in " + name);
        Files.writeString(
                file,
                text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
        return check();
    }

    private void assertRefused(Said said, String... parts) {
        assertEquals(78, said.exit(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().contains("处问题，没有得出结论"), said.err());
        for (String part : parts) {
            assertTrue(said.err().contains(part), () -> part + " in:\n" + said.err());
        }
        assertFalse(said.err().contains("\tat "), "no stack trace");
    }

    private int line(String words) {
        return (int) text.substring(0, text.indexOf(words))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    @Test
    @DisplayName("an empty directory and a missing one")
    void empty() throws IOException {
        Path none = Files.createDirectory(folder.resolve("none"));
        assertRefused(Said.by("check", "--rules", none.toString(), DOSSIER), "rulebook.yaml: 缺少文件");
        assertRefused(
                Said.by("check", "--rules", folder.resolve("missing").toString(), DOSSIER),
                "规则目录无法读取",
                "请检查 --rules 所指目录");
    }

    @Test
    @DisplayName("a syntax error")
    void syntax() throws IOException {
        assertRefused(changed("rule \"", "ruel \""), name + ":", "规则写法有误", "请对照同一目录下其他规则改正");
    }

    @Test
    @DisplayName("a misspelt indicator")
    void indicator() throws IOException {
        String right = "@indicator( \"county-seat-sewage-treatment-rate\" )";
        assertRefused(
                changed(right, right.replace("treatment", "treatmnt")),
                name + ":" + line(right) + ": ",
                "指标“county-seat-sewage-treatmnt-rate”不存在",
                "是否想写 county-seat-sewage-treatment-rate？");
    }

    @Test
    @DisplayName("a misspelt attribute in when")
    void attribute() throws IOException {
        assertRefused(changed("( level ==", "( levle =="), name + ":" + line("( level =="));
    }

    @Test
    @DisplayName("a then of one's own")
    void then() throws IOException {
        assertRefused(changed("insert( Requirement", "insertLogical( Requirement"), name + ":", "then 部分不是规定写法");
    }

    @Test
    @DisplayName("an id used twice")
    void duplicate() throws IOException {
        String rule = text.substring(text.indexOf("rule \""), text.indexOf("\nend") + 5);
        Files.writeString(file, text + "\n" + rule.replaceFirst("\"\n", "又\"\n"));
        assertRefused(check(), name + ":", "重复", "编号不得重复使用");
    }

    @Test
    @DisplayName("5,000 brackets in a condition, told in English where English is asked for")
    void brackets() throws IOException {
        String condition = "( level == Level.";
        Files.writeString(file, text.replace(condition, "( " + "(".repeat(5000) + condition));
        assertRefused(check(), name + ":" + line(condition) + ": 规则写法有误");
        Said said = Said.by("check", "--lang", "en", "--rules", rules.toString(), DOSSIER);
        assertEquals(78, said.exit(), said.err());
        assertTrue(said.err().contains("this is not how a rule is written: conditions are comparisons"), said.err());
    }

    @Test
    @DisplayName("no command takes rules that are none, and none shows a stack trace for them")
    void everyCommand() throws IOException {
        Files.writeString(rules.resolve("places.yaml"), "places: &a [ *a ]");
        Files.writeString(file, "rule \"\\u0022\" salience( 1 ) when eval( true ) then end");
        for (String command : List.of(
                "check " + DOSSIER,
                "validate " + DOSSIER,
                "explain PL-6.1-3-d",
                "whatif " + DOSSIER + " --set resident-population=1",
                "template --place 620821",
                "schema",
                "serve --port 0",
                "rules list",
                "rules show PL-6.1-3-d",
                "rules test",
                "rules coverage",
                "rules verify",
                "rules conflicts",
                "rules doc")) {
            assertRefused(
                    Said.by((command + " --rules " + rules).split(" ")),
                    name + ":1: 规则写法有误：引号中的文字应在同一行内结束",
                    "places.yaml:1: 不得使用 YAML 的锚");
        }
    }

    @Test
    @DisplayName("rules test reads the one clause: what is wrong with another is said once the whole is read")
    void testsOneClause() throws IOException {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        Path own = cases.resolve(name.replace(".drl", ".yaml"));
        Files.createDirectories(own.getParent());
        Files.copy(Path.of("test-cases").resolve(name.replace(".drl", ".yaml")), own);
        Files.writeString(own.resolveSibling("PL-0.yaml"), "no cases: [");
        Files.writeString(file.resolveSibling("PL-0.drl"), "no rule");
        String clause = String.valueOf(file.getFileName()).replace(".drl", "");
        String[] test = {"rules", "test", clause, "--rules", rules.toString(), "--cases", cases.toString()};
        Said said = Said.by(test);
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().contains("未通过0个"), said.out());
        assertFalse(said.out().contains("用例0个"), said.out());

        Said whole = Said.by("rules", "test", "--rules", rules.toString(), "--cases", cases.toString());
        assertRefused(whole, "PL-0.drl:1");
        Files.delete(file.resolveSibling("PL-0.drl"));
        assertEquals(
                65,
                Said.by("rules", "test", "--rules", rules.toString(), "--cases", cases.toString())
                        .exit());

        Files.writeString(own, Files.readString(own).replaceAll("outcome: pass", "outcome: fail"));
        assertEquals(1, Said.by(test).exit(), "it is this directory's case that is tried");
    }

    private static void assertSame(Said first, Said second) {
        assertEquals(first.exit(), second.exit(), second.err());
        assertEquals(first.out(), second.out());
        assertEquals(first.err(), second.err());
    }

    @Test
    @DisplayName(
            "nothing that lies in the home is believed, and none is needed: a forged rule book there changes no verdict")
    void home() throws IOException {
        Path home = folder.resolve("home");
        Said first = check();
        assertTrue(first.exit() <= 2, first.err());
        String digest = RuleBooks.of(rules).digest();
        Path kept = Files.createDirectories(home.resolve("rulebooks/dev").resolve(digest));
        try (InputStream tree = RuleBooks.class.getResourceAsStream("/rulebook/rulebook.json")) {
            String forged =
                    new String(tree.readAllBytes(), StandardCharsets.UTF_8).replace("\"must\"", "\"encourage\"");
            Files.writeString(kept.resolve("rulebook.json"), forged);
        }
        Files.writeString(kept.resolve("rulebook.kjar"), "");
        assertSame(first, check());
        Path none = Files.writeString(folder.resolve("no-directory"), "");
        assertSame(first, Said.by("check", "--rules", rules.toString(), "--home", none.toString(), DOSSIER));
    }
}
