package plancheck.api.dossiers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.access.Scope;
import plancheck.api.frame.Dossiers;
import plancheck.service.Client;
import plancheck.service.OwnId;
import plancheck.service.TestService;
import plancheck.workflow.ReviewDesk;
import tools.jackson.databind.JsonNode;

/** A county's program drafts, submits, answers and resubmits. */
class DossiersTest {
    private static final String PATH = "/api/v1/dossiers";
    private static final String YAML = "application/yaml";
    private static final Actor REVIEWER = new Actor("reviewer", "审核人", Set.of(Role.REVIEWER), "", Set.of());

    private final TestService service = TestService.shared();
    private final Client county = Client.of(service, "620821", Scope.READ_DOSSIERS, Scope.WRITE_DOSSIERS);
    private final byte[] jingchuan = OwnId.of(Dossiers.bytes("jingchuan-2023"));
    private final String text = new String(jingchuan, StandardCharsets.UTF_8);

    private String draft() {
        Client.Answer made = county.post(PATH, YAML, jingchuan);
        assertEquals(201, made.status(), made.text());
        return made.header("Location");
    }

    @Test
    void a_dossier_goes_from_draft_to_submission_and_back() {
        String at = draft();
        JsonNode dossier = county.get(at).json();
        assertEquals("620821", dossier.at("/place").asString());
        assertEquals("self-assessment", dossier.at("/kind").asString());
        assertEquals("draft", dossier.at("/state").asString());
        assertArrayEquals(jingchuan, county.get(at + "/draft").response().body());

        Client.Answer submitted = county.post(at + "/submissions", "application/json", "");
        assertEquals(201, submitted.status(), submitted.text());
        assertEquals(at + "/revisions/1", submitted.header("Location"));
        assertEquals("non-compliant", submitted.json().at("/verdict").asString());
        assertEquals("submitted", county.get(at).json().at("/state").asString());
        Client.Answer again = county.post(at + "/submissions", "application/json", "");
        assertEquals(409, again.status());

        UUID id = UUID.fromString(dossier.at("/id").asString());
        ReviewDesk review = service.bean(ReviewDesk.class);
        review.take(REVIEWER, id);
        review.returned(REVIEWER, id, "请核对常住人口");
        JsonNode question = county.get(at + "/questions").json().at("/items/0");
        assertEquals("请核对常住人口", question.at("/text").asString());
        assertTrue(question.at("/answer").isMissingNode());

        assertEquals(
                422, county.post(at + "/submissions", "application/json", "").status());
        String answers = at + "/questions/" + question.at("/id").asString() + "/answer";
        Client.Answer answered = county.post(answers, "application/json", "{\"answer\": \"已核对\"}");
        assertEquals(200, answered.status(), answered.text());
        assertEquals("已核对", answered.json().at("/answer").asString());
        assertEquals(422, county.post(answers, "application/json", "{}").status());

        String changed = text.replaceFirst("(?m)^title: .*$", "title: 补正后的材料");
        String tag = county.get(at).header("ETag");
        Client.Answer saved =
                county.put(at + "/draft", YAML, changed.getBytes(StandardCharsets.UTF_8), "If-Match", tag);
        assertEquals(200, saved.status(), saved.text());
        assertEquals("补正后的材料", saved.json().at("/title").asString());
        assertEquals(
                201, county.post(at + "/submissions", "application/json", "").status());

        assertEquals(2, county.get(at + "/revisions").json().at("/items").size());
        assertArrayEquals(
                jingchuan, county.get(at + "/revisions/1/dossier").response().body());
        JsonNode report = county.get(at + "/revisions/1/report").json();
        assertEquals(
                report.at("/findings"),
                county.get(at + "/revisions/1/findings").json().at("/items"));
        String first = report.at("/findings/0/provision").asString();
        assertEquals(200, county.get(at + "/revisions/1/findings/" + first).status());
        JsonNode comparison = county.get(at + "/revisions/2/comparison").json();
        assertEquals(1, comparison.at("/before/revision").asInt());
        assertEquals(2, comparison.at("/after/revision").asInt());
        assertEquals(
                report.at("/findings").size(),
                comparison.at("/unchanged").asInt() + comparison.at("/changes").size());
        assertEquals(
                comparison.at("/changes"),
                county.get(at + "/revisions/2/comparison?with=1").json().at("/changes"));
        assertEquals(404, county.get(at + "/revisions/1/comparison").status());
        assertEquals(404, county.get(at + "/revisions/3").status());

        JsonNode trail = county.get(at + "/trail").json().at("/items");
        assertEquals("dossier.create", trail.at("/0/action").asString());
        assertEquals("dossier.submit", trail.at("/1/action").asString());
        assertEquals(
                "returned", county.get(at + "/trail").json().at("/items/3/to").asString());
    }

