package plancheck.api.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;

/** The rule book over HTTP, without a token. */
class PlansTest {
    private final TestService service = TestService.shared();
    private final Client client = Client.with(service, "");

    @Test
    void the_rule_book_is_counted() {
        JsonNode book = client.get("/api/v1/rulebook").json();
        assertEquals(service.book().version(), book.at("/version").asString());
        assertEquals(service.book().provisions().size(), book.at("/provisions").asInt());
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        Client.Answer first = client.get("/api/v1/provisions");
        assertTrue(first.header("ETag").contains(service.book().digest()));
        assertTrue(first.header("Cache-Control").contains("public"), first.header("Cache-Control"));
        Client.Answer again = client.get("/api/v1/provisions", "If-None-Match", first.header("ETag"));
        assertEquals(304, again.status());
        assertEquals("", again.text());
        assertEquals(
                200,
                client.get("/api/v1/provisions", "If-None-Match", "\"other\"").status());
    }

    @Test
    void every_clause_of_every_plan_is_there_with_its_provisions() {
        JsonNode plans = client.get("/api/v1/plans").json().at("/items");
        assertEquals(service.book().plans().size(), plans.size());
        for (JsonNode plan : plans) {
            assertEquals(plan, client.get(plan.at("/links/self").asString()).json());
            JsonNode clauses =
                    client.get(plan.at("/links/clauses").asString()).json().at("/items");
            assertEquals(plan.at("/clauses").asInt(), clauses.size());
            assertTrue(clauses.valueStream()
                    .anyMatch(clause -> !clause.at("/provisions").isEmpty()));
        }
        assertEquals(404, client.get("/api/v1/plans/none").status());
        assertEquals(404, client.get("/api/v1/plans/none/clauses").status());
    }

    @Test
    void all_provisions_are_found_part_by_part() {
        int found = 0;
        String next = "/api/v1/provisions?limit=400";
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).json();
            found += page.at("/items").size();
            next = page.at("/next").asString();
        }
        assertEquals(service.book().provisions().size(), found);
    }

    @Test
    void provisions_are_narrowed_by_plan_force_and_words() {
        JsonNode pingliang = client.get("/api/v1/provisions?plan=pingliang&force=strive&limit=500")
                .json()
                .at("/items");
        assertFalse(pingliang.isEmpty());
        for (JsonNode provision : pingliang) {
            assertEquals("pingliang", provision.at("/plan").asString());
            assertEquals("strive", provision.at("/force").asString());
        }
        JsonNode sewage = client.get("/api/v1/provisions?q=%E6%B1%A1%E6%B0%B4%20%E5%8E%BF%E5%9F%8E")
                .json()
                .at("/items");
        assertFalse(sewage.isEmpty());
        assertEquals(400, client.get("/api/v1/provisions?plan=none").status());
        assertEquals(400, client.get("/api/v1/provisions?force=maybe").status());
    }

    @Test
    void a_provision_is_shown_with_its_rule() {
        String id = service.book().provisions().get(0).id();
        JsonNode provision = client.get("/api/v1/provisions/" + id).json();
        assertEquals(id, provision.at("/id").asString());
        assertTrue(provision.at("/source").asString().contains(id));
        assertFalse(provision.at("/citations").isEmpty());
        assertFalse(provision.at("/requires").asString().isEmpty());
        assertEquals(404, client.get("/api/v1/provisions/NONE-1").status());
    }

    @Test
    void what_a_figure_means_is_said_in_both_languages() {
        JsonNode help = client.get("/api/v1/provisions/PL-3.2-B2-2-g").json().at("/indicator/help");
        assertEquals("县城经污水处理厂处理的污水量占污水排放总量的比重；市级只有全市县城合计数的填合计数", help.at("/zh").asString());
        assertEquals(
                "Share of the county seat's sewage that is treated in sewage works; a city may give the rate of all its county seats together",
                help.at("/en").asString());
    }
}
