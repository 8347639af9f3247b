package plancheck.api.assessments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.api.frame.Dossiers;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many dossiers, a line each. */
class BatchesTest {
    private static final String PATH = "/api/v1/batches";
    private static final String NDJSON = "application/x-ndjson";
    private static final JsonMapper JSON = new JsonMapper();

    private final TestService service = TestService.shared();
    private final Client client = Client.of(service, "", Scope.ASSESS);

    /** An envelope with a sample dossier as text. */
    private static String line(String id, String name) {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("id", id)
                .put("dossier", new String(Dossiers.bytes(name), StandardCharsets.UTF_8)));
    }

    @Test
    void a_line_in_gbk_is_read() {
        String dossier = """
                {"plancheck": 1, "kind": "self-assessment", "id": "甲", "title": "泾川县自评", "place": "620821", "as-of": "2024-12-31"}
                """;
        byte[] gbk = dossier.getBytes(Charset.forName("GBK"));
        JsonNode line = lines(client.post(PATH, NDJSON, gbk)).get(0);
        assertEquals("completed", line.at("/state").asString(), line::toString);
        assertEquals("甲", line.at("/id").asString());
    }

    private static List<JsonNode> lines(Client.Answer answer) {
        assertEquals(200, answer.status(), answer.text());
        assertEquals(NDJSON, answer.header("Content-Type").split(";")[0]);
        return answer.text().lines().map(JSON::readTree).toList();
    }

    @Test
    void each_line_is_checked_and_stored() {
        List<JsonNode> answers = lines(
                client.post(PATH, NDJSON, line("a", "sewage-project") + "\n" + line("b", "jingchuan-2023") + "\n"));
        assertEquals(2, answers.size());
        assertEquals("a", answers.get(0).at("/id").asString());
        assertEquals("completed", answers.get(1).at("/state").asString());
        JsonNode report =
                client.get(answers.get(1).at("/links/report").asString()).json();
        assertEquals(report.at("/verdict"), answers.get(1).at("/verdict"));
        assertEquals(report.at("/counts"), answers.get(1).at("/counts"));
        assertEquals(
                new String(Dossiers.bytes("jingchuan-2023"), StandardCharsets.UTF_8),
                client.get(answers.get(1).at("/links/dossier").asString()).text());
    }

    @Test
    void the_first_result_is_there_before_the_last_line_is_sent() throws IOException {
        URI uri = URI.create(service.url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + client.token()
                            + "\r\nContent-Type: " + NDJSON + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(out, line("first", "sewage-project") + "\n");
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("first", next(in).at("/id").asString()); // nothing more has been sent yet
            chunk(out, line("last", "sewage-project"));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertEquals("last", next(in).at("/id").asString());
        }
    }

    @Test
    void more_batches_than_there_is_room_for_are_told_to_come_again() throws IOException {
        URI uri = URI.create(service.url());
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket(uri.getHost(), uri.getPort());
                waiting.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + client.token()
                                + "\r\nContent-Type: " + NDJSON + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                chunk(out, "nonsense\n");
                next(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
            }
            Client.Answer answer = client.post(PATH, NDJSON, "nonsense\n");
            assertEquals(503, answer.status());
            assertEquals("5", answer.header("Retry-After"));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static JsonNode next(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{")) {
                return JSON.readTree(line);
            }
        }
        throw new IOException("the answer ended");
    }

    @Test
    void a_bad_line_is_answered_with_its_number_and_the_batch_goes_on() {
        String good = line("good", "sewage-project");
        List<JsonNode> answers = lines(client.post(
                PATH,
                NDJSON,
                "nonsense\n\n{\"id\": \"x\", \"kind\": \"none\"}\r\n   \n[1]\n{\"dossier\": 1}\n" + good));
        assertEquals(
                List.of(1, 3, 5, 6, 7),
                answers.stream().map(answer -> answer.at("/line").asInt()).toList());
        assertEquals(400, answers.get(0).at("/problem/status").asInt());
        assertEquals(422, answers.get(1).at("/problem/status").asInt());
        assertEquals("x", answers.get(1).at("/id").asString());
        assertEquals("error", answers.get(1).at("/problem/errors/0/severity").asString());
        assertEquals(400, answers.get(2).at("/problem/status").asInt());
        assertEquals(400, answers.get(3).at("/problem/status").asInt());
        assertEquals("completed", answers.get(4).at("/state").asString());
    }

    @Test
    void a_line_that_is_too_long_is_passed_over() {
        String endless = "{\"note\": \"" + "x".repeat(11 * 1024 * 1024) + "\"}";
        List<JsonNode> answers = lines(client.post(PATH, NDJSON, endless + "\n" + line("a", "sewage-project")));
        assertEquals(413, answers.get(0).at("/problem/status").asInt());
        assertEquals("completed", answers.get(1).at("/state").asString());
    }

    @Test
    void a_batch_sent_again_with_its_key_is_not_done_again() {
        String key = UUID.randomUUID().toString();
        String one = line("a", "sewage-project") + "\n";
        List<JsonNode> first = lines(client.post(PATH, NDJSON, one + one, "Idempotency-Key", key));
        List<JsonNode> again = lines(client.post(PATH, NDJSON, one + one + one, "Idempotency-Key", key));
        assertTrue(first.get(0).at("/replayed").isMissingNode());
        assertTrue(again.get(0).at("/replayed").asBoolean());
        assertEquals(first.get(1).at("/assessment"), again.get(1).at("/assessment"));
        assertTrue(again.get(2).at("/replayed").isMissingNode());
        assertEquals(3, client.get("/api/v1/assessments").json().at("/items").size());
        String other = line("a", "jingchuan-2023");
        assertEquals(
                422,
                lines(client.post(PATH, NDJSON, other, "Idempotency-Key", key))
                        .get(0)
                        .at("/problem/status")
                        .asInt());
    }

    @Test
    void a_dossier_may_stand_in_a_line_as_it_is() {
        String dossier = "{\"plancheck\":1,\"kind\":\"self-assessment\",\"id\":\"X-1\",\"title\":\"t\","
                + "\"place\":\"620821\",\"as-of\":\"2024-01-01\"}";
        List<JsonNode> answers =
                lines(client.post(PATH, NDJSON, dossier + "\n{\"dossier\":  " + dossier + " , \"id\": 7}"));
        assertEquals("X-1", answers.get(0).at("/id").asString(), answers.toString());
        assertEquals("7", answers.get(1).at("/id").asString());
        assertEquals(
                dossier,
                client.get(answers.get(0).at("/links/dossier").asString()).text());
        assertEquals(
                dossier,
                client.get(answers.get(1).at("/links/dossier").asString()).text());
    }

    @Test
    void an_empty_batch_has_no_results() {
        assertEquals("", client.post(PATH, NDJSON, "\n\n").text());
        assertEquals(415, client.post(PATH, "application/json", "{}").status());
    }
}
