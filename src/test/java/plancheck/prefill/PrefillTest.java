package plancheck.prefill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.reading.Given;

/** What is found in texts of which the figures are known. */
class PrefillTest {
    private static final Prefill PREFILL = new Prefill(Given.BOOK);
    private static final PublishedTextReader READER = new PublishedTextReader();

    /** How often it was right, of how much. */
    private record Score(int right, int proposed, int there, List<String> wrong, List<String> missed) {
        String line(String half, int texts) {
            return "| " + half + " | " + texts + " | " + there + " | " + proposed + " | " + right + " | "
                    + percent(right, proposed) + " | " + percent(right, there) + " |";
        }

        private static String percent(int part, int whole) {
            return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP) + " %";
        }
    }

    private static Score score(String half) {
        int right = 0;
        int proposed = 0;
        int there = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (PublishedSamples.Sample sample : PublishedSamples.of(half)) {
            List<String> found = found(sample, sample.title() + ".docx", sample.asWord());
            there += sample.figures().size();
            proposed += found.size();
            for (String figure : found) {
                boolean known = sample.figures().stream().anyMatch(key -> same(key, figure));
                right += known ? 1 : 0;
                if (!known) {
                    wrong.add(sample.title() + ": " + figure);
                }
            }
            sample.figures().stream()
                    .filter(key -> found.stream().noneMatch(figure -> same(key, figure)))
                    .forEach(key -> missed.add(sample.title() + ": " + key));
        }
        return new Score(right, proposed, there, wrong, missed);
    }

    private static boolean same(String key, String found) {
        String[] one = key.split(" ");
        String[] other = found.split(" ");
        return one[0].equals(other[0])
                && one[2].equals(other[2])
                && new BigDecimal(one[1]).compareTo(new BigDecimal(other[1])) == 0;
    }

    private static List<String> found(PublishedSamples.Sample sample, String name, byte[] file) {
        PublishedText text = Objects.requireNonNull(READER.read(name, file).text());
        return PREFILL
                .propose(
                        List.of(text),
                        Objects.requireNonNull(Given.BOOK.places().get(sample.place())),
                        2026)
                .proposals()
                .stream()
                .map(one -> one.indicator().id() + " " + one.value().toPlainString() + " " + one.year())
                .toList();
    }

    @Test
    void nearly_all_that_is_proposed_is_right_and_most_of_what_is_there_is_proposed() throws IOException {
        StringBuilder table = new StringBuilder();
        for (String half : List.of("building", "held-out")) {
            Score score = score(half);
            assertTrue(score.right >= 0.99 * score.proposed, score.wrong.toString());
            assertTrue(score.right >= 0.80 * score.there, score.missed.toString());
            table.append(score.line(half, PublishedSamples.of(half).size())).append('\n');
        }
        String documented = Files.readString(Path.of("src/docs/prefill.md"));
        assertTrue(documented.contains(table), "src/docs/prefill.md has another table than\n" + table);
    }

    /** Word, page and plain text say the same; in PDF the page is known. */
    @Test
    void it_does_not_matter_how_a_text_was_published() {
        for (PublishedSamples.Sample sample : PublishedSamples.of("building")) {
            List<String> word = found(sample, sample.title() + ".docx", sample.asWord());
            assertEquals(word, found(sample, sample.title() + ".html", sample.asPage()), sample.title());
            if (sample.table().isEmpty()) {
                assertEquals(word, found(sample, sample.title() + ".txt", sample.asText()), sample.title());
            }
        }
    }

    @Test
    void a_figure_in_a_pdf_is_cited_with_its_page() throws IOException {
        byte[] pdf = Files.readAllBytes(Path.of("src/test/resources/plancheck/prefill/bulletin.pdf"));
        PublishedSamples.Sample same = PublishedSamples.of("building").get(3);
        assertEquals(found(same, "公报.docx", same.asWord()), found(same, "公报.pdf", pdf));
        PublishedText text = Objects.requireNonNull(READER.read("公报.pdf", pdf).text());
        Proposal residents = PREFILL.propose(
                        List.of(text),
                        Objects.requireNonNull(Given.BOOK.places().get("620826")),
                        2026)
                .proposals()
                .get(0);
        assertEquals("公报.pdf第1页", residents.places().get(0).cited());
        assertTrue(
                residents.places().get(0).sentence().contains(residents.value().toPlainString()));
    }

    /** Sentences that look as if they gave a figure of 泾川县 of 2024. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "常住人口比上年减少0.21万人。",
                "常住人口20余万人。",
                "常住人口20.62～20.83万人。",
                "常住人口20.62万户。",
                "常住人口达到20.62万人以上。",
                "新增常住人口0.3万人。",
                "农村常住人口11.5万人。",
                "城镇常住人口占43.89%。",
                "常住人口城镇化率提高1.2个百分点。",
                "常住人口城镇化率0.4389。",
                "常住人口城镇化率143.89%。",
                "兰州市常住人口442.5万人。",
                "崆峒区常住人口50.1万人。",
                "全市常住人口178.4万人。",
                "全省常住人口2458万人。",
                "城镇新增就业目标2000人。",
                "预计城镇新增就业2300人。",
                "将城镇新增就业2300人作为底线。",
                "1—11月城镇新增就业2100人。",
                "上半年，城镇新增就业1100人。",
                "2024年1月城镇新增就业200人。",
                "2027年常住人口城镇化率45%。",
                "县城城镇新增就业900人。",
                "累计城镇新增就业9800人。",
                "污水处理率96%。",
                "城镇居民人均消费支出18652元。",
                "县城污水处理能力2万吨。",
                "县城常住人口7.5万人。",
                "人均常住人口城镇化率居全市第2位。",
                "城镇居民人均可支配收入为2023年的1.05倍。",
                "全国城镇居民人均可支配收入51821元，农村居民人均可支配收入21691元。",
                "兰州市常住人口442.5万人，常住人口城镇化率84.1%。",
                "常住人口、户籍人口和城镇常住人口分别为20万人、30万人、9万人。",
                "常住人口、户籍人口分别为20万人、30万人、9万人。",
                "2023年和2024年常住人口分别为20.83万人、20.62万人。",
                "城镇居民、农村居民人均可支配收入分别增长5.1%和7.2%。",
                "“十三五”末，常住人口22.1万人。",
                "建县时，常住人口9万人。",
                "去年同期，城镇居民人均可支配收入31000元。",
                "五年前，城镇居民人均可支配收入25000元。",
                "若按户籍计算，常住人口为35.2万人。",
                "据测算，常住人口20.62万人。",
                "灵台的情况与我们相近。常住人口15.1万人。",
                "灵台县面积2038平方公里。下辖9镇4乡。常住人口15.1万人。",
                "陕西省长武县与我县相邻，常住人口15.9万人。",
                "陕西省长武县与我县相邻。常住人口15.9万人。",
                "全市经济稳中有进。常住人口178.4万人。"
            })
    void what_is_another_measure_place_or_time_is_not_proposed(String sentence) {
        assertEquals(List.of(), of("泾川县2024年国民经济和社会发展统计公报\n" + sentence));
    }

    @Test
    void a_place_that_ours_is_only_compared_with_is_not_spoken_of() {
        assertEquals(List.of("residents 20.62 2024"), of("泾川县2024年统计公报\n我县与灵台县相邻，常住人口20.62万人。"));
        assertEquals(List.of("residents 20.62 2024"), of("泾川县2024年统计公报\n泾川县与陕西省长武县相邻。年末常住人口20.62万人。"));
        assertEquals(List.of("residents 20.62 2024"), of("泾川县2024年统计公报\n全市经济稳中有进。\n常住人口20.62万人。"));
    }

    @Test
    void two_names_with_two_numbers_are_told_apart() {
        assertEquals(
                List.of("residents 20.62 2024", "registered-residents 34.7 2024"),
                of("泾川县2024年统计公报\n全县常住人口、户籍人口分别为20.62万人、34.7万人。"));
        assertEquals(
                List.of("urban-income-per-head 33215 2024", "rural-income-per-head 13508 2024"),
                of("泾川县2024年统计公报\n城镇居民和农村居民人均可支配收入分别达到33215元、13508元。"));
    }

    @Test
    void what_a_text_says_without_a_year_or_a_place_is_not_proposed() {
        assertEquals(List.of(), of("主要数据\n常住人口20.62万人。"));
        assertEquals(List.of(), of("2024年统计公报\n常住人口20.62万人。"));
        assertEquals(List.of("residents 20.62 2024"), of("泾川县基本情况\n2024年末常住人口20.62万人。"));
    }

    @Test
    void of_two_texts_that_differ_both_are_proposed_and_said_to_differ() {
        Prefill.Proposals both = PREFILL.propose(
                List.of(
                        text("泾川县2024年统计公报\n年末常住人口20.62万人。"),
                        text("泾川县2024年基本情况\n常住人口20.83万人。"),
                        text("泾川县2024年年鉴\n常住人口206200人。")),
                Objects.requireNonNull(Given.BOOK.places().get("620821")),
                2026);
        assertEquals(2, both.proposals().size());
        assertTrue(both.proposals().stream().allMatch(Proposal::differs));
        assertEquals(2, both.proposals().get(0).places().size(), "20.62万人 and 206200人 are one");
    }

    @Test
    void what_is_taken_stands_with_its_source_and_what_was_there_stays() {
        List<Proposal> found = PREFILL.propose(
                        List.of(text("泾川县2024年统计公报\n年末常住人口20.62万人。2023年末常住人口20.83万人。农村居民人均可支配收入13508元。")),
                        Objects.requireNonNull(Given.BOOK.places().get("620821")),
                        2026)
                .proposals();
        TakenFigures taken = TakenFigures.of(found, Map.of("/figures/rural-income-per-head/value", List.of("13000")));
        assertEquals(List.of("20.62"), taken.fields().get("/figures/residents/series/2024"));
        assertEquals(List.of("20.83"), taken.fields().get("/figures/residents/series/2023"));
        assertEquals(List.of("statistics"), taken.fields().get("/figures/residents/source"));
        assertTrue(taken.fields().keySet().stream().noneMatch(field -> field.contains("rural-income")));
        assertEquals(1, taken.said().size());
    }

    @Test
    void a_file_that_cannot_be_read_is_told_apart() throws IOException {
        assertEquals("a.pdf里没有文字（可能是扫描件），请换成带文字的文件，或把文字粘贴成文本", refusal("a.pdf", pdf("")));
        assertEquals("a.pdf设有密码，请去掉密码后再试", refusal("a.pdf", pdf("secret")));
        byte[] word = PublishedSamples.of("building").get(0).asWord();
        assertEquals("a.docx打不开，可能已损坏，请重新保存后再试", refusal("a.docx", Arrays.copyOf(word, word.length / 2)));
        assertEquals(
                "a.doc是旧版 Word（doc）或其他旧格式，请另存为 docx",
                refusal("a.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
        try (XSSFWorkbook sheet = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            sheet.createSheet();
            sheet.write(out);
            assertEquals("a.xlsx不是 Word 文档；填报表请用 check 或 merge", refusal("a.xlsx", out.toByteArray()));
        }
        assertEquals("a.pdf超过20MB", refusal("a.pdf", new byte[PublishedTextReader.MAX_BYTES + 1]));
    }

    @Test
    void the_month_in_which_a_work_report_was_given_makes_it_none_of_a_part_of_a_year() {
        assertEquals(
                List.of("urban-income-per-head 33215 2024"),
                of("泾川县政府工作报告（2025年1月）\n一、2024年工作回顾\n城镇居民人均可支配收入达到33215元。"));
        assertEquals(
                List.of("urban-income-per-head 33215 2024"),
                of("泾川县2025年政府工作报告\n去年，城镇居民人均可支配收入33215元。今年，城镇居民人均可支配收入35000元。"));
        assertEquals(
                List.of("urban-residents 9.05 2024", "residents 20.62 2024"),
                of("泾川县2024年统计公报\n常住人口20.62万人，比上年减少0.21万人，其中城镇常住人口9.05万人。"));
    }

    @Test
    void a_page_with_a_byte_order_mark_is_still_a_page() {
        byte[] page = "\uFEFF<html><body><p>泾川县2024年统计公报</p><p>年末常住人口<b>20.62</b>万人。</p></body></html>"
                .getBytes(StandardCharsets.UTF_8);
        PublishedText text = Objects.requireNonNull(READER.read("公报.html", page).text());
        assertEquals("泾川县2024年统计公报", text.title());
    }

    /** What stands above a table tells of which place and year it is, and only that. */
    @Test
    void a_table_of_a_page_is_read_where_it_stands() {
        String page = "<html><body><p>灵台县、泾川县统计资料</p><p>一、泾川县2023年</p>"
                + "<table><tr><td>指标</td><td>数值</td></tr><tr><td>常住人口（万人）</td><td>20.83</td></tr></table>"
                + "<p>二、泾川县2024年</p><p>&#1;0 &#1;9999</p><table><tr><td>指标</td><td>数值</td></tr><tr><td>常住人口（万人）</td><td>20.62</td></tr></table></body></html>";
        PublishedText text = Objects.requireNonNull(
                READER.read("资料.html", page.getBytes(StandardCharsets.UTF_8)).text());
        List<String> said =
                text.passages().stream().map(PublishedText.Passage::said).toList();
        assertTrue(said.indexOf("一、泾川县2023年") < said.indexOf("二、泾川县2024年"), said.toString());
        assertTrue(said.get(1).contains("20.83"), said.toString());
        assertTrue(said.get(said.size() - 1).contains("20.62"), said.toString());
    }

    @Test
    void a_text_in_gbk_is_read() {
        byte[] gbk = "泾川县2024年统计公报\n年末常住人口20.62万人。".getBytes(Charset.forName("GBK"));
        PublishedText text = Objects.requireNonNull(READER.read("公报.txt", gbk).text());
        assertEquals("泾川县2024年统计公报", text.title());
    }

    private static byte[] pdf(String password) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String refusal(String name, byte[] bytes) {
        return String.valueOf(READER.read(name, bytes).problem());
    }

    private static PublishedText text(String content) {
        return Objects.requireNonNull(
                READER.read(content.lines().findFirst().orElse("") + ".txt", content.getBytes(StandardCharsets.UTF_8))
                        .text());
    }

    private static List<String> of(String content) {
        return PREFILL
                .propose(
                        List.of(text(content)),
                        Objects.requireNonNull(Given.BOOK.places().get("620821")),
                        2026)
                .proposals()
                .stream()
                .map(one -> one.indicator().id() + " " + one.value().toPlainString() + " " + one.year())
                .toList();
    }
}
