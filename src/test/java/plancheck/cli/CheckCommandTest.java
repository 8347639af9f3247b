package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plancheck check} as a user meets it: exit status, both streams, files. */
class CheckCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HEAD = """
            plancheck: 1
            kind: self-assessment
            id: 620821-2023-ZP
            title: 泾川县2023年度自评
            place: "620821"
            as-of: 2023-12-31
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String failing() throws IOException {
        String lists =
                "figures:\n  villages-of-30-households: 1\nvillages:\n  - { name: 甲, households: 30, hardened-road: no }\n";
        return write("不合格 1.yaml", HEAD.replace("2023-12-31", "2026-12-31") + lists)
                .toString();
    }

    private String open() throws IOException {
        return write("open.yaml", HEAD).toString();
    }

    private String invalid() throws IOException {
        return write("invalid.yaml", HEAD + "figurs:\nvilages:\n").toString();
    }

    @Test
    @DisplayName("a failing dossier ends with 1, an undecided one with 2, and the worst of several counts")
    void verdicts() throws IOException {
        assertEquals(1, Said.by("check", failing()).exit());
        assertEquals(2, Said.by("check", open()).exit());
        assertEquals(1, Said.by("check", open(), failing()).exit());
    }

    @Test
    @DisplayName("directions follow a text on the screen, and nothing that a program reads")
    void directions() throws IOException {
        assertTrue(Said.by("check", "--directions", open()).out().contains("没有可判定标准的语句"));
        Said json = Said.by("check", "--directions", "-f", "json", open());
        assertEquals(Exit.USAGE, json.exit());
        assertEquals("", json.out());
        assertTrue(json.err().contains("rules directions"), json::err);
    }

    @Test
    @DisplayName("GBK is read from a file and from standard input")
    void gbk() throws IOException {
        byte[] gbk = HEAD.getBytes(Charset.forName("GBK"));
        Path file = Files.write(folder.resolve("gbk.yaml"), gbk);
        Said read = Said.by("check", file.toString());
        assertEquals(2, read.exit());
        assertTrue(read.out().contains("泾川县2023年度自评") && read.err().contains("已按 GBK 读取"), read::err);
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(gbk));
            Said piped = Said.by("check", "-");
            assertEquals(2, piped.exit());
            assertTrue(piped.out().contains("泾川县2023年度自评"), piped::out);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    @DisplayName("problems that are only counted count in what is said")
    void counted() throws IOException {
        String villages = "villages:\n" + "  - { name: 甲, households: 四十 }\n".repeat(1_000);
        Said said = Said.by("validate", write("many.yaml", HEAD + villages).toString());
        assertEquals(Exit.DOSSIER_INVALID, said.exit());
        assertTrue(said.err().contains("材料有1999处问题"), said::err);
        assertEquals(1 + 2 * 6, said.err().lines().count());
    }

    @Test
    @DisplayName("problems are said in the language of the report")
    void problemsInEnglish() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "plancheck: 1\nkind: x\n");
        Said said = Said.by("check", bad.toString(), "--lang", "en");
        assertEquals(Exit.DOSSIER_INVALID, said.exit());
        assertTrue(said.err().contains("problems in the dossier: 5; there is no verdict"), said.err());
        assertTrue(said.err().contains("line 2: “kind” cannot be the text “x”. One of: “self-assessment”"), said.err());
        Said nothing = Said.by("check", "nowhere.yaml", "--lang", "en");
        assertTrue(nothing.err().contains("there is no such file"), nothing.err());
    }

    @Test
    @DisplayName("with several files a hint names the file it is of")
    void hintsNameTheirFile() throws IOException {
        String noted = write("noted.yaml", HEAD + "markets: [{ name: 合计 }]\n").toString();
        Said said = Said.by("check", open(), noted);
        assertEquals(2, said.exit());
        assertTrue(said.err().startsWith(noted + "：提示：第7行："), said::err);
        assertTrue(said.out().contains(noted + "：第7行："), said::out);
    }

    @Test
    @DisplayName("validate says what the readable part comes to, and refuses the dossier all the same")
    void validateJudges() throws IOException {
        String begun =
                write("begun.yaml", HEAD + "villages: [{ households: 42 }]\n").toString();
        Said said = Said.by("validate", begun);
        assertEquals(Exit.DOSSIER_INVALID, said.exit());
        assertTrue(said.out().startsWith(begun + "：按能读取的部分试算（不是结论）："), said::out);
        assertTrue(said.out().contains("资料不足"), said::out);
        Said headless = Said.by(
                "validate",
                write("headless.yaml", HEAD.replaceAll("as-of.*", "as-of: 明年")).toString());
        assertTrue(headless.out().contains("还不能判定任何规定：没有填写或无法识别截止日"), headless::out);
    }

    @Test
    @DisplayName("validate ends with 0 for a dossier without problems")
    void validate() throws IOException {
        Said said = Said.by("validate", open());
        assertEquals(0, said.exit());
        assertTrue(said.out().contains("填写规范"));
        assertEquals("", said.err());
    }

    @Test
    @DisplayName("an invalid dossier ends with 65, all its problems on standard error and nothing on standard output")
    void invalidDossier() throws IOException {
        String file = invalid();
        Said said = Said.by("check", "-f", "json", file, open());
        assertEquals(65, said.exit());
        assertEquals("", said.out());
        assertEquals(
                file + "：材料有2处问题，没有得出结论\n  第7行：不认识“figurs”。是否想写“figures”？\n  第8行：不认识“vilages”。是否想写“villages”？\n",
                said.err());
    }

    @Test
    @DisplayName("no report is written for an invalid dossier")
    void nothingWritten() throws IOException {
        Path report = folder.resolve("report.json");
        assertEquals(
                65, Said.by("check", "-f", "json=" + report, invalid(), open()).exit());
        assertFalse(Files.exists(report));
    }

    @Test
    @DisplayName("several formats at once, each file whole, no partial files left")
    void severalFormats() throws IOException {
        String dossier = open();
        Said said = Said.by(
                "check",
                "-f",
                "text",
                "-f",
                "json=" + folder.resolve("a.json"),
                "-f",
                "sarif=" + folder.resolve("a.sarif"),
                "-f",
                "junit=" + folder.resolve("a.xml"),
                dossier);
        assertEquals(2, said.exit());
        assertTrue(said.out().contains("泾川县2023年度自评"));
        assertEquals(
                3, said.err().lines().filter(line -> line.startsWith("已写出 ")).count());
        assertEquals(Said.by("check", "-f", "json", dossier).out(), Files.readString(folder.resolve("a.json")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("a.json", "a.sarif", "a.xml", "open.yaml"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    @DisplayName("a report that cannot be written leaves the screen empty and ends with 74")
    void unwritable() throws IOException {
        Said missing = Said.by("check", "-f", "text", "-f", "json=" + folder.resolve("no/a.json"), open());
        assertEquals(74, missing.exit());
        assertEquals("", missing.out());
        assertTrue(missing.err().contains("所在目录不存在，报告没有写出"));
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Said directory = Said.by("check", "-f", "json=" + taken, open());
        assertEquals(74, directory.exit());
        assertTrue(Files.isDirectory(taken), "an empty directory is not replaced");
        assertEquals("", directory.out());
    }

    @Test
    @DisplayName("a report that does not arrive whole ends with 74, in a file and on standard output")
    void notWhole() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full");
        Said file = Said.by("check", "-f", "json=" + full, open());
        assertEquals(74, file.exit());
        assertTrue(file.err().contains("没有写完整"), file.err());
        try (OutputStream nowhere = Files.newOutputStream(full, StandardOpenOption.WRITE)) {
            Said screen = Said.onto(nowhere, "check", failing());
            assertEquals(74, screen.exit());
            assertEquals("标准输出没有写完整（磁盘已满，或接收的程序已关闭），结果不能使用\n", screen.err());
            assertEquals(74, Said.onto(nowhere, "rules", "list").exit(), "any other result likewise");
            assertEquals(64, Said.onto(nowhere, "chek").exit(), "what has no result stays what it is");
        }
    }

    @Test
    @DisplayName("a name that begins with @ is a file's name, not a list of arguments")
    void atFile() throws IOException {
        Files.writeString(folder.resolve("@名单"), "--help");
        Said said = Said.by("check", "@" + folder.resolve("名单"));
        assertEquals(66, said.exit());
        assertTrue(said.err().startsWith("@"), said.err());
    }

    @Test
    @DisplayName("a report never overwrites a dossier or another report")
    void overwrites() throws IOException {
        String dossier = open();
        assertEquals(64, Said.by("check", "-f", "json=" + dossier, dossier).exit());
        assertEquals(HEAD, Files.readString(Path.of(dossier)));
        String twice = folder.resolve("a").toString();
        assertEquals(
                64,
                Said.by("check", "-f", "json=" + twice, "-f", "junit=" + twice, dossier)
                        .exit());
    }

    @ParameterizedTest(name = "plancheck {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "check --asof 2025-12-31 x.yaml ; 命令有误：不认识“--asof”，是否想写“--as-of”？",
                "chek x.yaml ; 命令有误：不认识“chek x.yaml”，是否想写“check”或“schema”或“match”？",
                "check ; 命令有误：缺少材料",
                "check --as-of 2025-02-30 x.yaml ; 命令有误：“2025-02-30”不能用作--as-of（日期），请写成 2025-12-31 的样子，年份在1990年至2100年之间，且须是日历上有的日子",
                "check --as-of +999999999-12-31 x.yaml ; 命令有误：“+999999999-12-31”不能用作--as-of（日期），请写成 2025-12-31 的样子，年份在1990年至2100年之间，且须是日历上有的日子",
                "check --as-of 昨天 x.yaml ; 命令有误：“昨天”不能用作--as-of（日期），请写成 2025-12-31 的样子，年份在1990年至2100年之间，且须是日历上有的日子",
                "check --as-of 2025-01-01 --as-of 2025-01-02 x.yaml ; 命令有误：--as-of（日期）只能写一次",
                "check --as-of ; 命令有误：缺少--as-of（日期）",
                "check --sarif some x.yaml ; 命令有误：“some”不能用作--sarif（open|all），可用：open|all",
                "check --lang fr x.yaml ; 命令有误：“fr”不能用作--lang（zh|en），可用：zh|en",
                "check -f jsn x.yaml ; 命令有误：没有“jsn”这种格式。是否想写“json”？可用：text、json、sarif、junit、html",
                "check -f json= x.yaml ; 命令有误：“json=”没有写文件名，例如 -f json=结果.json",
                "check -f json -f text x.yaml ; 命令有误：屏幕上只能显示一种格式，其余请写成“格式=文件”，例如 -f json=结果.json",
                "check --encoding klingon x.yaml ; 命令有误：不认识文字编码“klingon”。可写 UTF-8 或 GBK",
                "whatif --set a x.yaml ; 命令有误：“a”不能用作--set（指标=数值），请写成 指标=数值",
                "whatif --set a=1 -f xml x.yaml ; 命令有误：没有“xml”这种格式。可用：text、json",
            })
    void usage(String command, String expected) {
        Said said = Said.by(command.split(" "));
        assertEquals(64, said.exit());
        assertEquals("", said.out());
        assertEquals(expected, said.err().lines().findFirst().orElse(""));
        assertFalse(said.err().contains("Invalid value"), said.err());
    }

    @Test
    @DisplayName("a missing file and a directory end with 66")
    void noInput() {
        Said missing = Said.by("check", folder.resolve("没有.yaml").toString());
        assertEquals(66, missing.exit());
        assertTrue(missing.err().contains("没有.yaml：找不到这个文件。请检查路径"));
        Said directory = Said.by("check", folder.toString());
        assertEquals(66, directory.exit());
        assertTrue(directory.err().contains("这是目录，不是文件。请写明材料文件"));
        assertEquals("", missing.out() + directory.out());
    }

    @Test
    @DisplayName("a dash reads standard input")
    void standardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(HEAD.getBytes(StandardCharsets.UTF_8)));
            assertEquals(2, Said.by("check", "-").exit());
            System.setIn(new ByteArrayInputStream(new byte[0]));
            Said empty = Said.by("check", "-");
            assertEquals(65, empty.exit());
            assertTrue(empty.err().contains("文件里没有内容"));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    @DisplayName("--as-of judges the same dossier at another date")
    void asOf() throws IOException {
        Said said = Said.by("check", "-f", "json", "--as-of", "2030-06-30", open());
        assertEquals("2030-06-30", JSON.readTree(said.out()).findValue("asOf").asString());
    }

    @Test
    @DisplayName("a GBK terminal gets text in GBK, and a machine's format in UTF-8 all the same")
    void encodings() throws IOException {
        String dossier = failing();
        Charset gbk = Charset.forName("GBK");
        Said utf8 = Said.by("check", dossier);
        assertEquals(utf8.out(), Said.in(gbk, "check", dossier).out());
        assertArrayEquals(
                Said.by("check", "-f", "json", dossier).bytes(),
                Said.in(gbk, "check", "-f", "json", dossier).bytes());
        assertTrue(Said.in(gbk, "check", "无").err().contains("找不到这个文件"));
    }

    @Test
    @DisplayName("an encoding that cannot hold Chinese is not used for the terminal")
    void terminal() {
        assertTrue(Terminal.open(null).charset().newEncoder().canEncode('县'));
    }

    @Test
    @DisplayName("the same dossier gives the same bytes twice")
    void stable() throws IOException {
        String dossier = failing();
        for (String format : List.of("text", "json", "sarif", "junit", "html")) {
            assertArrayEquals(
                    Said.by("check", "-f", format, dossier).bytes(),
                    Said.by("check", "-f", format, dossier).bytes(),
                    format);
        }
    }

    @Test
    @DisplayName("SARIF: version, kinds and levels are SARIF's own, every result has a rule, and locations are URIs")
    void sarif() throws IOException {
        JsonNode log =
                JSON.readTree(Said.by("check", "-f", "sarif", failing(), open()).out());
        assertEquals("2.1.0", log.path("version").asString());
        assertEquals(2, log.path("runs").size());
        for (JsonNode run : log.path("runs")) {
            JsonNode rules = run.path("tool").path("driver").path("rules");
            assertFalse(run.path("results").isEmpty());
            for (JsonNode result : run.path("results")) {
                String kind = result.path("kind").asString();
                assertTrue(
                        List.of("pass", "open", "informational", "notApplicable", "review", "fail")
                                .contains(kind),
                        kind);
                boolean level = List.of("none", "note", "warning", "error")
                        .contains(result.path("level").asString());
                assertTrue(
                        level
                                && (kind.equals("fail")
                                        != result.path("level").asString().equals("none")),
                        result::toString);
                assertEquals(
                        result.path("ruleId").asString(),
                        rules.get(result.path("ruleIndex").asInt()).path("id").asString());
                assertFalse(result.path("message").path("text").asString().isBlank());
                JsonNode place = result.path("locations").get(0).path("physicalLocation");
                String uri = place.path("artifactLocation").path("uri").asString();
                assertEquals(Path.of(uri.contains("open") ? open() : failing()), Path.of(java.net.URI.create(uri)));
                assertTrue(!place.has("region")
                        || place.path("region").path("startLine").asInt() > 0);
            }
        }
    }

    private static JsonNode sarif(String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", "-f", "sarif"));
        arguments.addAll(List.of(more));
        return JSON.readTree(Said.by(arguments.toArray(String[]::new)).out())
                .path("runs")
                .get(0);
    }

    @Test
    @DisplayName("SARIF: only what somebody has to do something about is a result, unless all is asked for")
    void sarifOpen() throws IOException {
        Set<String> open = new TreeSet<>();
        sarif(failing())
                .path("results")
                .forEach(result -> open.add(result.path("kind").asString()));
        assertEquals(Set.of("fail", "open", "review"), open);
        Set<String> all = new TreeSet<>();
        sarif("--sarif", "all", failing())
                .path("results")
                .forEach(result -> all.add(result.path("kind").asString()));
        assertTrue(all.containsAll(List.of("fail", "open", "review", "notApplicable")), all::toString);
    }

    @Test
    @DisplayName("SARIF: a finding is known again when its line, its figure and the day have changed")
    void sarifFingerprints() throws IOException {
        String before = write("a.yaml", HEAD + "figures:\n  county-seat-sewage-treatment-rate: 90\n")
                .toString();
        String after = write(
                        "b.yaml",
                        "\n\n" + HEAD.replace("2023-12-31", "2025-12-31")
                                + "figures:\n  county-seat-sewage-treatment-rate: 91\n")
                .toString();
        Map<String, String> known = fingerprints(sarif("--sarif", "all", before));
        assertEquals(known, fingerprints(sarif("--sarif", "all", after)));
        assertEquals(known.size(), Set.copyOf(known.values()).size(), "and told from every other");
        assertEquals(
                sarif(before).path("automationDetails"), sarif(after).path("automationDetails"), "runs of one series");
    }

    private static Map<String, String> fingerprints(JsonNode run) {
        Map<String, String> known = new TreeMap<>();
        for (JsonNode result : run.path("results")) {
            JsonNode prints = result.path("partialFingerprints");
            assertEquals(2, prints.size());
            String name = result.path("ruleId").asString() + " "
                    + result.path("message").path("text").asString().split("：")[0];
            known.merge(name, prints.path("plancheckFinding/v1").asString(), (a, b) -> a + b);
        }
        return known;
    }

    @Test
    @DisplayName("SARIF: two dossiers of one id are two series, and each rule says its clause in full")
    void sarifSeries() throws IOException {
        JsonNode log =
                JSON.readTree(Said.by("check", "-f", "sarif", open(), open()).out());
        assertEquals(
                "plancheck/620821-2023-ZP/",
                log.path("runs").get(0).path("automationDetails").path("id").asString());
        assertEquals(
                "plancheck/620821-2023-ZP-2/",
                log.path("runs").get(1).path("automationDetails").path("id").asString());
        for (JsonNode rule : log.path("runs").get(0).path("tool").path("driver").path("rules")) {
            assertTrue(rule.path("fullDescription").path("text").asString().contains("《"), rule::toString);
        }
    }

    @Test
    @DisplayName("JUnit: a strive that is missed is a failure that says so, and the verdict stands beside it")
    void junitStrive() throws Exception {
        String circle = write(
                        "circle.yaml",
                        HEAD.replace("620821\"", "lanzhou-baiyin\"").replace("2023-12-31", "2025-12-31")
                                + "figures:\n  urban-residents: { value: 600, unit: 万人, year: 2025, source: statistics }\n")
                .toString();
        Element suite = junit(circle);
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("fail-strive", failure.getAttribute("type"));
        assertEquals("不符合（力争）", failure.getAttribute("message"));
        assertTrue(((Element) failure.getParentNode()).getAttribute("name").startsWith("GS-4.1-2-d"));
        Element verdict = (Element) suite.getElementsByTagName("property").item(0);
        assertEquals("indeterminate", verdict.getAttribute("value"));
    }

    private static Element junit(String... dossiers) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("check", "-f", "junit"));
        arguments.addAll(List.of(dossiers));
        byte[] xml = Said.by(arguments.toArray(String[]::new)).bytes();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    @Test
    @DisplayName("JUnit XML parses, and its counts agree with its test cases")
    void junit() throws Exception {
        Element suites = junit(failing(), open());
        NodeList all = suites.getElementsByTagName("testsuite");
        assertEquals(2, all.getLength());
        for (int i = 0; i < all.getLength(); i++) {
            Element suite = (Element) all.item(i);
            for (String[] count : new String[][] {
                {"tests", "testcase"}, {"failures", "failure"}, {"errors", "error"}, {"skipped", "skipped"}
            }) {
                assertEquals(
                        Integer.parseInt(suite.getAttribute(count[0])),
                        suite.getElementsByTagName(count[1]).getLength(),
                        count[0]);
            }
        }
        JsonNode reports = JSON.readTree(Said.by("check", "-f", "json", open()).out());
        assertEquals(
                reports.findValue("findings").size(),
                ((Element) all.item(1)).getElementsByTagName("testcase").getLength());
    }
}
