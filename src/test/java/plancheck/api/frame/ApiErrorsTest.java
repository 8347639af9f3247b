package plancheck.api.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.service.Browser;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whatever goes wrong is told in the same way. */
class ApiErrorsTest {
    private static final String PATH = "/api/v1/assessments";

    private final TestService service = TestService.shared();
    private final Client client = Client.of(service, "", Scope.ASSESS);

    @Test
    void without_a_token_nobody_is_let_in() {
        problem(401, Client.with(service, "").get(PATH));
        problem(401, Client.with(service, "plancheck_guess").get(PATH));
        problem(403, Client.of(service, "", Scope.READ_DOSSIERS).get(PATH));
    }

    @Test
    void who_is_not_let_in_is_told_in_his_language_where() {
        Client.Answer nobody = Client.with(service, "").get(PATH, "Accept-Language", "en");
        assertEquals(
                "It takes a valid token: Authorization: Bearer …",
                nobody.json().at("/detail").asString());
        assertEquals(PATH, nobody.json().at("/instance").asString());
        assertEquals("Bearer", nobody.header("WWW-Authenticate"));
        problem(401, Client.with(service, "plancheck_guess").get("/v3/api-docs"));
    }

    @Test
    void what_is_missing_is_named() {
        Client writer = Client.of(service, "620821", Scope.READ_DOSSIERS, Scope.WRITE_DOSSIERS);
        String evidence = "/api/v1/dossiers/" + UUID.randomUUID() + "/evidence";
        String type = "multipart/form-data; boundary=x";
        Client.Answer noFile = writer.post(
                evidence, type, "--x\r\nContent-Disposition: form-data; name=\"figure\"\r\n\r\n/villages\r\n--x--\r\n");
        problem(400, noFile);
        assertEquals("缺少参数 file", noFile.json().at("/detail").asString());
        Client.Answer noFigure = writer.post(
                evidence,
                type,
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nx\r\n--x--\r\n");
        problem(400, noFigure);
        assertEquals("缺少参数 figure", noFigure.json().at("/detail").asString());
    }

    @Test
    void what_is_not_there_is_not_found() {
        problem(404, client.get(PATH + "/" + UUID.randomUUID()));
        problem(404, client.get(PATH + "/nonsense"));
        problem(404, client.get(PATH + "/a/b/c/d"));
        problem(404, client.get("/api/v1/rulebook/nothing"));
    }

    @Test
    void what_is_refused_before_anybody_looks_at_it_is_told_in_the_same_way() {
        Client.Answer noId = client.get("/api/v1/assessments//report");
        problem(400, noId);
        assertEquals("路径里有空的一段（//），是否少写了编号？", detail(noId));
        problem(400, client.get("/api/v1/assessments;x=1"));
    }

    @Test
    void a_path_that_nobody_answers_is_not_found_whoever_asks() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        for (String path : List.of("/api", "/api/", "/api/v1", "/api/v1/nonsense", "/api/v2/assessments")) {
            problem(404, client.get(path));
            problem(404, Client.with(service, "").get(path));
            HttpResponse<String> answer = officer.get(path);
            assertEquals(404, answer.statusCode(), path);
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""),
                    path);
        }
    }

    @Test
    void what_is_only_read_says_so_to_whom_would_write() {
        Client.Answer answer = Client.with(service, "").post("/api/v1/plans", "application/json", "{}");
        problem(405, answer);
        assertEquals("GET", answer.header("Allow"));
        assertEquals("这个路径不支持这种方法，可用：GET", detail(answer));
    }

    @Test
    void a_wrong_method_is_answered_with_the_right_ones() {
        Client.Answer answer = client.delete(PATH);
        problem(405, answer);
        assertTrue(answer.header("Allow").contains("POST"), answer.header("Allow"));
    }

    @Test
    void a_wrong_media_type_is_answered_with_the_right_ones() {
        Client.Answer answer = client.post(PATH, "application/x-www-form-urlencoded", "a=b");
        problem(415, answer);
        assertTrue(answer.header("Accept").contains("application/yaml"), answer.header("Accept"));
        assertEquals(
                "不支持这种 Content-Type，可用：application/yaml、application/x-yaml、text/yaml、application/json、text/plain、"
                        + "application/octet-stream、application/vnd.openxmlformats-officedocument.spreadsheetml.sheet、"
                        + "application/vnd.ms-excel",
                detail(answer));
        Client.Answer english = client.post("/api/v1/whatif?lang=en", "application/yaml", "a: b");
        assertEquals("This Content-Type is not supported; there are application/json", detail(english));
        problem(406, client.post(PATH, "application/yaml", "kind: x", "Accept", "image/png"));
        problem(406, client.post(PATH, "application/yaml", "kind: x", "Accept", "no/type/at/all"));
    }

    @Test
    void what_is_no_dossier_has_problems() {
        problem(422, client.post(PATH, "application/json", "{"));
        problem(422, client.post(PATH, "application/json", ""));
        problem(422, client.post(PATH, "application/yaml", "[1, 2]"));
        problem(422, client.post(PATH, "application/yaml", new byte[] {0, 1, 2, 3}));
    }

    @Test
    void a_dossier_that_lost_its_lines_on_the_way_is_told_how_to_keep_them() {
        String dossier = new String(Dossiers.bytes("jingchuan-2023"), StandardCharsets.UTF_8);
        String sentByCurl = dossier.replaceAll("[\r\n]", "");
        for (String path : List.of(PATH, PATH + "?lang=zh")) {
            Client.Answer answer = client.post(path, "application/yaml", sentByCurl);
            problem(422, answer);
            assertEquals(
                    "材料只有一行，换行在发送时丢失了", answer.json().at("/errors/0/message").asString());
            assertTrue(answer.text().contains("--data-binary"), answer.text());
        }
        String json = new JsonMapper().writeValueAsString(new YAMLMapper().readTree(dossier));
        assertFalse(json.contains("\n"));
        assertEquals(201, client.post(PATH, "application/json", "\uFEFF" + json).status());
    }

    @Test
    void a_header_in_chinese_is_refused_and_not_taken_for_a_failure() throws IOException {
        URI root = client.request(PATH).build().uri();
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            String request = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + client.token()
                    + "\r\nContent-Type: application/yaml\r\nIdempotency-Key: 审批1\r\nContent-Length: 7\r\n"
                    + "Connection: close\r\n\r\nkind: x";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("请求头里有不能用的字符"), answer);
        }
    }

    @Test
    void a_property_of_another_sort_is_named() {
        Client owner = Client.of(service, "", Scope.WEBHOOKS, Scope.READ_DOSSIERS);
        Client.Answer answer = owner.post(
                "/api/v1/webhooks",
                "application/json",
                "{\"url\": \"https://example.cn/x\", \"events\": \"dossier.submitted\"}");
        problem(400, answer);
        assertEquals("请求内容中的 events 不是所要求的样子", detail(answer));
        problem(400, owner.post("/api/v1/webhooks", "application/json", "{"));
    }

    @Test
    void what_is_too_large_is_not_read() {
        problem(413, client.post(PATH, "application/yaml", new byte[10 * 1024 * 1024 + 1]));
    }

    @Test
    void a_wrong_language_is_said() {
        problem(400, client.post(PATH + "?lang=fr", "application/yaml", "kind: x"));
    }

    @Test
    void who_asks_in_english_is_told_in_english() {
        Client.Answer answer = client.get(PATH + "/nonsense", "Accept-Language", "en");
        assertEquals("There is no nonsense", answer.json().at("/detail").asString());
        assertEquals(
                "没有“nonsense”",
                client.get(PATH + "/nonsense").json().at("/detail").asString());
    }

    @Test
    void a_refusal_and_a_missing_token_are_told_in_english_too() {
        UUID id = UUID.randomUUID();
        assertEquals("There is no assessment " + id, detail(client.get(PATH + "/" + id, "Accept-Language", "en-GB")));
        assertEquals("没有编号为" + id + "的检查结果", detail(client.get(PATH + "/" + id)));
        Client nobody = Client.with(service, "");
        assertTrue(detail(nobody.get(PATH, "Accept-Language", "en")).startsWith("It takes a valid token"));
        assertTrue(detail(nobody.get(PATH)).startsWith("需要有效的令牌"));
        assertEquals("Bearer", nobody.get(PATH).header("WWW-Authenticate"));
        Client reader = Client.of(service, "", Scope.READ_DOSSIERS);
        Client.Answer refused = reader.get(PATH);
        assertEquals("这个令牌没有所需的权限 assess", detail(refused));
        assertEquals("Bearer error=\"insufficient_scope\", scope=\"assess\"", refused.header("WWW-Authenticate"));
    }

    @Test
    void the_parameter_outweighs_the_header_and_other_languages_are_passed_over() {
        String chinese = "没有“nonsense”";
        String english = "There is no nonsense";
        assertEquals(english, detail(client.get(PATH + "/nonsense?lang=en", "Accept-Language", "zh")));
        assertEquals(chinese, detail(client.get(PATH + "/nonsense?lang=zh", "Accept-Language", "en")));
        assertEquals(english, detail(client.get(PATH + "/nonsense", "Accept-Language", "fr, en;q=0.8, zh;q=0.5")));
        assertEquals(chinese, detail(client.get(PATH + "/nonsense", "Accept-Language", "en;q=0.5, zh-CN")));
        assertEquals(chinese, detail(client.get(PATH + "/nonsense", "Accept-Language", "fr")));
    }

    private static String detail(Client.Answer answer) {
        return answer.json().at("/detail").asString();
    }

    private static void problem(int status, Client.Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer.header("Content-Type"));
        assertEquals(status, answer.json().at("/status").asInt());
        assertFalse(answer.json().at("/detail").asString().isEmpty());
        assertFalse(answer.json().at("/title").asString().isEmpty());
        assertFalse(answer.text().contains("Exception"), answer.text());
    }
}
