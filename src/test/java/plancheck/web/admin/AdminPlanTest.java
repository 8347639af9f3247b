package plancheck.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import plancheck.plan.text.OfficialTexts;
import plancheck.service.Browser;
import plancheck.service.TestService;

/** An administrator adds official texts. A service of its own, because a text changes what all pages show. */
class AdminPlanTest {
    private static final TestService service = TestService.start(Map.of());

    private final Browser admin = Browser.signedIn(service, "administrator");

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_file_that_is_no_plan_is_refused_with_the_reason() {
        assertRefused("notes.txt", "会议记录".getBytes(StandardCharsets.UTF_8), "认不出这是哪个规划的原文");
        assertRefused("empty.txt", new byte[0], "请选择规划原文的文本文件");
        assertRefused("plan.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "是 PDF 或 Word 文件");
        assertRefused("gbk.txt", "会议记录".getBytes(Charset.forName("GBK")), "认不出这是哪个规划的原文");
        assertRefused("damaged.txt", new byte[] {'a', (byte) 0xFF}, "第1行有损坏的字节");
        assertRefused(413, "large.txt", new byte[5 * 1024 * 1024 + 1], "不超过5兆字节");
        assertRefused("../../<b>evil.txt", "x".getBytes(StandardCharsets.UTF_8), "认不出");
        assertTrue(admin.get("/admin/plans").body().contains("还没有导入原文"));
    }

    @Test
    void a_file_larger_than_any_upload_may_be_is_refused_in_words_too() {
        HttpResponse<String> page = upload("huge.txt", new byte[30 * 1024 * 1024]);
        assertEquals(413, page.statusCode());
        assertTrue(page.body().contains("上传的文件过大"));
    }

    @Test
    void a_form_without_a_file_is_refused() {
        admin.get("/admin/plans");
        HttpResponse<String> page = admin.post("/admin/plans", Map.of());
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("请选择规划原文的文本文件"));
    }

    @Test
    void an_official_text_is_recognised_checked_and_from_then_on_shown_with_the_words_marked() {
        Map<String, String> raw = OfficialTexts.raw();
        raw.forEach((plan, text) -> {
            assertEquals(
                    302, upload("原文.txt", text.getBytes(StandardCharsets.UTF_8)).statusCode());
            String page = admin.get("/admin/plans").body();
            assertTrue(page.contains("全部相符"), plan);
        });
        Browser anybody = new Browser(service);
        String clause = anybody.get("/plans/pingliang/clause?path=%E5%85%AD/%EF%BC%88%E4%B8%80%EF%BC%89/3")
                .body();
        assertTrue(clause.contains("<mark class=\"anchor\">"));
        assertTrue(clause.contains("class=\"anchor-of\" href=\"/plans/provision/PL-6.1-3-d\""));
        String provision = anybody.get("/plans/provision/PL-6.1-3-d").body();
        assertTrue(provision.contains("<mark class=\"anchor\">完成1965个自然村</mark>"));
        assertTrue(
                anybody.get("/plans/provision/PL-3.2-B2-2-g").body().contains("97.5%</mark>"),
                "a percent sign belongs to its figure");
        assertTrue(anybody.get("/plans/search?q=1965").body().contains("/plans/pingliang/clause"));

        Browser auditor = Browser.signedIn(service, "auditor");
        String trail = auditor.get("/audit?what=plan.").body();
        assertTrue(trail.contains("导入规划原文") && trail.contains("administrator"));
        assertFalse(auditor.get("/audit?what=token.").body().contains("导入规划原文</td>"));
    }

    private void assertRefused(String name, byte[] content, String why) {
        assertRefused(422, name, content, why);
    }

    private void assertRefused(int status, String name, byte[] content, String why) {
        HttpResponse<String> page = upload(name, content);
        assertEquals(status, page.statusCode(), name);
        assertTrue(page.body().contains(why), name + ": " + why);
        assertFalse(page.body().contains("<b>evil"));
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        admin.get("/admin/plans");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + admin.csrf()
                        + "\r\n--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return admin.send(admin.request("/admin/plans")
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
