package plancheck.api.assessments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.access.Tokens;
import plancheck.api.frame.Dossiers;
import plancheck.archive.Assessment;
import plancheck.archive.Assessments;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;

/** Checking dossiers over HTTP. */
class AssessmentsTest {
    private static final String PATH = "/api/v1/assessments";
    private static final String YAML = "application/yaml";

    private final TestService service = TestService.shared();
    private final Client client = Client.of(service, "", Scope.ASSESS);
    private final byte[] dossier = Dossiers.bytes("jingchuan-2023");

    @Test
    void a_dossier_is_checked_stored_and_can_be_had_again() {
        Client.Answer created = client.post(PATH, YAML, dossier);
        assertEquals(201, created.status(), created.text());
        assertEquals("application/json", created.header("Content-Type"));
        String at = created.header("Location");
        JsonNode one = client.get(at).json();
        assertEquals("completed", one.at("/state").asString());
        assertEquals(created.json().at("/verdict"), one.at("/verdict"));
        assertEquals(created.json().at("/counts"), one.at("/counts"));
        assertEquals(at + "/report", one.at("/links/report").asString());
        assertEquals(created.text(), client.get(at + "/report").text());
        assertEquals(
                new String(dossier, StandardCharsets.UTF_8),
                client.get(at + "/dossier").text());
        assertTrue(client.get(PATH).json().at("/items").size() == 1);
    }

