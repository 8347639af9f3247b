package plancheck.api.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plancheck.access.Scope;
import plancheck.service.Client;
import plancheck.service.OwnId;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;

/** Sent again with its key, a request makes nothing more; and one dossier is submitted by one draft. */
class MadeOnceTest {
    private static final String PATH = "/api/v1/dossiers";
    private static final String YAML = "application/yaml";
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final TestService service = TestService.shared();
    private final Client county = Client.of(service, "620821", Scope.values());
    private final byte[] dossier = OwnId.of(Dossiers.bytes("jingchuan-2023"));

    private String draft(byte[] content) {
        Client.Answer made = county.post(PATH, YAML, content);
        assertEquals(201, made.status(), made.text());
        return made.header("Location");
    }

    @TestFactory
    Stream<DynamicTest> every_operation_that_makes_something_takes_a_key() {
        JsonNode api = county.get("/v3/api-docs").json();
        return api.at("/paths").properties().stream()
                .filter(path -> path.getValue().has("post"))
                .filter(path -> path.getValue().at("/post/responses").has("201"))
                .map(path -> DynamicTest.dynamicTest(
                        path.getKey(),
                        () -> assertTrue(path.getValue()
                                .at("/post/parameters")
                                .valueStream()
                                .anyMatch(parameter ->
                                        parameter.at("/name").asString().equals("Idempotency-Key")))));
    }

    @Test
    void a_draft_is_begun_once() {
        String key = UUID.randomUUID().toString();
        Client.Answer first = county.post(PATH, YAML, dossier, "Idempotency-Key", key);
        Client.Answer again = county.post(PATH, YAML, dossier, "Idempotency-Key", '"' + key + '"');
        assertEquals(201, again.status(), again.text());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals("", first.header("Idempotency-Replayed"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(
                422, county.post(PATH, YAML, "title: x", "Idempotency-Key", key).status());
        assertEquals(
                400, county.post(PATH, YAML, dossier, "Idempotency-Key", "").status());
        Client other = Client.of(service, "620821", Scope.values());
        assertEquals("", other.post(PATH, YAML, dossier, "Idempotency-Key", key).header("Idempotency-Replayed"));
    }

    @Test
    void a_submission_is_made_once_also_when_its_answer_was_lost() {
        String at = draft(dossier);
        String key = UUID.randomUUID().toString();
        Client.Answer first = county.post(at + "/submissions", "application/json", "", "Idempotency-Key", key);
        assertEquals(201, first.status(), first.text());
        Client.Answer again = county.post(at + "/submissions", "application/json", "", "Idempotency-Key", key);
        assertEquals(201, again.status(), again.text());
        assertEquals(first.text(), again.text());
        assertEquals(
                409, county.post(at + "/submissions", "application/json", "").status());
    }

    @Test
    void a_draft_that_was_changed_since_is_not_submitted() {
        String at = draft(dossier);
        String tag = county.get(at).header("ETag");
        assertEquals(
                200, county.put(at + "/draft", YAML, dossier, "If-Match", tag).status());
        assertEquals(
                412,
                county.post(at + "/submissions", "application/json", "", "If-Match", tag)
                        .status());
        assertEquals(
                201,
                county.post(at + "/submissions", "application/json", "", "If-Match", "*")
                        .status());
    }

    @Test
    void a_webhook_is_set_up_once_and_its_secret_told_to_who_missed_it() {
        String asked = "{\"url\": \"https://93.184.215.14/x\", \"events\": [\"dossier.submitted\"]}";
        String key = UUID.randomUUID().toString();
        Client.Answer first = county.post("/api/v1/webhooks", "application/json", asked, "Idempotency-Key", key);
        assertEquals(201, first.status(), first.text());
        Client.Answer again = county.post("/api/v1/webhooks", "application/json", asked, "Idempotency-Key", key);
        assertEquals(first.text(), again.text());
        assertEquals(1, county.get("/api/v1/webhooks").json().at("/total").asInt());
    }

    @Test
    void evidence_is_attached_once() {
        String at = draft(dossier);
        String key = UUID.randomUUID().toString();
        Client.Answer first = attach(at, "证明.pdf".getBytes(StandardCharsets.UTF_8), key);
        assertEquals(201, first.status(), first.text());
        assertEquals(
                first.text(),
                attach(at, "证明.pdf".getBytes(StandardCharsets.UTF_8), key).text());
        assertEquals(1, county.get(at + "/evidence").json().at("/total").asInt());
    }

    @Test
    void a_file_s_name_in_gbk_is_kept_like_one_in_utf_8() {
        String at = draft(dossier);
        for (Charset charset : List.of(Charset.forName("GBK"), StandardCharsets.UTF_8)) {
            Client.Answer added = attach(
                    at, "常住人口 证明.pdf".getBytes(charset), UUID.randomUUID().toString());
            assertEquals("常住人口 证明.pdf", added.json().at("/name").asString(), added.text());
        }
    }

    private Client.Answer attach(String at, byte[] name, String key) {
        byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"figure\"\r\n\r\n/figures/land-revenue-share\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .getBytes(StandardCharsets.UTF_8);
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        for (byte[] part : List.of(head, name, "\"\r\n\r\n".getBytes(StandardCharsets.UTF_8), PDF)) {
            body.writeBytes(part);
        }
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return county.post(
                at + "/evidence", "multipart/form-data; boundary=b", body.toByteArray(), "Idempotency-Key", key);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void of_eight_equal_requests_at_once_one_makes_something(TestDatabase database) throws Exception {
        Client client = Client.of(database.service(), "620821", Scope.values());
        String key = UUID.randomUUID().toString();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Client.Answer> call = () -> client.post(PATH, YAML, dossier, "Idempotency-Key", key);
            Set<String> places = new HashSet<>();
            int fresh = 0;
            for (Future<Client.Answer> answer : pool.invokeAll(java.util.Collections.nCopies(8, call))) {
                assertEquals(201, answer.get().status(), answer.get().text());
                places.add(answer.get().header("Location"));
                fresh += answer.get().header("Idempotency-Replayed").isEmpty() ? 1 : 0;
            }
            assertEquals(1, places.size());
            assertEquals(1, fresh);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_dossier_is_not_submitted_by_two_drafts_not_even_at_once(TestDatabase database) throws Exception {
        Client client = Client.of(database.service(), "620821", Scope.values());
        byte[] content = OwnId.of(Dossiers.bytes("jingchuan-2023"));
        List<String> drafts = Stream.generate(
                        () -> client.post(PATH, YAML, content).header("Location"))
                .limit(4)
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Client.Answer>> calls = drafts.stream()
                    .map(at -> (Callable<Client.Answer>) () -> client.post(at + "/submissions", "application/json", ""))
                    .toList();
            int taken = 0;
            for (Future<Client.Answer> answer : pool.invokeAll(calls)) {
                taken += answer.get().status() == 201 ? 1 : 0;
                assertTrue(
                        List.of(201, 422).contains(answer.get().status()),
                        answer.get().text());
            }
            assertEquals(1, taken);
        } finally {
            pool.shutdownNow();
        }
    }
}
