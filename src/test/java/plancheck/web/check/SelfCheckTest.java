package plancheck.web.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.HtmlUtils;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.reading.DossierReader;
import plancheck.dossier.reading.Given;
import plancheck.report.Report;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.sheet.DossierWorkbook;
import plancheck.web.frame.PageForm;

/** The self-check as a county meets it, mostly without scripts. */
public class SelfCheckTest {
    private static final String BLANK = "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31";
    private static final String SEWAGE = "/figures/county-seat-sewage-treatment-rate/value";

    /** Help beside a field and above a table, and what a select offers. */
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final TestService service = TestService.shared();
    private final Browser browser = new Browser(service);

    @Test
    void a_county_is_asked_and_told_what_decides_most() {
        assertTrue(browser.get("/check").body().contains("泾川县"));
        String page = browser.get(BLANK).body();
        assertTrue(page.contains("县城污水处理率"), page.substring(0, 500));
        assertTrue(page.contains("已填 0/共"));
        assertTrue(page.matches("(?s).*再填\\d项即可判定\\d+条未定规定.*"));
        assertTrue(browser.get(BLANK + "&open=all").body().contains("href=\"/plans/provision/PL-3.2-B2-2-g\""));
    }

    @Test
    void the_document_that_an_answer_or_a_stage_needs_is_asked_for_beside_it() {
        Document page = Jsoup.parse(browser.get(BLANK + "&open=all").body());
        for (String needs : new String[] {"/declarations/PL-3.2-B2-1-a", "/named-projects/PL-3.2-B2-1-w"}) {
            assertEquals(1, page.select(".proof [name=" + needs + "/evidence]").size(), needs);
            assertEquals(1, page.select("[name=" + needs + "/evidence]").size(), needs);
        }
    }

