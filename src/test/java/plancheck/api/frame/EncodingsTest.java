package plancheck.api.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How bodies are packed and named, and how an answer is told from that in another language. */
class EncodingsTest {
    private static final String PATH = "/api/v1/assessments";

    private final TestService service = TestService.shared();
    private final Client client = Client.of(service, "", Scope.values());
    private final byte[] dossier = Dossiers.bytes("sewage-project");

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private Client.Answer packed(String path, String type, byte[] body) {
        return client.post(path, type, body, "Content-Encoding", "gzip", "Prefer", "return=minimal");
    }

    @Test
    void yaml_goes_by_each_of_its_names() {
        for (String type : List.of("application/yaml", "application/x-yaml", "text/yaml", "text/yaml; charset=utf-8")) {
            assertEquals(201, client.post(PATH, type, dossier).status(), type);
        }
    }

    @Test
    void a_body_in_gzip_is_taken_like_any_other() {
        Client.Answer made = packed(PATH, "application/yaml", gzip(dossier));
        assertEquals(201, made.status(), made.text());
        String stored = made.json().at("/links/dossier").asString();
        assertTrue(Arrays.equals(dossier, client.get(stored).response().body()));
        byte[] webhook = "{\"url\": \"http://localhost/\", \"events\": [\"all\"]}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                422,
                packed("/api/v1/webhooks", "application/json", gzip(webhook)).status());
    }

    @Test
    void a_batch_in_gzip_is_answered_line_by_line_and_says_where_it_broke_off() {
        String line = "{\"dossier\": "
                + new JsonMapper().writeValueAsString(new String(dossier, StandardCharsets.UTF_8)) + "}\n";
        byte[] whole = gzip((line + line).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("completed", "completed"),
                lines(whole).map(answer -> answer.at("/state").asString()).toList());
        List<JsonNode> broken = lines(Arrays.copyOf(whole, whole.length - 9)).toList();
        assertEquals(400, broken.get(broken.size() - 1).at("/problem/status").asInt(), broken.toString());
    }

    private java.util.stream.Stream<JsonNode> lines(byte[] batch) {
        Client.Answer answer = packed("/api/v1/batches", "application/x-ndjson", batch);
        assertEquals(200, answer.status(), answer.text());
        return answer.text().lines().map(new JsonMapper()::readTree);
    }

    @Test
    void what_is_no_whole_gzip_or_packed_otherwise_is_refused() {
        assertEquals(400, packed(PATH, "application/yaml", dossier).status());
        byte[] whole = gzip(dossier);
        assertEquals(
                400,
                packed(PATH, "application/yaml", Arrays.copyOf(whole, whole.length / 2))
                        .status());
        Client.Answer other = client.post(PATH, "application/yaml", whole, "Content-Encoding", "br");
        assertEquals(415, other.status(), other.text());
        assertEquals("gzip", other.header("Accept-Encoding"));
        assertEquals(
                401,
                Client.with(service, "")
                        .post(PATH, "application/yaml", whole, "Content-Encoding", "br")
                        .status());
    }

    @Test
    void a_small_body_that_swells_is_read_no_further_than_any_other() {
        byte[] bomb = gzip(new byte[200 * 1024 * 1024]);
        assertTrue(bomb.length < 1024 * 1024);
        Client.Answer answer = packed(PATH, "application/yaml", bomb);
        assertEquals(413, answer.status(), answer.text());
        assertEquals(413, packed("/api/v1/dossiers", "application/yaml", bomb).status());
        byte[] blanks = " ".repeat(200 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                413,
                packed("/api/v1/webhooks", "application/json", gzip(blanks)).status());
    }

    @Test
    void an_answer_kept_in_one_language_is_not_taken_for_that_in_another() {
        Client.Answer zh = client.get("/api/v1/plans?lang=zh");
        Client.Answer en = client.get("/api/v1/plans?lang=en");
        assertNotEquals(zh.header("ETag"), en.header("ETag"));
        assertEquals(
                304,
                client.get("/api/v1/plans", "Accept-Language", "en", "If-None-Match", en.header("ETag"))
                        .status());
        assertEquals(
                200,
                client.get("/api/v1/plans", "Accept-Language", "zh", "If-None-Match", en.header("ETag"))
                        .status());
    }
}
