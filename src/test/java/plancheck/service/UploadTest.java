package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plancheck.workflow.DossierDesk;

/** Files that are too large, or none at all. */
class UploadTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final TestService service = TestService.shared();

    private HttpResponse<String> upload(Browser browser, String path, int size) {
        return upload(browser, path, "a.pdf", new byte[size]);
    }

    private HttpResponse<String> upload(Browser browser, String path, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + browser.csrf() + "\r\n");
        write(body, "--x\r\nContent-Disposition: form-data; name=\"figure\"\r\n\r\n/figures/x\r\n");
        write(body, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--x--\r\n");
        return browser.send(browser.request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_dossier_in_gbk_is_read_and_a_table_in_gbk_is_told_to_be_one() {
        Charset gbk = Charset.forName("GBK");
        byte[] dossier = """
                plancheck: 1
                kind: self-assessment
                id: a
                title: 泾川县自评
                place: "620821"
                as-of: "2024-12-31"
                """.getBytes(gbk);
        Browser anybody = new Browser(service);
        String form = upload(anybody, "/check/upload", "a.pdf", dossier).body();
        assertTrue(form.contains("泾川县自评") && form.contains("已按 GBK 读取"), form);
        String table = upload(anybody, "/check/upload", "a.pdf", "名称,户数\n甲村,42\n".getBytes(gbk))
                .body();
        assertTrue(table.contains("这是一张表格（CSV），不是申报材料"), table);
        Browser officer = Browser.signedIn(service, "jingchuan");
        HttpResponse<String> begun = upload(officer, "/dossiers/upload", "a.pdf", dossier);
        assertTrue(begun.statusCode() == 302 || begun.body().contains("泾川县自评"), begun.body());
    }

    @Test
    void whoever_uploads_far_too_much_is_told_how_much_is_taken() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        for (String path : new String[] {"/check/upload", "/dossiers/upload", draft()}) {
            HttpResponse<String> answer = upload(officer, path, 30 * MEGABYTE);
            assertEquals(413, answer.statusCode(), path);
            assertTrue(answer.body().contains("20兆"), path + answer.body());
        }
        assertEquals(
                413,
                upload(new Browser(service), "/check/upload", 30 * MEGABYTE).statusCode());
    }

    @Test
    void a_file_that_is_a_little_too_large_is_told_of_where_it_was_chosen() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        HttpResponse<String> answer = upload(officer, draft(), 20 * MEGABYTE + 1);
        assertEquals(413, answer.statusCode());
        String evidence = answer.body();
        assertTrue(evidence.contains("超过20兆字节"), evidence);
        String dossier = upload(officer, "/check/upload", 20 * MEGABYTE + 1).body();
        assertTrue(dossier.contains("超过10兆"), dossier);
    }

    @Test
    void a_long_name_is_no_large_file() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        String pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        byte[] content = pdf.getBytes(StandardCharsets.UTF_8);
        String path = draft().replace("/figures/x", "");
        for (int length : new int[] {200, 255, 1000}) {
            HttpResponse<String> answer = upload(officer, path, "长".repeat(length) + ".pdf", content);
            assertTrue(answer.statusCode() != 413, length + ": " + answer.statusCode() + answer.body());
            assertTrue(!answer.body().contains("过大"), answer.body());
        }
    }

    @Test
    void evidence_keeps_its_name_in_whatever_encoding_it_was_sent_and_as_long_as_a_name_may_be() throws IOException {
        Browser officer = Browser.signedIn(service, "jingchuan");
        String pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        String path = "/dossiers/"
                + service.bean(DossierDesk.class)
                        .create(
                                service.actor("jingchuan"),
                                "620821",
                                "self-assessment",
                                "",
                                OwnId.of(Files.readAllBytes(Path.of("test-cases", "dossiers", "jingchuan-2023.yaml"))))
                        .id();
        String rest = "村".repeat(247) + ".pdf";
        Map<String, byte[]> sent = Map.of(
                "GBK", ("filename=\"GBK " + rest + "\"").getBytes(Charset.forName("GBK")),
                "UTF", ("filename=\"UTF " + rest + "\"").getBytes(StandardCharsets.UTF_8),
                "ESC",
                        ("filename*=UTF-8''ESC"
                                        + URLEncoder.encode(" " + rest, StandardCharsets.UTF_8)
                                                .replace("+", "%20"))
                                .getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> one : sent.entrySet()) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            write(body, "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + officer.csrf() + "\r\n");
            write(
                    body,
                    "--x\r\nContent-Disposition: form-data; name=\"figure\"\r\n\r\n/figures/land-revenue-share\r\n");
            write(body, "--x\r\nContent-Disposition: form-data; name=\"file\"; ");
            body.writeBytes(one.getValue());
            write(body, "\r\n\r\n" + pdf + "\r\n--x--\r\n");
            HttpResponse<String> answer = officer.send(officer.request(path + "/evidence")
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofByteArray(body.toByteArray())));
            assertTrue(answer.statusCode() < 400, answer.statusCode() + answer.body());
            String kept = one.getKey() + " " + "村".repeat(180); // names are shortened to 200 characters
            assertTrue(officer.get(path + "/evidence").body().contains(kept), kept);
        }
    }

    private String draft() {
        return "/dossiers/"
                + service.bean(DossierDesk.class)
                        .create(service.actor("jingchuan"), "620821", "project", "", new byte[0])
                        .id()
                + "/evidence";
    }

    @Test
    void an_upload_without_the_forms_token_is_not_let_in() {
        Browser stranger = new Browser(service);
        for (String path : new String[] {"/dossiers/upload", draft()}) {
            HttpResponse<String> answer = upload(stranger, path, 10);
            assertEquals(302, answer.statusCode(), path);
            assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/login"), path);
        }
    }

    @Test
    void an_upload_without_a_file_is_a_mistake_of_whoever_sent_it() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        HttpResponse<String> answer = officer.post("/dossiers/upload", Map.of());
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, "" + answer.statusCode());
        assertTrue(!answer.body().contains("内部出错"), "it is not the service's fault");
    }
}