    @Test
    void a_figure_that_is_filled_in_has_its_finding_on_the_next_page() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put(SEWAGE, "80");
        String page = browser.post("/check/form", fields).body();
        assertEquals("80", PageForm.of(page).get(SEWAGE));
        String findings = browser.post("/check/findings", fields).body();
        assertTrue(findings.contains("未到期") && findings.contains("县城污水处理率"), findings);
        assertTrue(findings.contains("还差17.5个百分点"), findings);
        assertFalse(findings.contains("<html"), "a fragment");
        assertTrue(findings.contains("hx-post=\"/check/findings\""), "the rest of a group can be asked for again");
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field_and_the_rest_is_checked_all_the_same() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put(SEWAGE, "97,2");
        fields.put("/figures/refuse-resource-used/value", "１２余");
        fields.put("/figures/refuse-collected/value", "３．５万吨");
        String page = browser.post("/check/form", fields).body();
        assertEquals("97,2", PageForm.of(page).get(SEWAGE));
        assertTrue(page.contains("有2处问题"), said(page));
        assertFalse(page.contains("读作3.5"), "３．５万吨 reads as it was written");
        fields.put("/figures/refuse-collected/value", "３５０００吨");
        assertTrue(browser.post("/check/form", fields).body().contains("“３５０００吨”读作3.5万吨"));
        assertTrue(page.contains("aria-describedby=\"p" + SEWAGE + "\"") || page.contains(" p" + SEWAGE + "\""));
        assertTrue(page.contains("href=\"#f" + SEWAGE + "\""));
        assertTrue(page.contains("id=\"p/figures/refuse-resource-used/value\""));
        assertTrue(page.contains("有2处问题"), said(page));
        assertTrue(page.contains("尚不能判定"), "a verdict on the rest");
    }

    @Test
    void what_is_only_counted_is_left_out_like_what_is_told_and_the_rest_is_checked() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put(SEWAGE, "80");
        for (int row = 0; row < 40; row++) {
            fields.put("/villages/" + row + "/name", "甲" + row + "村");
            fields.put("/villages/" + row + "/households", "约30");
        }
        String page = browser.post("/check/form", fields).body();
        assertTrue(page.contains("同样的问题还有35处"), said(page));
        String findings = browser.post("/check/findings", fields).body();
        assertTrue(findings.contains("还差17.5个百分点"), findings);
    }

    @Test
    void rows_are_added_pasted_and_removed_without_scripts() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put("/villages/0/name", "甲村");
        fields.put("action", "add:villages");
        Map<String, String> more =
                PageForm.of(browser.post("/check/form", fields).body());
        assertTrue(more.containsKey("/villages/2/name"), more.keySet().toString());

        more.put("paste:villages", "名称\t常住户数\n乙村\t42\n丙村\t四十\n");
        more.put("action", "paste:villages");
        String page = browser.post("/check/form", more).body();
        Map<String, String> pasted = PageForm.of(page);
        assertEquals("甲村", pasted.get("/villages/0/name"));
        assertEquals("乙村", pasted.get("/villages/1/name"));
        assertEquals("丙村", pasted.get("/villages/2/name"));
        assertTrue(page.contains("已填入2行"));
        assertTrue(page.contains("粘贴内容第3行"), "the row of what was pasted");

        pasted.put("action", "remove:villages/1");
        Map<String, String> left =
                PageForm.of(browser.post("/check/form", pasted).body());
        assertEquals("甲村", left.get("/villages/0/name"));
        assertEquals("丙村", left.get("/villages/1/name"));
    }

    @Test
    void an_uploaded_dossier_goes_through_the_form_unharmed() throws IOException {
        for (String name : new String[] {"jingchuan-2023.yaml", "pingliang-2022.yaml", "village-road-project.yaml"}) {
            byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers", name));
            HttpResponse<String> uploaded = upload(browser, "/check/upload", name, dossier, "");
            assertEquals(200, uploaded.statusCode());
            for (String format : new String[] {"json", "yaml"}) {
                HttpResponse<String> again =
                        browser.post("/check/dossier?format=" + format, PageForm.of(uploaded.body()));
                String saved = again.headers().firstValue("Content-Disposition").orElse("");
                assertTrue(saved.startsWith("attachment") && saved.contains("." + format), saved);
                assertEquals(outcomes(dossier), outcomes(again.body().getBytes(StandardCharsets.UTF_8)), name);
            }
        }
    }

    @Test
    void a_form_goes_out_as_a_workbook_and_comes_back_as_it_was() throws IOException {
        byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
        DossierWorkbook workbooks = new DossierWorkbook(Given.BOOK);
        byte[] book = workbooks.write(workbooks.asked(dossier).orElseThrow(), dossier, false);
        HttpResponse<String> uploaded = upload(browser, "/check/upload", "填报表.xlsx", book, "");
        assertEquals(200, uploaded.statusCode());
        String json =
                browser.post("/check/dossier", PageForm.of(uploaded.body())).body();
        assertEquals(outcomes(dossier), outcomes(json.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> saved = browser.post("/check/dossier?format=xlsx", PageForm.of(uploaded.body()));
        assertEquals(200, saved.statusCode());
        assertTrue(saved.headers().firstValue("Content-Disposition").orElse("").contains(".xlsx"));
        String broken = upload(browser, "/check/upload", "x.xlsx", Arrays.copyOf(book, 900), "")
                .body();
        assertTrue(broken.contains("表格文件已损坏"), said(broken));
    }

    private String outcomes(byte[] dossier) {
        Report report = service.bean(ComplianceCheck.class)
                .check(service.bean(DossierReader.class).read(dossier).orThrow());
        StringBuilder said = new StringBuilder(report.dossier().title());
        report.findings()
                .forEach(f -> said.append('\n')
                        .append(f.provision())
                        .append(f.subject())
                        .append(f.outcome())
                        .append(f.measured())
                        .append(f.basis())
                        .append(f.left())
                        .append(f.assumed()));
        return said.toString();
    }

    @Test
    void what_nobody_asks_for_is_kept_and_can_be_corrected() {
        String dossier = """
                plancheck: 1
                kind: self-assessment
                id: x
                title: t
                place: "620821"
                as-of: 2024-12-31
                figures: { urbanisation-rate: 42, nonsense: 5 }
                villages: [ { name: 甲村, colour: red } ]
                """;
        String page = upload(browser, "/check/upload", "x.yaml", dossier.getBytes(StandardCharsets.UTF_8), "")
                .body();
        assertTrue(page.contains("id=\"p/figures/nonsense\""), "said beside it");
        Map<String, String> sent = PageForm.of(page);
        sent.put("action", "open:list-villages");
        Map<String, String> fields =
                PageForm.of(browser.post("/check/form", sent).body());
        assertEquals("42", fields.get("/figures/urbanisation-rate/value"));
        assertEquals("5", fields.get("/figures/nonsense"));
        assertEquals("red", fields.get("/villages/0/colour"));
    }

    @Test
    void a_file_that_is_no_dossier_is_refused_in_words() {
        String page = upload(browser, "/check/upload", "x.yaml", "].[".getBytes(StandardCharsets.UTF_8), "")
                .body();
        assertTrue(page.contains("请先改正"));
        String other = upload(browser, "/check/upload", "x.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, "")
                .body();
        assertTrue(other.contains("请先改正"));
        assertTrue(upload(browser, "/check/upload", "x.yaml", "a: 1".getBytes(StandardCharsets.UTF_8), "")
                .body()
                .contains("没有可以识别的地区"));
    }

    @Test
    void without_a_date_nothing_is_judged_and_the_page_says_why() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put("/as-of", "2024-13-31");
        String findings = browser.post("/check/findings", fields).body();
        assertTrue(findings.contains("还不能判定任何规定：没有填写或无法识别截止日"), findings);
        assertTrue(findings.contains("href=\"#f/as-of\""), findings);
    }

    @Test
    void hostile_names_and_values_are_only_text() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        String hostile = "\"><script>alert(1)</script>";
        fields.put("/villages/0/name", hostile);
        fields.put("/title", hostile);
        fields.put("/figures/" + hostile + "/value", hostile);
        fields.put(hostile, hostile);
        fields.put("rows:villages", "99999999999999");
        fields.put("action", hostile);
        fields.put("open", "left");
        String page = browser.post("/check/form", fields).body();
        assertFalse(page.contains("<script>alert"));
        assertEquals(hostile, PageForm.of(page).get("/villages/0/name"));
        assertEquals(hostile, PageForm.of(page).get("/figures/" + hostile + "/value"));
        String name = browser.post("/check/dossier", Map.of("/id", "..\\../a\"b\r\nX: y", "/place", "620821"))
                .headers()
                .firstValue("Content-Disposition")
                .orElse("");
        assertTrue(name.startsWith("attachment") && !name.contains(".." + "/") && !name.contains("\n"), name);
    }

    @Test
    void whoever_asks_for_no_place_is_asked_for_one() {
        assertTrue(browser.get("/check/form").body().contains("请选择地区"));
        assertTrue(browser.get("/check/form?place=620821&kind=project").body().contains("请选择地区"));
        assertEquals(
                302, browser.post("/check/form", Map.of("/place", "000000")).statusCode());
        assertEquals(
                200,
                browser.get("/check/form?place=620821&kind=self-assessment&as-of=nonsense")
                        .statusCode());
    }

    @Test
    void every_place_and_kind_of_project_has_its_form() {
        List<String> places = List.of("620800", "620802", "620881");
        for (String place : places) {
            assertEquals(
                    200,
                    browser.get("/check/form?place=" + place + "&kind=self-assessment&as-of=2025-12-31")
                            .statusCode());
        }
        int turn = 0;
        for (String sector : service.book().sectors().keySet()) {
            String place = places.get(turn++ % places.size());
            HttpResponse<String> form =
                    browser.get("/check/form?place=" + place + "&kind=project&sector=" + sector + "&site=rest");
            assertEquals(200, form.statusCode(), place + sector);
            assertTrue(PageForm.of(form.body()).containsKey("/project/completion"));
        }
    }

    @Test
    void nothing_is_stored_and_nobody_gets_a_session() {
        JdbcTemplate database = service.bean(JdbcTemplate.class);
        String counted = "select (select count(*) from dossier) + (select count(*) from assessment)"
                + " + (select count(*) from audit_entry)";
        Integer before = database.queryForObject(counted, Integer.class);
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put(SEWAGE, "98");
        HttpResponse<String> answer = browser.post("/check/form", fields);
        browser.post("/check/findings", fields);
        browser.post("/check/report?format=json", fields);
        assertEquals(before, database.queryForObject(counted, Integer.class));
        assertTrue(
                answer.headers().allValues("Set-Cookie").isEmpty(),
                answer.headers().toString());
    }

    @Test
    void the_findings_of_a_whole_county_stay_small_and_the_rest_comes_when_asked_for() throws IOException {
        byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
        Map<String, String> fields = PageForm.of(
                upload(browser, "/check/upload", "x.yaml", dossier, "").body());
        String findings = browser.post("/check/findings", fields).body();
        assertTrue(findings.getBytes(StandardCharsets.UTF_8).length < 100_000);
        assertTrue(findings.contains("再填"), findings);
        assertFalse(findings.contains("材料第"), "lines mean nothing here");
        fields.put("action", "all:pass");
        String all = browser.post("/check/findings", fields).body();
        assertTrue(all.length() > findings.length() * 3);
    }

    @Test
    void reports_come_as_files_in_three_formats_and_two_languages() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        for (String format : new String[] {"html", "json", "text"}) {
            HttpResponse<String> report = browser.post("/check/report?format=" + format, fields);
            assertEquals(200, report.statusCode());
            assertTrue(report.body().contains("620821-2024-ZP"), format);
            assertEquals(
                    "nosniff",
                    report.headers().firstValue("X-Content-Type-Options").orElse(""));
        }
        HttpResponse<String> unknown = browser.post("/check/report?format=docx", fields);
        assertEquals(422, unknown.statusCode());
        assertTrue(unknown.body().contains("docx"), unknown::body);
        String english = browser.get(BLANK + "&lang=en").body();
        assertTrue(english.contains("Self-check: Jingchuan County"));
        assertTrue(english.contains("more figures would decide"));
        browser.get("/check?lang=zh-CN");
    }

    @Test
    void an_english_form_explains_and_offers_in_english() {
        String town = "/check/form?place=620821&kind=project&sector=sewage&site=town&as-of=2024-12-31";
        for (String form : new String[] {BLANK, town}) {
            String page = browser.get(form + "&lang=en").body();
            List<String> explained = Jsoup.parse(page).select("div.form-text, dd, option").eachText().stream()
                    .distinct()
                    .toList();
            assertTrue(explained.size() > 15, explained.toString());
            assertEquals(
                    List.of(),
                    explained.stream()
                            .filter(text -> CHINESE.matcher(text).find())
                            .toList());
        }
        String first = browser.get("/check?lang=en").body();
        assertTrue(first.contains("sewage treatment</option>"), "sectors");
        browser.get("/check?lang=zh-CN");
    }

    @Test
    void an_english_page_says_in_english_what_cannot_be_read() {
        browser.get("/check?lang=en");
        String choose = upload(browser, "/check/upload", "x.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "")
                .body();
        assertTrue(choose.contains("This is no text file. It seems to be a PDF file"), choose);
        assertTrue(choose.contains("rural road") && !choose.contains(">农村公路</option>"), "the sectors");
        assertTrue(
                browser.get("/check/form?place=620821&kind=project").body().contains("Choose a place. For a project"));

        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put("paste:villages", "Name\tHouseholds\nA\tforty\n");
        fields.put("action", "paste:villages");
        String pasted = browser.post("/check/form", fields).body();
        assertTrue(pasted.contains("“forty” is no number. Write digits only"), said(pasted));
        assertFalse(pasted.contains(">主要出口路</option>"), "the choices");
        browser.get("/check?lang=zh-CN");
    }

    private static String said(String page) {
        int at = page.indexOf("id=\"problems\"");
        return at < 0 ? "no problems" : page.substring(at, Math.min(page.length(), at + 1500));
    }

    /** Sends a file as a form with a file field does. */
    public static HttpResponse<String> upload(
            Browser browser, String path, String name, byte[] content, String figure) {
        return upload(browser, path, name, content, Map.of("figure", figure));
    }

    public static HttpResponse<String> upload(
            Browser browser, String path, String name, byte[] content, Map<String, String> others) {
        Map<String, String> fields = new LinkedHashMap<>(others);
        fields.put("_csrf", browser.csrf());
        String line = "--plancheck-test";
        StringBuilder before = new StringBuilder();
        fields.forEach((key, value) -> before.append(line)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(key)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        before.append(line)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] head = before.toString().getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n" + line + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return browser.send(browser.request(path)
                .header("Content-Type", "multipart/form-data; boundary=plancheck-test")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    static String unescaped(String page) {
        return HtmlUtils.htmlUnescape(page);
    }
}
