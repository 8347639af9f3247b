package plancheck.api.works;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;

/** The register of works over HTTP, and which of them a project may be. */
class WorksTest {
    private static final String MATCH = "/api/v1/projects/match";

    private final TestService service = TestService.shared();
    private final Client anybody = Client.with(service, "");
    private final Client program = Client.of(service, "", Scope.ASSESS);

    private JsonNode match(String body) {
        Client.Answer answer = program.post(MATCH, "application/json", body);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    @Test
    void everybody_reads_all_works_page_by_page_and_each_once() {
        Set<String> ids = new HashSet<>();
        int told = 0;
        for (String next = "/api/v1/works?limit=300"; !next.isEmpty(); ) {
            JsonNode page = anybody.get(next).json();
            page.at("/items").forEach(work -> ids.add(work.at("/id").asString()));
            told += page.at("/items").size();
            next = page.at("/next").asString("");
        }
        assertEquals(service.book().plannedWorks().size(), ids.size());
        assertEquals(ids.size(), told);
    }

    @Test
    void they_are_found_by_place_sector_and_words_and_one_by_its_id() {
        JsonNode found = anybody.get("/api/v1/works?place=620825&sector=heating&q=%E4%BE%9B%E7%83%AD")
                .json();
        assertTrue(found.at("/items").toString().contains("PL-6.2-B6-2-w7"), found.toString());
        JsonNode one = anybody.get("/api/v1/works/PL-6.2-B6-2-w7").json();
        assertEquals("六/（二）/专栏6/2", one.at("/clause").asString());
        assertEquals("620825", one.at("/places/0").asString());
        assertFalse(one.at("/kind").asBoolean());
        assertEquals(404, anybody.get("/api/v1/works/PL-0-w1").status());
        assertEquals(400, anybody.get("/api/v1/works?sector=bridge").status());
        assertEquals(400, anybody.get("/api/v1/works?place=%E5%85%B0%E5%B7%9E").status());
        assertEquals(400, anybody.get("/api/v1/works?cursor=none").status());
    }

    @Test
    void a_project_is_told_which_work_it_is_with_the_reasons_and_whether_that_is_plain() {
        JsonNode found = match("{\"name\": \"新建平凉至庆阳铁路\", \"places\": [\"平凉市\"], \"sector\": \"railway\"}");
        assertEquals("PL-6.1-1-w2", found.at("/named/0").path("work").path("id").asString());
        assertTrue(found.at("/named/0/plain").asBoolean(), found.toString());
        assertEquals(3, found.at("/named/0/reasons").size());
        JsonNode other = match("{\"name\": \"新建平凉至庆阳铁路\", \"sector\": \"heating\"}");
        assertFalse(other.at("/named/0/plain").asBoolean(), other.toString());
        assertTrue(other.at("/named/0/doubts/0/zh").asString().contains("铁路"));
    }

    @Test
    void what_no_plan_names_has_none_and_may_be_of_a_kind() {
        JsonNode found = match("{\"name\": \"泾川县城区生活垃圾焚烧发电项目\", \"places\": [\"620821\"]}");
        assertEquals(0, found.at("/named").size(), found.toString());
        assertTrue(found.at("/ofKind").toString().contains("PL-3.2-B2-2-k1"), found.toString());
    }

    @Test
    void what_is_missing_unknown_or_too_long_is_told() {
        for (String wrong : new String[] {
            "{}",
            "{\"name\": \" \"}",
            "{\"name\": \"a\", \"sector\": \"bridge\"}",
            "{\"name\": \"a\", \"places\": [\"兰州市\"]}",
            "{\"name\": \"a\", \"places\": [null]}",
            "{\"name\": \"a\", \"colour\": \"red\"}",
            "{\"name\": \"" + "路".repeat(3000) + "\"}",
            "["
        }) {
            assertEquals(400, program.post(MATCH, "application/json", wrong).status(), wrong);
        }
        assertEquals(
                401,
                anybody.post(MATCH, "application/json", "{\"name\": \"a\"}").status());
    }
}
