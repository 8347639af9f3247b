package plancheck.api.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.api.frame.Dossiers;
import plancheck.service.Client;
import plancheck.service.OwnId;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;

/** A county's program asks the bureaus, hands back for them, decides and closes. */
class CollectionsTest {
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    private final TestService service = TestService.shared();
    private final Client county = Client.of(service, "620821", Scope.READ_DOSSIERS, Scope.WRITE_DOSSIERS);

    @Test
    void a_collection_goes_from_opening_to_the_merged_draft() {
        String at = county.post("/api/v1/dossiers", YAML, OwnId.of(Dossiers.bytes("jingchuan-2023")))
                        .header("Location")
                + "/collection";
        assertEquals(404, county.get(at).status());
        assertEquals(
                422,
                county.post(at, JSON, "{\"bureaus\": [\"housing\"], \"due\": \"soon\"}")
                        .status());
        String asked = "{\"bureaus\": [\"housing\"], \"due\": \""
                + LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9) + "\"}";
        Client.Answer opened = county.post(at, JSON, asked);
        assertEquals(201, opened.status(), opened.text());
        assertEquals("not-begun", opened.json().at("/parts/0/state").asString());
        assertEquals(409, county.post(at, JSON, asked).status());

        byte[] part = "figures:\n  county-seat-sewage-treatment-rate: 91.5%\n".getBytes(StandardCharsets.UTF_8);
        Client.Answer returned = county.post(at + "/parts/housing/returns", YAML, part);
        assertEquals(201, returned.status(), returned.text());
        assertEquals(404, county.post(at + "/parts/water/returns", YAML, part).status());
        JsonNode difference = county.get(at).json().at("/differences/0");
        assertEquals(
                "/figures/county-seat-sewage-treatment-rate",
                difference.at("/pointer").asString());
        JsonNode version = difference.at("/versions/0/from/0").asString().equals("汇总单位")
                ? difference.at("/versions/1")
                : difference.at("/versions/0");
        String decision = "{\"decisions\": [{\"pointer\": \"/figures/county-seat-sewage-treatment-rate\", \"from\":"
                + " \"housing\", \"answer\": \"" + version.at("/answer").asString() + "\"}]}";
        Client.Answer decided = county.post(at + "/decisions", JSON, decision);
        assertEquals(200, decided.status(), decided.text());
        assertEquals(
                version.at("/answer").asString(),
                decided.json().at("/differences/0/taken").asString());
        assertEquals(
                409,
                county.post(at + "/decisions", JSON, decision.replace("91.5", "99"))
                        .status());
        assertEquals(204, county.post(at + "/parts/housing/reminders", JSON, "").status());
        assertEquals(200, county.post(at + "/close", JSON, "").status());
        assertTrue(county.get(at.replace("/collection", "/draft")).text().contains("91.5"));
    }
}
