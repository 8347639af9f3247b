package plancheck.api.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plancheck.access.Scope;
import plancheck.service.Client;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;

/** Long lists come in parts, of which none repeats what another has. */
class PagesTest {
    private final TestService service = TestService.shared();
    private final Client client = Client.of(service, "620821", Scope.values());

    private static void check(Client client) {
        Client.Answer made = client.post(
                "/api/v1/assessments",
                "application/yaml",
                Dossiers.bytes("sewage-project"),
                "Prefer",
                "return=minimal");
        assertEquals(201, made.status(), made.text());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_added_meanwhile_repeats_nothing(TestDatabase database) {
        Client own = Client.of(database.service(), "", Scope.ASSESS);
        for (int i = 0; i < 5; i++) {
            check(own);
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/assessments?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = own.get(next).json();
            page.at("/items").forEach(item -> seen.add(item.at("/id").asString()));
            next = page.at("/next").asString("");
            check(own);
        }
        assertEquals(5, seen.size());
        assertEquals(5, seen.stream().distinct().count());
        assertEquals(
                8, own.get("/api/v1/assessments?limit=1").json().at("/total").asInt());
    }

    @Test
    void drafts_begun_meanwhile_repeat_nothing() {
        for (int i = 0; i < 4; i++) {
            client.post("/api/v1/dossiers", "application/yaml", "title: seite " + i);
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/dossiers?state=draft&place=620821&limit=1";
        for (int i = 0; i < 3; i++) { // the fourth, at the least, comes after them
            JsonNode page = client.get(next).json();
            seen.add(page.at("/items/0/id").asString());
            next = page.at("/next").asString();
            assertTrue(next.contains("state=draft") && next.contains("place=620821"), next);
            client.post("/api/v1/dossiers", "application/yaml", "title: inzwischen " + i);
        }
        assertEquals(3, seen.stream().distinct().count());
    }

    @Test
    void provisions_come_in_their_order_and_all_of_them() {
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/provisions?limit=500&q=";
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).json();
            page.at("/items").forEach(item -> seen.add(item.at("/id").asString()));
            next = page.at("/next").asString("");
        }
        assertEquals(service.book().provisions().stream().map(p -> p.id()).toList(), seen);
    }

    @TestFactory
    Stream<DynamicTest> every_list_says_how_many_there_are_and_takes_no_cursor_but_its_own() {
        JsonNode api = client.get("/v3/api-docs").json();
        return api.at("/paths").properties().stream()
                .filter(path -> path.getValue()
                        .at("/get/parameters")
                        .valueStream()
                        .anyMatch(parameter -> parameter.at("/name").asString().equals("limit")))
                .map(path -> DynamicTest.dynamicTest(path.getKey(), () -> {
                    String at = path.getKey().replace("{id}", "00000000-0000-0000-0000-000000000001");
                    for (String wrong : List.of(
                            "cursor=x",
                            "cursor=%00",
                            "cursor=" + "A".repeat(5000),
                            "cursor=YQ&offset=0",
                            "limit=501")) {
                        Client.Answer answer = client.get(at + "?" + wrong);
                        assertEquals(400, answer.status(), answer.text());
                    }
                    if (!path.getKey().contains("{")) {
                        assertTrue(
                                client.get(at + "?limit=1").json().at("/total").isNumber());
                        assertTrue(client.get(at + "?limit=1&offset=0").json().has("items"));
                    }
                }));
    }

    @Test
    void every_list_without_parts_says_how_many_there_are_too() {
        assertEquals(2, client.get("/api/v1/plans").json().at("/total").asInt());
        assertEquals(0, client.get("/api/v1/webhooks").json().at("/total").asInt());
        assertFalse(client.get("/api/v1/plans").json().has("next"));
    }
}
