package plancheck.rulebook.reading;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Ruling;

/** A rules' directory that is empty, broken, hostile or only half there is told so, file by file; it is never half a rule book. */
class HostileBookTest {
    private static final Map<String, String> SOUND = new TreeMap<>(Map.of(
            "rulebook.yaml", "version: 1\n",
            "places.yaml", "places:\n  - { code: \"1\", name: 某某, level: city }\n",
            "indicators.yaml", """
                    kinds:
                      house: { list: houses, label: 房屋, en: house, in: [city] }
                    indicators:
                      - { id: rate, label: 率, en: Rate, of: [city], unit: "%", min: 0, max: 100 }
                      - { id: part, label: 部分, en: Part, of: [city] }
                    """,
            "indicators/more.yaml", "indicators:\n  - { id: more, label: 另一项, en: More, of: [city] }\n",
            "rulings.yaml", "rulings:\n  R1: { words: 以上, text: 至少, en: at least, settles: [same] }\n",
            "city/plan.yaml", """
                    prefix: CC
                    title: 市规划
                    issued: 2021-03-05
                    baselines:
                      - { indicator: rate, place: "1", year: 2020, value: 40.5, clause: 一/1 }
                    place: "1"
                    base-year: 2020
                    horizon: 2035
                    undated: [ { due: 2025, ruling: R1 } ]
                    numbering: { chapter: 第一章, item: 一、 }
                    """,
            "city/1/CC-1-1.drl", HostileRules.SOUND));

    @TempDir
    Path folder;

    private Path rules = Path.of("");