    @Test
    void gbk_is_read_whether_it_is_declared_or_not() {
        byte[] gbk = new String(dossier, StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"));
        for (String type :
                List.of(YAML, YAML + ";charset=GBK", "text/plain;charset=gb18030", YAML + ";charset=utf-8")) {
            Client.Answer created = client.post(PATH, type, gbk);
            assertEquals(201, created.status(), type + created.text());
            assertEquals("泾川县2023年度新型城镇化自评", created.json().at("/dossier/title").asString(), type);
        }
    }

    @Test
    void problems_of_a_kind_are_told_five_times_and_counted() {
        String villages = "villages:\n" + "  - { name: 甲 }\n".repeat(1_000);
        byte[] many = (new String(dossier, StandardCharsets.UTF_8).split("\nfigures:")[0] + "\n" + villages)
                .getBytes(StandardCharsets.UTF_8);
        JsonNode errors = client.post(PATH, YAML, many).json().at("/errors");
        assertEquals(6, errors.size(), errors::toString);
        assertEquals(994, errors.get(5).at("/more").asInt(), errors::toString);
        assertTrue(errors.get(0).at("/more").isMissingNode());
    }

    @Test
    void every_answer_names_the_rule_book() {
        String expected =
                service.book().version() + "; digest=" + service.book().digest();
        assertEquals(expected, client.post(PATH, YAML, dossier).header("Plancheck-Rulebook"));
        assertEquals(expected, client.get(PATH + "/" + UUID.randomUUID()).header("Plancheck-Rulebook"));
        assertEquals(expected, Client.with(service, "").get(PATH).header("Plancheck-Rulebook"));
    }

    @Test
    void who_prefers_it_gets_a_short_answer() {
        Client.Answer created = client.post(PATH, YAML, dossier, "Prefer", "return=minimal");
        assertEquals(201, created.status());
        assertEquals("return=minimal", created.header("Preference-Applied"));
        assertEquals("completed", created.json().at("/state").asString());
        assertEquals("non-compliant", created.json().at("/verdict").asString());
        assertEquals("", created.json().at("/findings").asString());
    }

    @Test
    void who_will_not_wait_asks_again() throws InterruptedException {
        Client.Answer accepted = client.post(PATH, YAML, dossier, "Prefer", "respond-async");
        assertEquals(202, accepted.status(), accepted.text());
        assertEquals("queued", accepted.json().at("/state").asString());
        assertTrue(accepted.json().at("/ahead").isNumber());
        JsonNode now = eventually(accepted.header("Location"));
        assertEquals("completed", now.at("/state").asString());
        String report = client.get(now.at("/links/report").asString()).text();
        assertEquals(client.post(PATH, YAML, dossier).text(), report);
    }

    @Test
    void a_dossier_with_problems_accepted_for_later_is_found_rejected() throws InterruptedException {
        Client.Answer accepted = client.post(PATH, YAML, "kind: nonsense\n", "Prefer", "respond-async");
        assertEquals(202, accepted.status());
        JsonNode now = eventually(accepted.header("Location"));
        assertEquals("rejected", now.at("/state").asString());
        assertEquals("error", now.at("/problems/0/severity").asString());
        assertEquals(409, client.get(accepted.header("Location") + "/report").status());
    }

    private JsonNode eventually(String at) {
        return Awaitility.await()
                .until(
                        () -> client.get(at).json(),
                        now -> !now.at("/state").asString().equals("queued"));
    }

    @Test
    void problems_of_a_dossier_are_named_with_pointer_line_and_advice() {
        String text = new String(dossier, StandardCharsets.UTF_8).replace("place: \"620821\"", "place: \"999999\"");
        Client.Answer answer = client.post(PATH, YAML, text);
        assertEquals(422, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("urn:plancheck:dossier-invalid", answer.json().at("/type").asString());
        JsonNode error = answer.json().at("/errors/0");
        assertEquals("/place", error.at("/pointer").asString());
        assertTrue(error.at("/line").asInt() > 1, answer.text());
        assertEquals("error", error.at("/severity").asString());
        assertFalse(error.at("/message").asString().isEmpty());
        assertFalse(error.at("/advice").asString().isEmpty());
    }

    @Test
    void problems_come_in_the_language_asked_for_also_when_they_were_stored() throws InterruptedException {
        String bad = "plancheck: 1\nkind: nonsense\n";
        Client.Answer english = client.post(PATH, YAML, bad, "Accept-Language", "en");
        assertEquals(
                "Problems in the dossier: 5; there is no verdict",
                english.json().at("/detail").asString());
        assertEquals("“kind” cannot be the text “nonsense”", of(english.json(), "/kind", "message"));
        assertEquals("“kind”不能是文字“nonsense”", of(client.post(PATH, YAML, bad).json(), "/kind", "message"));

        String at = client.post(PATH, YAML, bad, "Prefer", "respond-async").header("Location");
        assertEquals("“kind”不能是文字“nonsense”", of(eventually(at), "/kind", "message"));
        JsonNode stored = client.get(at + "?lang=en").json();
        assertEquals("“kind” cannot be the text “nonsense”", of(stored, "/kind", "message"));
        assertTrue(of(stored, "/kind", "advice").startsWith("One of: “self-assessment”"), stored.toString());
    }

    /** What is said of the place with this pointer. */
    private static String of(JsonNode answer, String pointer, String what) {
        JsonNode lines = answer.has("problems") ? answer.at("/problems") : answer.at("/errors");
        for (JsonNode line : lines) {
            if (line.at("/pointer").asString().equals(pointer)) {
                return line.at("/" + what).asString();
            }
        }
        return "";
    }

    @Test
    void problems_stored_when_there_was_only_chinese_are_still_shown() {
        String owner =
                service.bean(Tokens.class).holder(client.token()).orElseThrow().id();
        Assessment queued = new Assessment(
                UUID.randomUUID(),
                Assessment.State.QUEUED,
                owner,
                null,
                "",
                new byte[0],
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null);
        String written = """
                [{"severity": "ERROR", "line": 3, "pointer": "/kind", "message": "写错了", "advice": "请改正", "error": true}]
                """;
        service.bean(Assessments.class).save(queued.rejected(written, Instant.EPOCH));
        for (String lang : new String[] {"zh", "en"}) {
            JsonNode kept =
                    client.get(PATH + "/" + queued.id() + "?lang=" + lang).json();
            assertEquals("写错了", of(kept, "/kind", "message"));
            assertEquals("请改正", of(kept, "/kind", "advice"));
            assertEquals(3, kept.at("/problems/0/line").asInt());
        }
    }

    @Test
    void a_report_comes_in_the_language_that_the_header_names() {
        String chinese = client.post(PATH, YAML, dossier).text();
        String english =
                client.post(PATH, YAML, dossier, "Accept-Language", "en").text();
        assertEquals(client.post(PATH + "?lang=en", YAML, dossier).text(), english);
        assertFalse(english.equals(chinese));
    }

    @Test
    void a_dossier_is_not_judged_at_a_day_before_its_own() {
        assertEquals(201, client.post(PATH + "?as-of=2030-01-01", YAML, dossier).status());
        Client.Answer early = client.post(PATH + "?as-of=2001-01-01", YAML, dossier);
        assertEquals(422, early.status());
        assertEquals("/as-of", early.json().at("/errors/0/pointer").asString());
        for (String elsewhere : new String[] {"2030/01/01", "1/2/30", "2030-02-30"}) {
            assertEquals(
                    400,
                    client.post(PATH + "?as-of=" + elsewhere, YAML, dossier).status(),
                    elsewhere);
        }
        Client.Answer soon = client.post(PATH + "?as-of=soon", YAML, dossier);
        assertEquals(400, soon.status());
        assertEquals(
                "参数 as-of 不能是“soon”，请写作 2025-12-31", soon.json().at("/detail").asString());
    }

    @Test
    void a_key_repeated_gives_the_same_assessment() {
        String key = UUID.randomUUID().toString();
        Client.Answer first = client.post(PATH, YAML, dossier, "Idempotency-Key", key);
        Client.Answer again = client.post(PATH, YAML, dossier, "Idempotency-Key", "\"" + key + "\"");
        assertEquals("", first.header("Idempotency-Replayed"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.text(), again.text());
    }

    @Test
    void a_key_used_for_something_else_is_refused() {
        String key = UUID.randomUUID().toString();
        client.post(PATH, YAML, dossier, "Idempotency-Key", key);
        assertEquals(
                422,
                client.post(PATH, YAML, Dossiers.bytes("huating-2022"), "Idempotency-Key", key)
                        .status());
        assertEquals(
                422,
                client.post(PATH + "?as-of=2030-01-01", YAML, dossier, "Idempotency-Key", key)
                        .status());
        assertEquals(
                400, client.post(PATH, YAML, dossier, "Idempotency-Key", "a b").status());
        Client other = Client.of(service, "", Scope.ASSESS);
        assertEquals("", other.post(PATH, YAML, dossier, "Idempotency-Key", key).header("Idempotency-Replayed"));
    }

    @Test
    void eight_at_once_with_one_key_get_one_assessment() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            String key = UUID.randomUUID().toString();
            Callable<Client.Answer> call = () -> client.post(PATH, YAML, dossier, "Idempotency-Key", key);
            Set<String> locations = new TreeSet<>();
            int fresh = 0;
            for (Future<Client.Answer> answer :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> call).toList())) {
                assertEquals(201, answer.get().status(), answer.get().text());
                locations.add(answer.get().header("Location"));
                fresh += answer.get().header("Idempotency-Replayed").isEmpty() ? 1 : 0;
            }
            assertEquals(1, locations.size());
            assertEquals(1, fresh);
            assertEquals(1, client.get(PATH).json().at("/items").size());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void what_others_had_checked_is_not_there() {
        String at = client.post(PATH, YAML, dossier).header("Location");
        Client other = Client.of(service, "", Scope.ASSESS);
        assertEquals(404, other.get(at).status());
        assertEquals(404, other.get(at + "/report").status());
        assertEquals(404, other.get(at + "/dossier").status());
    }

    @Test
    void a_long_list_comes_in_parts() {
        for (int i = 0; i < 3; i++) {
            client.post(PATH, YAML, dossier, "Prefer", "return=minimal");
        }
        JsonNode first = client.get(PATH + "?limit=2").json();
        assertEquals(2, first.at("/items").size());
        JsonNode rest = client.get(first.at("/next").asString()).json();
        assertEquals(1, rest.at("/items").size());
        assertTrue(rest.at("/next").isMissingNode());
        assertEquals(400, client.get(PATH + "?limit=0").status());
        assertEquals(400, client.get(PATH + "?limit=x").status());
    }
}