    @Test
    void a_draft_changed_by_another_is_not_written_over() {
        String at = draft();
        String tag = county.get(at + "/draft").header("ETag");
        assertEquals(428, county.put(at + "/draft", YAML, jingchuan).status());
        assertEquals(
                200, county.put(at + "/draft", YAML, jingchuan, "If-Match", tag).status());
        assertEquals(
                412, county.put(at + "/draft", YAML, jingchuan, "If-Match", tag).status());
        assertEquals(
                412,
                county.put(at + "/draft", YAML, jingchuan, "If-Match", "\"x\"").status());
        assertEquals(
                200, county.put(at + "/draft", YAML, jingchuan, "If-Match", "*").status());
    }

    @Test
    void a_draft_may_have_problems_but_cannot_be_submitted_with_them() {
        Client.Answer made = county.post(PATH, YAML, "kind: self-assessment\nfigures: {population: many}\n");
        assertEquals(201, made.status(), made.text());
        assertEquals("620821", made.json().at("/place").asString());
        Client.Answer refused = county.post(made.header("Location") + "/submissions", "application/json", "");
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("\"pointer\" : \"/figures/population"), refused.text());
        assertEquals("urn:plancheck:dossier-invalid", refused.json().at("/type").asString());
    }

    @Test
    void another_place_s_dossiers_are_not_there() {
        String at = draft();
        Client other = Client.of(service, "620822", Scope.READ_DOSSIERS, Scope.WRITE_DOSSIERS);
        for (String path : new String[] {"", "/draft", "/revisions", "/questions", "/evidence", "/trail"}) {
            assertEquals(404, other.get(at + path).status(), path);
        }
        assertEquals(
                404, other.put(at + "/draft", YAML, jingchuan, "If-Match", "*").status());
        assertEquals(
                404, other.post(at + "/submissions", "application/json", "").status());
        assertEquals(403, other.post(PATH, YAML, jingchuan).status());
        assertFalse(other.get(PATH + "?limit=500").text().contains(at));
        assertTrue(county.get(PATH + "?limit=500").text().contains(at));
        Client city = Client.of(service, "", Scope.READ_DOSSIERS);
        assertEquals(200, city.get(at).status());
        assertEquals(403, city.post(PATH, YAML, jingchuan).status());
        assertEquals(403, Client.of(service, "", Scope.ASSESS).get(at).status());
    }

    @Test
    void the_list_is_narrowed_by_state_and_place() {
        String at = draft();
        assertTrue(county.get(PATH + "?state=draft&limit=500").text().contains(at));
        assertFalse(county.get(PATH + "?state=concluded&state=returned&limit=500")
                .text()
                .contains(at));
        assertFalse(county.get(PATH + "?place=620822&limit=500").text().contains(at));
        assertEquals(400, county.get(PATH + "?state=lost").status());
        Client.Answer nowhere = county.get(PATH + "?place=nonsense");
        assertEquals(400, nowhere.status());
        assertTrue(nowhere.json().at("/detail").asString().contains("、620821（泾川县）、"), nowhere.text());
        assertTrue(county.get(PATH + "?place=nowhere&lang=en")
                .json()
                .at("/detail")
                .asString()
                .contains(", 620821 (Jingchuan County), "));
    }

    @Test
    void evidence_is_attached_listed_fetched_and_taken_out() {
        String at = draft();
        byte[] pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        Client.Answer added = attach(at, "人口 证明.pdf", pdf);
        assertEquals(201, added.status(), added.text());
        assertEquals("application/pdf", added.json().at("/mediaType").asString());
        JsonNode listed = county.get(at + "/evidence").json().at("/items/0");
        assertEquals(added.json(), listed);
        Client.Answer content = county.get(added.header("Location"));
        assertArrayEquals(pdf, content.response().body());
        assertTrue(content.header("Content-Disposition").startsWith("attachment"));
        assertEquals(
                422,
                attach(at, "page.pdf", "<script>".getBytes(StandardCharsets.US_ASCII))
                        .status());
        assertEquals(204, county.delete(added.header("Location")).status());
        assertEquals(0, county.get(at + "/evidence").json().at("/items").size());
        assertEquals(
                415, county.post(at + "/evidence", "application/json", "{}").status());
    }

    private Client.Answer attach(String at, String name, byte[] content) {
        String boundary = "----boundary";
        byte[] head = ("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"figure\"\r\n\r\n/figures/land-revenue-share\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return county.send(county.request(at + "/evidence")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(java.util.List.of(head, content, tail))));
    }
}