    @BeforeEach
    void writeBook() throws IOException {
        rules = folder.resolve("rules");
        for (Map.Entry<String, String> file : SOUND.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<RuleBookProblem> problems() {
        return assertThrows(RuleBookException.class, () -> RuleBooks.of(rules)).problems();
    }

    private void assertRefused(String place, String reason) {
        List<RuleBookProblem> problems = problems();
        assertTrue(
                problems.stream()
                        .anyMatch(p ->
                                p.toString().startsWith(place) && p.toString().contains(reason)),
                problems.toString());
        problems.forEach(problem ->
                assertTrue(problem.inWords().en().length() > problem.file().length() + 10));
    }

    record Slip(String file, String from, String to, String place, String reason) {
        @Override
        public String toString() {
            return file + ": " + to.substring(0, Math.min(60, to.length())).replace("\n", " / ");
        }
    }

    private static Slip slip(String file, String from, String to, int line, String reason) {
        return new Slip(file, from, to, file + (line == 0 ? "" : ":" + line) + ": ", reason);
    }

    static List<Slip> slips() {
        String laughs = "l0: &l0 [x, x]\n"
                + IntStream.range(1, 40)
                        .mapToObj(i -> "l" + i + ": &l" + i + " [*l" + (i - 1) + ", *l" + (i - 1) + "]\n")
                        .collect(Collectors.joining());
        return List.of(
                slip("rulebook.yaml", "version: 1", "version:", 1, "version 应为文字或数字"),
                slip("rulebook.yaml", "version: 1", "version: [1]", 1, "version 应为文字或数字"),
                slip("rulebook.yaml", "version: 1", "verison: 1", 1, "是否想写 version？"),
                slip("rulebook.yaml", "version: 1", "version: 1\nversion: 2", 2, "YAML 写法有误"),
                slip("rulebook.yaml", "version: 1", "version: 1\n---\nversion: 2", 3, "YAML 写法有误"),
                slip("rulebook.yaml", "version: 1", "version: 1\nphrases: 一体", 2, "phrases 应为列表"),
                slip("rulebook.yaml", "version: 1", "version: &a 1\ntitle: *a", 2, "不得使用 YAML 的锚"),
                slip(
                        "rulebook.yaml",
                        "version: 1",
                        "version: !!java.net.URL [\"http://localhost\"]",
                        1,
                        "不得使用 YAML 的锚"),
                slip("rulebook.yaml", "version: 1", "version: !plancheck.rulebook.reading.Canary 1", 1, "不得使用 YAML 的锚"),
                slip("rulebook.yaml", "version: 1\n", laughs, 1, "不得使用 YAML 的锚"),
                slip("rulebook.yaml", "version: 1", "version: " + "[".repeat(100_000), 1, "嵌套过深、值过长"),
                slip("rulebook.yaml", "version: 1", "version: " + "{ a: ".repeat(5000), 1, "嵌套过深、值过长"),
                slip("rulebook.yaml", "version: 1", "- ".repeat(5000), 1, "嵌套过深、值过长"),
                slip("rulebook.yaml", "version: 1", "version: " + "9".repeat(100_000), 1, "嵌套过深、值过长"),
                slip("rulebook.yaml", "version: 1", "version: \"" + "9".repeat(100_000) + "\"", 1, "嵌套过深、值过长"),
                slip("rulebook.yaml", "version: 1", "\u0000", 1, "YAML 写法有误"),
                slip("rulebook.yaml", "version: 1", "version: \"a", 1, "YAML 写法有误"),
                slip("places.yaml", "code: \"1\"", "code: 1", 2, "code 应为小写字母"),
                slip("places.yaml", ", level: city", "", 2, "缺少 level"),
                slip("places.yaml", "level: city", "level: town", 0, "层级“town”不认识"),
                slip("places.yaml", "level: city", "level: city, parent: \"2\"", 0, "上级“2”不存在"),
                slip("places.yaml", "level: city", "level: city, parent: \"1\"", 0, "循环"),
                slip("places.yaml", "name: 某某", "name: { zh: 某某 }", 2, "name 应为非空文字"),
                slip("places.yaml", "places:\n", "places: []\nother:\n", 1, "places 应为不为空的列表"),
                slip(
                        "places.yaml",
                        "places:\n  -",
                        "places:\n  - { code: \"1\", name: 又一, level: city }\n  -",
                        0,
                        "“1”重复"),
                slip("indicators.yaml", "id: rate, ", "", 4, "缺少 id"),
                slip("indicators/more.yaml", "id: more, ", "", 2, "缺少 id"),
                slip("indicators/more.yaml", "id: more", "id: rate", 2, "“rate”重复"),
                slip("indicators/more.yaml", "of: [city]", "of: [town]", 2, "town"),
                slip("indicators/more.yaml", "of: [city]", "of: [city], not: [rat]", 2, "指标“rat”"),
                slip("indicators/more.yaml", "indicators:", "kinds: {}\nindicators:", 1, "不认识 kinds"),
                slip("indicators.yaml", "id: part", "id: rate", 5, "“rate”重复"),
                slip("indicators.yaml", "of: [city], unit", "of: [], unit", 4, "of 应为不为空的列表"),
                slip("indicators.yaml", "of: [city], unit", "of: [town], unit", 4, "“town”既不是层级"),
                slip("indicators.yaml", "of: [city], unit", "of: city, unit", 4, "of 应为不为空的列表"),
                slip("indicators.yaml", "min: 0", "min: \"0\"", 4, "min 应为数字"),
                slip("indicators.yaml", "min: 0", "min: 1e999999999", 4, "min 应为数字"),
                slip("indicators.yaml", "min: 0", "min: 1e-999999", 4, "min 应为数字"),
                slip("indicators.yaml", "min: 0", "min: .nan", 4, "YAML 写法有误"),
                slip("indicators.yaml", "min: 0", "min: 101", 4, "min 大于 max"),
                slip("indicators.yaml", "min: 0", "mni: 0", 4, "不认识 indicators.0.mni"),
                slip("indicators.yaml", "min: 0", "sums: yes", 4, "sums 应为 true 或 false"),
                slip("indicators.yaml", "min: 0", "type: percent", 4, "类型“percent”不认识"),
                slip("indicators.yaml", "min: 0", "cumulative-since: 20211", 4, "年份"),
                slip("indicators.yaml", "min: 0", "not: [rat]", 4, "指标“rat”不存在"),
                slip("indicators/more.yaml", "of: [city]", "of: [city], also-called: [部分]", 2, "也是指标"),
                slip("indicators.yaml", "min: 0", "worked-out: { ratio: [part] }", 4, "worked-out 不合规范"),
                slip("indicators.yaml", "min: 0", "worked-out: { ratio: [part, rate] }", 4, "由自身推算"),
                slip("indicators.yaml", "min: 0", "worked-out: { ratio: [part, whole] }", 4, "“whole”不是数值指标"),
                slip("indicators.yaml", "in: [city]", "in: []", 2, "in 应为不为空的列表"),
                slip("indicators.yaml", "list: houses", "list: figures", 0, "清单名“figures”已有他用"),
                slip("indicators.yaml", "id: part", "id: name", 5, "不能用这个编号"),
                slip("indicators.yaml", "list: houses", "list: \"\"", 2, "list 应为小写字母"),
                slip("rulings.yaml", "words: 以上", "words: \"(\"", 2, "words 应为正则表达式"),
                slip("rulings.yaml", "words: 以上", "wrods: 以上", 2, "是否想写 words？"),
                slip("city/plan.yaml", "prefix: CC\n", "", 1, "缺少 prefix"),
                slip("city/plan.yaml", "prefix: CC", "prefix: cc", 1, "prefix“cc”应为大写字母"),
                slip("city/plan.yaml", "2021-03-05", "2021-13-05", 3, "issued 应为 2021-10-09 这样的日期"),
                slip("city/plan.yaml", "2021-03-05", "\"+999999999-12-31\"", 3, "这样的日期"),
                slip("city/plan.yaml", "value: 40.5", "value: 无", 5, "value 应为数字"),
                slip("city/plan.yaml", ", value: 40.5", "", 5, "缺少 value"),
                slip("city/plan.yaml", "year: 2020", "year: 2020.5", 5, "年份"),
                slip("city/plan.yaml", "indicator: rate", "indicator: rat", 4, "指标“rat”或地区“1”不存在"),
                slip("city/plan.yaml", "baselines:", "baseline:", 4, "是否想写 baselines？"),
                slip("city/plan.yaml", "place: \"1\"\nbase", "base", 1, "缺少 place"),
                slip("city/plan.yaml", "place: \"1\"\nbase", "place: \"2\"\nbase", 6, "place 中的地区“2”不存在"),
                slip("city/plan.yaml", "place: \"1\"\nbase", "place: 1\nbase", 6, "place 应为小写字母"),
                slip("city/plan.yaml", "base-year: 2020", "", 1, "缺少 base-year"),
                slip("city/plan.yaml", "base-year: 2020", "base-year: twenty", 7, "base-year 应为"),
                slip("city/plan.yaml", "base-year: 2020", "base-year: 2035", 8, "horizon 2035不在 base-year 2035之后"),
                slip("city/plan.yaml", "horizon: 2035", "", 1, "缺少 horizon"),
                slip("city/plan.yaml", "horizon: 2035", "horizon: 2023", 9, "due 2025不在规划期内"),
                slip("city/plan.yaml", "due: 2025", "due: 2037", 9, "due 2037不在规划期内"),
                slip("city/plan.yaml", "due: 2025", "due: 2020", 9, "due 2020不在规划期内"),
                slip("city/plan.yaml", "ruling: R1", "ruling: R2", 9, "undated 中的释义R2不存在"),
                slip("city/plan.yaml", ", ruling: R1", "", 9, "缺少 ruling"),
                slip("city/plan.yaml", "due: 2025", "words: \"(\", due: 2025", 9, "words 应为正则表达式"),
                slip("city/plan.yaml", "due: 2025", "year: 2025", 9, "不认识 undated.0.year"),
                slip("city/plan.yaml", "chapter: 第一章", "chapter: 章", 10, "chapter 应为第一个编号的写法"),
                slip("city/plan.yaml", "chapter: 第一章", "chapter: 第二章", 10, "chapter 应为第一个编号的写法"),
                slip("city/plan.yaml", "item: 一、", "item: 一", 10, "item 应为第一个编号的写法"),
                slip("city/plan.yaml", "item: 一、", "part: 一、", 10, "不认识 numbering.part"),
                slip(
                        "city/plan.yaml",
                        "place: \"1\"\nbase",
                        "subordinate-to: town\nplace: \"1\"\nbase",
                        6,
                        "规划“town”不存在"),
                slip(
                        "city/plan.yaml",
                        "place: \"1\"\nbase",
                        "subordinate-to: city\nplace: \"1\"\nbase",
                        6,
                        "subordinate-to 不成立"),
                slip("rulings.yaml", "settles: [same]", "settles: [smae]", 2, "settles 中不认识“smae”。是否想写 same？"),
                slip("rulings.yaml", "settles: [same]", "settles: [tension]", 2, "settles 中不认识“tension”"),
                slip(
                        "rulings.yaml",
                        "settles: [same] }",
                        "settles: [same] }\n  R2: { settles: [same] }",
                        3,
                        "已由释义R1掌握"),
                slip(
                        "rulings.yaml",
                        "settles: [same]",
                        "needed-when: [abuot]",
                        2,
                        "needed-when 中不认识“abuot”。是否想写 about？"),
                slip(
                        "rulings.yaml",
                        "settles: [same]",
                        "allowed-when: [not yearly and sun]",
                        2,
                        "allowed-when 中不认识“sun”"),
                slip("rulings.yaml", "settles: [same]", "needed-when: about", 2, "needed-when 应为列表"),
                slip("rulings.yaml", "settles: [same]", "reason: \"(\"", 2, "reason 应为 true、false 或正则表达式"),
                slip("rulings.yaml", "settles: [same]", "anchor-words: \"(\"", 2, "anchor-words 应为正则表达式"),
                slip("rulings.yaml", "settles: [same]", "parameters: { about-within: two }", 2, "about-within 应为数字"),
                slip("rulings.yaml", "settles: [same]", "parameters: { about-wihtin: 2 }", 2, "是否想写 about-within？"),
                slip("rulings.yaml", "settles: [same]", "parameters: { nearly-all-from: 950 }", 2, "不是0到100的百分数"),
                slip(
                        "rulings.yaml",
                        "settles: [same]",
                        "parameters: { about-within: 2 }",
                        2,
                        "text 中没有 parameters 所写的2"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void refused(Slip slip) throws IOException {
        String sound = Objects.requireNonNull(SOUND.get(slip.file));
        assertTrue(sound.contains(slip.from), slip.toString());
        write(slip.file, sound.replace(slip.from, slip.to));
        assertRefused(slip.place, slip.reason);
    }

    @Test
    @DisplayName("two provisions that are something to each other need a ruling that settles it")
    void unsettled() throws IOException {
        String rule = HostileRules.SOUND.substring(HostileRules.SOUND.indexOf("rule "));
        write("city/1/CC-1-1.drl", HostileRules.SOUND + rule.replace("-a ", "-b "));
        assertEquals(2, RuleBooks.of(rules).provisions().size());
        write("rulings.yaml", "rulings:\n  R1: { words: 以上, text: 至少, en: at least, settles: [floor] }\n");
        assertRefused("rulings.yaml: ", "请在一条释义的 settles 中写 same");
    }

    @Test
    @DisplayName("“about” goes by the number of the one ruling cited that has one")
    void parameters() throws IOException {
        String about =
                HostileRules.SOUND.replace("@atLeast(", "@about(").replace("@en(", "@ruling( \"R1\" )\n    @en(");
        write("city/1/CC-1-1.drl", about);
        assertRefused("city/1/CC-1-1.drl:9: ", "@about 按哪条释义掌握不明：@ruling 中写有 about-within 的释义有0条");
        String within = "R1: { text: 在5.5%以内, en: within 5.5 %, parameters: { about-within: 5.5 } }";
        write("rulings.yaml", "rulings:\n  " + within + "\n");
        RuleBook book = RuleBooks.of(rules);
        assertEquals(
                "5.5",
                book.parameter(book.provisions().get(0), Ruling.Parameter.ABOUT_WITHIN)
                        .toPlainString());
        write("rulings.yaml", "rulings:\n  " + within + "\n  " + within.replace("R1", "R2") + "\n");
        write("city/1/CC-1-1.drl", about.replace("\"R1\"", "\"R1, R2\""));
        assertRefused("city/1/CC-1-1.drl:9: ", "的释义有2条");
    }

    @Test
    @DisplayName("the book of which all others are made is sound")
    void sound() {
        assertEquals(1, RuleBooks.of(rules).provisions().size());
    }

    @Test
    @DisplayName(
            "each file may be missing, empty, a list, a word, a directory, without end or in another encoding; each time it is named")
    void eachFile() throws IOException {
        for (String file : SOUND.keySet()) {
            Path path = rules.resolve(file);
            for (String text :
                    List.of("", "\n# nichts\n", "[]", "{}", "null", "word", "- a\n- b\n", "\ufeff", "\u0001")) {
                write(file, text);
                assertRefused(file, "");
            }
            Files.write(path, "规则: 一\n".getBytes(Charset.forName("GBK")));
            assertRefused(file, "不是 UTF-8");
            Files.write(path, new byte[2_000_001]);
            assertRefused(file, "过大");
            Files.delete(path);
            if (file.equals("indicators/more.yaml")) {
                assertDoesNotThrow(() -> RuleBooks.of(rules), "there may be any number of such files");
            } else if (!file.endsWith(".drl") && !file.equals("city/plan.yaml")) {
                assertRefused(file, "缺少文件");
            } else {
                assertTrue(problems().size() > 0);
            }
            Files.createDirectory(path);
            assertRefused(file, "没有这样的文件");
            Files.delete(path);
            Files.createSymbolicLink(path, Path.of("/dev/zero"));
            assertRefused(file, "规则目录之外");
            Files.delete(path);
            Files.createSymbolicLink(path, Path.of("nowhere"));
            assertRefused(file, "规则目录之外");
            Files.delete(path);
            write(file, Objects.requireNonNull(SOUND.get(file)));
        }
    }

    @Test
    @DisplayName(
            "a link to a file outside is refused, one within the directory is followed, and the directory may itself be one")
    void links() throws IOException {
        Path places = rules.resolve("places.yaml");
        Path outside = folder.resolve("outside.yaml");
        Files.move(places, outside);
        Files.createSymbolicLink(places, outside);
        assertRefused("places.yaml: ", "规则目录之外");
        Files.delete(places);
        Files.createDirectory(rules.resolve(".data"));
        Files.move(outside, rules.resolve(".data/places.yaml"));
        Files.createSymbolicLink(places, Path.of(".data/places.yaml"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), rules);
        assertEquals(RuleBooks.of(rules).digest(), RuleBooks.of(link).digest());
        Path away = Files.createDirectory(folder.resolve("away"));
        Files.createSymbolicLink(rules.resolve("province"), away);
        assertRefused("province: ", "规则目录之外");
    }

    @Test
    @DisplayName("what looks like a part of the rules but is read by nobody is told; other files are left alone")
    void others() throws IOException {
        for (String file :
                List.of("indicator.yaml", "city/1/plan.yaml", "city/1/CC-1-2.DRL", "places.yml", "a/b/c.yaml")) {
            write(file, "");
            assertRefused(file, "没有这样的文件");
            Files.delete(rules.resolve(file));
        }
        write("city/2/3/CC-1-2.drl", HostileRules.SOUND.replace("CC-1-1-a", "CC-1-2-a"));
        assertRefused("city/2/3/CC-1-2.drl:4: ", "应写在文件city/1/CC-1-2.drl中");
        Files.delete(rules.resolve("city/2/3/CC-1-2.drl"));
        write("README.md", "rule");
        write(".#places.yaml", "");
        write("city/.git/x.drl", "");
        assertEquals(1, RuleBooks.of(rules).provisions().size());
    }

    @Test
    @DisplayName("a directory that is a file, missing, or nested without end is told as a whole")
    void directories() throws IOException {
        write("1/2/3/4/5/6/7/8/README", "");
        assertRefused("1/2/3/4/5/6/7/8: ", "层次过深");
        rules = rules.resolve("places.yaml");
        assertRefused(rules.toString(), "这不是目录");
        rules = folder.resolve("missing");
        assertRefused(rules.toString(), "规则目录无法读取");
    }

    @Test
    @DisplayName("dates and numbers of a provision are of a size that plans have")
    void criterion() throws IOException {
        String asked = "@atLeast( \"2025-12-31: 60\" )";
        Map<String, String> wrong = Map.of(
                "@atLeast( \"+999999999-12-31: 60\" )",
                "不是日期",
                "@atLeast( \"1025-12-31: 60\" )",
                "不是日期",
                "@atLeast( \"2025-12-31: " + "9".repeat(500) + "\" )",
                "不是数值",
                "@atLeast( \"2025-12-31: 1e9\" )",
                "不是数值",
                "@atLeast( \"60\" ) @years( \"0001..9999\" )",
                "@years 不合规范",
                "@atLeast( \"60\" ) @years( \"2025..2021\" )",
                "@years 不合规范",
                "@stage( \"2025-12-31\" )",
                "@stage 不合规范");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            write("city/1/CC-1-1.drl", HostileRules.SOUND.replace(asked, each.getKey()));
            assertRefused("city/1/CC-1-1.drl:9: ", each.getValue());
        }
    }

    @Test
    @DisplayName(
            "200 provisions may ask for one indicator, the next one is too many, told once; all are compared with all")
    void many() throws IOException {
        String rule = HostileRules.SOUND.substring(HostileRules.SOUND.indexOf("rule "));
        StringBuilder file = new StringBuilder(HostileRules.SOUND.replace(rule, ""));
        for (int i = 0; i < 200; i++) {
            file.append(rule.replace("-a ", "-" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + " "));
        }
        write("city/1/CC-1-1.drl", file.toString());
        assertEquals(200, RuleBooks.of(rules).provisions().size());
        file.append(rule.replace("-a ", "-zy ")).append(rule.replace("-a ", "-zz "));
        write("city/1/CC-1-1.drl", file.toString());
        assertRefused("city/1/CC-1-1.drl:" + (3 + 200 * 12 + 1), "规定过多");
        assertEquals(1, problems().size());
    }
}
