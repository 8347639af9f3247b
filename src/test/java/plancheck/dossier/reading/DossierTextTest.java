package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plancheck.dossier.reading.Given.HEAD;
import static plancheck.dossier.reading.Given.problems;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.DossierReading;

/** Bytes that are no text, and text that is neither YAML nor JSON: said in plain words, with the line. */
class DossierTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", "# 空白\n", "---\n", "null\n", "~", "\uFEFF"})
    @DisplayName("an empty file is said to be empty")
    void empty(String text) {
        assertEquals(List.of("文件里没有内容。请用“plancheck template”生成一份空白材料再填写"), problems(text));
    }

    @Test
    @DisplayName("GBK is recognised, said, and read")
    void gbk() {
        DossierReading reading = Given.READER.read(HEAD.getBytes(Charset.forName("GBK")));
        assertEquals(List.of("提示：文件是 GBK 编码，已按 GBK 读取。建议另存为 UTF-8，以免在别的电脑上出现乱码"), Given.said(reading));
        assertEquals("泾川县2024年度自评", reading.orThrow().title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    @DisplayName("a byte order mark and Windows line ends do no harm")
    void byteOrderMark(String charset) {
        String text = ("\uFEFF" + HEAD + "figurs:\n").replace("\n", "\r\n");
        DossierReading reading = Given.READER.read(text.getBytes(Charset.forName(charset)));
        assertEquals(List.of("第7行：不认识“figurs”。是否想写“figures”？"), Given.said(reading));
    }

    @Test
    @DisplayName("UTF-8 with a damaged byte is not taken for GBK")
    void damaged() {
        byte[] bytes = (HEAD + "note: 泾川县二〇二四年度新型城镇化自评材料说明\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 6] = 'x';
        assertEquals(List.of("第7行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8"), Given.said(Given.READER.read(bytes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "名称,户数\\n甲村,42|这是一张表格（CSV），不是申报材料",
                "名称\\t户数\\n甲村\\t42|这是一张表格（CSV），不是申报材料",
                "<!DOCTYPE html>\\n<html>|这是网页或 XML 文件",
                "{\\rtf1\\ansi}|这是写字板或 Word 存的 RTF 文件",
            })
    @DisplayName("what the file really is is told, in GBK too, and not only its encoding")
    void otherFiles(String text, String said) {
        byte[] gbk = text.replace("\\n", "\n").replace("\\t", "\t").getBytes(Charset.forName("GBK"));
        List<String> problems = Given.said(Given.READER.read(gbk));
        assertTrue(problems.get(problems.size() - 1).startsWith(said + "。"), problems::toString);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "note: 泾«C080»川|第7行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
                "note: «C0AF»|第7行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
                "note: «E080AF»|第7行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
                "note: «F08080AF»|第7行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
                "note: «EDA080»|第7行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
                "note: «BEADB4A8CFD8»|第7行：文件里混有两种编码：别处是 UTF-8，这一行是 GBK。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
                "note: 县«BEADB4A8CFD8» |第7行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8",
            })
    @DisplayName("what is no sound UTF-8 is told with its line, never read as other words")
    void unsound(String line, String said) {
        assertEquals(List.of(said), Given.said(Given.READER.read(bytes(HEAD + line + "\n", StandardCharsets.UTF_8))));
        String ascii = HEAD.replaceAll("title: .*", "title: a");
        if (!line.matches(".*[\\p{IsHan}].*") && !line.contains("BEAD")) {
            assertEquals(
                    List.of(said), Given.said(Given.READER.read(bytes(ascii + line + "\n", StandardCharsets.UTF_8))));
        }
    }

    @Test
    @DisplayName("a line of UTF-8 in a file of GBK is told, on one line of JSON too")
    void mixed() {
        Charset gbk = Charset.forName("GBK");
        String note = "note: «E6B3BEE5B79DE58EBF»\n"; // 泾川县 in UTF-8
        String villages = """
                villages:
                - { name: 张家湾 }
                - { name: 李家沟 }
                - { name: 王家塬 }
                """;
        String said = "文件里混有两种编码：别处是 GBK，这一行是 UTF-8。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8";
        assertEquals(List.of("第11行：" + said), Given.said(Given.READER.read(bytes(HEAD + villages + note, gbk))));
        String json = "{\"title\": \"泾川县\", \"id\": \"自评\", \"note\": \"«E6B3BEE5B79DE58EBF»\"}";
        assertEquals(List.of("第1行：" + said), Given.said(Given.READER.read(bytes(json, gbk))));
    }

    @Test
    @DisplayName("GBK is read with rare characters of names; a damaged byte in it is told with its line")
    void rareGbk() {
        Charset gbk = Charset.forName("GB18030");
        String said = "提示：文件是 GBK 编码，已按 GBK 读取。建议另存为 UTF-8，以免在别的电脑上出现乱码";
        String note = HEAD + "note: 镕堃喆㙍𠮷的村庄\n";
        assertEquals(List.of(said), Given.said(Given.READER.read(note.getBytes(gbk))));
        assertEquals(
                List.of("第8行：这一行有损坏的字节，读不成文字。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8"),
                Given.said(Given.READER.read(bytes(note + "# «FF»\n", gbk))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    @DisplayName("UTF-16 without its mark is known by its zero bytes; half a character in it is told")
    void unmarked(String charset) {
        Charset wide = Charset.forName(charset);
        assertEquals(
                List.of("提示：文件是 UTF-16 编码，已照此读取。建议另存为 UTF-8，以免在别的电脑上出现乱码"),
                Given.said(Given.READER.read(HEAD.getBytes(wide))));
        byte[] half = (HEAD + "note: xy\n").getBytes(wide);
        byte high = (byte) 0xD8;
        half[half.length - (charset.endsWith("LE") ? 3 : 4)] = high;
        assertEquals(
                List.of("第7行：这一行有损坏的字节，读不成文字（文件是 UTF-16 编码）。请用记事本打开，重新输入这一行的乱码，另存为 UTF-8"),
                Given.said(Given.READER.read(half)));
    }

    /** A text with bytes in it, written «C0AF». */
    private static byte[] bytes(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] parts = text.split("[«»]");
        for (int i = 0; i < parts.length; i++) {
            bytes.writeBytes(
                    i % 2 == 0 ? parts[i].getBytes(charset) : HexFormat.of().parseHex(parts[i]));
        }
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("Word, Excel, PDF and other binary files are told apart from text")
    void binary() {
        assertEquals(
                List.of("这不是文本文件。看来是 Word 或 Excel 文件，请改交 YAML 或 JSON 材料，或 plancheck template 生成的填报表"),
                problems("PK\u0003\u0004 and so on"));
        assertEquals(List.of("这不是文本文件。看来是 PDF 文件，请改交 YAML 或 JSON 材料"), problems("%PDF-1.7\n"));
        assertEquals(List.of("这不是文本文件。请改交 YAML 或 JSON 材料"), problems(HEAD + "note: a\u0000b\n"));
        assertEquals(List.of("第7行：这一行有不可见的控制字符。请删去重新输入；若满屏乱码，请确认交的是文本文件"), problems(HEAD + "note: a\u0007b\n"));
        assertEquals(
                List.of("第1行：文字编码无法识别（既不是 UTF-8，也不是 GBK）。请用记事本打开后另存为 UTF-8"),
                Given.said(Given.READER.read(new byte[] {(byte) 0xFF, (byte) 0xFF, 'a', (byte) 0x81})));
    }

    @Test
    @DisplayName("a file of 200 megabytes is refused unread, and a stream without end after ten")
    void large(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.yaml");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(200L * 1024 * 1024);
        }
        String advice = "请确认选对了文件；村庄、小区等清单过长时请分县填报";
        assertEquals(List.of("文件有200兆，超过10兆的上限。" + advice), Given.said(Given.READER.read(file)));
        byte[] endless = new byte[(int) SourceText.MAX_BYTES + 5];
        assertEquals(List.of("文件超过10兆的上限。" + advice), Given.said(Given.READER.read(new ByteArrayInputStream(endless))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "figures:\\n\\tresidents: 3|第8行：缩进用了制表符（Tab）。请把行首的制表符改成空格",
                "figures:\\n  residents：3\\n  urban-residents: 2|第8行：冒号是全角的“：”。请改成半角冒号“:”，后面空一格",
                "figures:\\n  residents：3|第7行：“figures”应为一组字段，材料中是文字“residents：3”。请把全角冒号“：”改成半角冒号“:”，后面空一格",
                "figures:\\n  residents:3|第7行：“figures”应为一组字段，材料中是文字“residents:3”。冒号后面要空一格",
                "figures:\\n  residents:3\\n  urban-residents: 2|第8行：冒号后面没有空格。请写成“residents: 3”",
                "figures:\\n  residents: 3\\n   urban-residents: 2|第9行：冒号的位置不对。下一级内容要另起一行并缩进；内容本身带冒号时请加引号",
                "figures:\\n  residents: 3\\n urban-residents: 2|第9行：这一行的缩进或写法与上文不一致。同一级的各行请左对齐，每行写成“名称: 值”",
                "note: \"未完\\nfigures:|第7行：引号没有配对。请补上后引号",
                "figures:\\n  residents: { value: 3，unit: 万人 }|第8行：括号没有配对，或各项之间缺少逗号。请检查括号；各项之间用半角逗号“,”隔开",
                "figures:\\n  residents: { value: 3, unit: 万人\\nvillages:|第8行：括号没有配对，或各项之间缺少逗号。请检查括号；各项之间用半角逗号“,”隔开",
                "figures:\\n  residents: -|第8行：“-”的位置不对。清单的每一项另起一行；没有数据就留空",
                "note: @甲|第7行：内容以“@”开头。请给这个值加上引号",
                "note: \"\\\\d\"|第7行：双引号里的反斜杠写法不对。请把双引号改成单引号",
                "? [甲]\\n: 乙|第7行：这一行的名称不是文字。请写成“名称: 值”",
                "甲|第7行：这一行缺少冒号。请写成“名称: 值”，冒号用半角，后面空一格",
            })
    void yaml(String written, String said) {
        String text = written.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
        assertEquals(List.of(said), problems(HEAD + text + "\n"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`a`: 1,}|这里不应出现“}”",
                "{`a`: 1|文件不完整，到末尾还缺少右括号或引号",
                "{'a': 1}|这里不应出现“'”",
                "{`a`：1}|这里不应出现“：”",
                "{`a`: NaN}|“NaN”没有加引号或写错了",
                "{`a`: yes}|“yes”没有加引号或写错了",
                "{`a`: 01}|数字不能以 0 开头",
            })
    void json(String written, String said) {
        List<String> problems = problems("\n" + written.replace('`', '"'));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("第2行：" + said + "。"), problems::toString);
    }

    @Test
    @DisplayName("every full-width colon is found, not only the first")
    void wideColons() {
        assertEquals(
                List.of(
                        "第1行：冒号是全角的“：”。请改成半角冒号“:”，后面空一格",
                        "第2行：冒号是全角的“：”。请改成半角冒号“:”，后面空一格",
                        "第4行：冒号后面没有空格。请写成“title: 自评”"),
                problems("plancheck：1\nkind：project\nid: a\ntitle:自评\n"));
    }

    @Test
    @DisplayName("a repeated key is reported with both lines, and the rest is read on")
    void duplicateKeys() {
        assertEquals(
                List.of("第9行：“residents”写了两次（另一处在第8行）。请只保留一处", "第10行：不认识“villags”。是否想写“villages”？"),
                problems(HEAD + "figures:\n  residents: 3\n  residents: 4\nvillags:\n"));
        assertTrue(problems("{\"plancheck\": 1,\n\"plancheck\": 1}").contains("第2行：“plancheck”写了两次（另一处在第1行）。请只保留一处"));
    }

    @Test
    @DisplayName("two documents in one file are refused")
    void twoDocuments() {
        assertEquals(List.of("第8行：文件里有不止一份材料。一个文件只放一份材料，请拆开"), problems(HEAD + "---\n" + HEAD));
    }

    @Test
    @DisplayName("aliases are refused one by one and never multiplied")
    void aliasBomb() {
        StringBuilder bomb = new StringBuilder(HEAD + "note: &a0 甲\n");
        for (int i = 1; i <= 30; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("x" + i + ": &a" + i + " [" + alias + ", " + alias + ", " + alias + "]\n");
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            List<String> problems = problems(bomb.toString());
            assertTrue(problems.contains("第8行：用了 YAML 别名（*a0）。请把内容直接写出来"), problems::toString);
            assertTrue(problems.contains("第9行：同样的问题还有85处，不再逐一列出。请先改正列出的各处和同类的问题，再检查一次"), problems::toString);
            assertEquals(2 * (5 + 1), problems.size());
        });
    }

    @Test
    @DisplayName("an escaped control character cannot slip through into a report")
    void escapes() {
        assertEquals(List.of("第4行：内容里有不可见的控制字符。请删去重新输入"), problems(HEAD.replace("泾川县2024年度自评", "\"a\\eb\"")));
        assertFalse(problems("{\"title\": \"\\ud800\"}").stream().noneMatch(p -> p.contains("控制字符")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "- ", "{a: "})
    @DisplayName("endless nesting is refused at once")
    void nesting(String open) {
        assertQuickly(open.repeat(500_000));
        assertQuickly(HEAD + "note: " + open.repeat(500_000));
    }

    @Test
    @DisplayName("no text of ten megabytes takes long")
    void hostile() {
        int much = 9_000_000;
        assertQuickly(HEAD + "x".repeat(much));
        assertQuickly(HEAD + "note: \"" + "x".repeat(much) + "\"");
        assertQuickly(HEAD + "#".repeat(much));
        assertQuickly(" ".repeat(much) + "a: 1");
        assertQuickly("{\"" + "x".repeat(much) + "\": 1}");
        assertQuickly("{\"plancheck\": " + "7".repeat(much) + "}");
        assertQuickly(HEAD + "villages: [" + "{name: 1},".repeat(much / 10) + "]");
        assertQuickly("---\n".repeat(much / 4));
    }

    /** Quick even on a busy machine: what was quadratic here took minutes. */
    private static void assertQuickly(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(15), () -> {
            DossierReading reading = Given.read(text);
            assertNull(reading.dossier());
            assertFalse(reading.problems().isEmpty());
        });
    }
}
