package plancheck.api.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plancheck.access.Scope;
import plancheck.api.frame.Dossiers;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The findings of an assessment, one by one. */
class FindingsTest {
    private final Client client = Client.of(TestService.shared(), "", Scope.ASSESS);
    private final Client.Answer created =
            client.post("/api/v1/assessments", "application/yaml", Dossiers.bytes("jingchuan-2023"));
    private final JsonNode report = created.json();
    private final String at = created.header("Location") + "/findings";

    @Test
    void unfiltered_they_are_all_those_of_the_report() {
        JsonNode all = client.get(at).json();
        assertEquals(report.at("/findings"), all.at("/items"));
        assertEquals(report.at("/findings").size(), all.at("/total").asInt());
    }

    @Test
    void each_filter_narrows_and_several_values_widen() {
        int fails = report.at("/counts/fail").asInt();
        int passes = report.at("/counts/pass").asInt();
        assertEquals(fails, total("?outcome=fail"));
        assertEquals(fails + passes, total("?outcome=fail&outcome=pass"));
        assertEquals(fails + passes, total("?outcome=fail,pass"));
        assertTrue(total("?outcome=fail&force=must") < fails + 1);
        assertEquals(total(""), total("?force=must") + total("?force=strive") + total("?force=encourage"));
        assertEquals(total(""), total("?plan=pingliang") + total("?plan=gansu"));
        String provision = report.at("/findings/0/provision").asString();
        assertTrue(total("?provision=" + provision) >= 1);
        String subject = report.at("/findings/0/subject").asString();
        assertTrue(total("?subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8)) >= 1);
    }

    @Test
    void a_value_that_finds_nothing_in_any_report_or_in_this_one_is_said_and_not_taken_for_good_news() {
        assertEquals(
                "Parameter outcome cannot be “failed”; it can be fail, insufficient-data, needs-review, error, not-due,"
                        + " pass, direction, not-applicable",
                refused("?outcome=failed&lang=en"));
        assertEquals("参数 force 不能是“maybe”，可用：must、strive、encourage", refused("?force=must,maybe"));
        assertEquals("参数 provision 不能是“PL-6.1-3-G”，是否想写“PL-6.1-3-g”？", refused("?provision=PL-6.1-3-G"));
        assertEquals(
                "Parameter plan cannot be “lanzhou”; it can be pingliang, gansu", refused("?plan=lanzhou&lang=en"));
        assertEquals("参数 provision 不能是“NONE-1”", refused("?provision=NONE-1"));
        assertTrue(refused("?subject=nobody").startsWith("参数 subject 不能是“nobody”"));
    }

    @Test
    void a_parameter_that_there_is_not_is_said_and_not_passed_over() {
        assertEquals("没有参数“outcom”，可用：outcome、force、provision、subject、plan、lang", refused("?outcom=fail"));
        assertEquals("There is no parameter “page”; there are lang", refused("/NONE-1?page=2&lang=en"));
        assertEquals("参数 lang 不能是“fr”，可用：zh、en", refused("?lang=fr"));
    }

    /** The headers that the answer depends on. */
    private static List<String> varies(Client.Answer answer) {
        return answer.response().headers().allValues("Vary").stream()
                .flatMap(names -> Stream.of(names.toLowerCase(Locale.ROOT).split(",\\s*")))
                .toList();
    }

    private String refused(String query) {
        Client.Answer answer = client.get(at + query);
        assertEquals(400, answer.status(), answer.text());
        return answer.json().at("/detail").asString();
    }

    @Test
    void whatever_comes_in_either_language_says_so_to_those_who_keep_copies() {
        String provision = report.at("/findings/0/provision").asString();
        for (String path : List.of(at, at + "/" + provision, at + "/NONE-1", at + "?lang=fr")) {
            assertTrue(varies(client.get(path)).contains("accept-language"), path);
        }
        assertTrue(varies(created).containsAll(List.of("accept-language", "accept")));
    }

    @Test
    void a_finding_is_explained_step_by_step() {
        JsonNode failed = client.get(at + "?outcome=fail").json().at("/items/0");
        String provision = failed.at("/provision").asString();
        JsonNode explanation = client.get(at + "/" + provision).json();
        assertEquals(provision, explanation.at("/provision").asString());
        assertFalse(explanation.at("/requires").asString().isEmpty());
        assertFalse(explanation.at("/subjects").isEmpty());
        assertTrue(explanation.at("/findings").valueStream().toList().contains(failed));
        assertEquals(404, client.get(at + "/NONE-1").status());
        JsonNode english = client.get(at + "/" + provision + "?lang=en").json();
        assertFalse(
                english.at("/title").asString().equals(explanation.at("/title").asString()));
    }

    @Test
    void what_would_change_is_what_the_command_line_says() {
        String dossier = new String(Dossiers.bytes("jingchuan-2023"), StandardCharsets.UTF_8);
        ObjectNode asked = new JsonMapper().createObjectNode().put("dossier", dossier);
        asked.putObject("set").put("county-seat-sewage-treatment-rate", new BigDecimal("12.50"));
        String body = asked.toString();
        Client.Answer answer = client.post("/api/v1/whatif", "application/json", body);
        assertEquals(200, answer.status(), answer.text());
        assertFalse(answer.json().at("/changes").isEmpty(), answer.text());
        for (String wrong :
                List.of("{}", "{", "[]", "{\"dossier\": \"x\"}", "{\"dossier\": {}, \"set\": {\"a\": []}}")) {
            assertEquals(
                    400,
                    client.post("/api/v1/whatif", "application/json", wrong).status(),
                    wrong);
        }
        assertEquals("请在 dossier 中给出材料", detail("{\"set\": {\"a\": 1}}"));
        assertEquals("dossier 旁边没有字段“sets”，可用：set", detail("{\"dossier\": {}, \"sets\": {\"a\": 1}}"));
        assertEquals("set 中的“a”须是一个数、一段文字、true 或 false", detail("{\"dossier\": {}, \"set\": {\"a\": null}}"));
        assertEquals(
                422,
                client.post("/api/v1/whatif", "application/json", "{\"dossier\": {}, \"set\": {\"a\": 1}}")
                        .status());
        asked.putObject("set").put("no-such-figure", 1);
        Client.Answer unknown = client.post("/api/v1/whatif?lang=en", "application/json", asked.toString());
        assertEquals(422, unknown.status());
        assertEquals(
                "“no-such-figure” is nothing that can be supposed",
                unknown.json().at("/errors/0/message").asString());
        assertEquals(
                "/set/no-such-figure", unknown.json().at("/errors/0/pointer").asString());
    }

    @Test
    void a_value_that_cannot_be_supposed_is_told_in_words_that_fit_a_program() {
        String dossier = new String(Dossiers.bytes("jingchuan-2023"), StandardCharsets.UTF_8);
        ObjectNode asked = new JsonMapper().createObjectNode().put("dossier", dossier);
        asked.putObject("set").put("county-seat-sewage-treatment-rate", 194);
        Client.Answer answer = client.post("/api/v1/whatif", "application/json", asked.toString());
        assertEquals(422, answer.status());
        assertEquals(1, answer.json().at("/errors").size(), answer.text());
        JsonNode error = answer.json().at("/errors/0");
        assertEquals(
                "/set/county-seat-sewage-treatment-rate", error.at("/pointer").asString());
        assertFalse(answer.text().contains("--set"), answer.text());
    }

    private String detail(String asked) {
        Client.Answer answer = client.post("/api/v1/whatif", "application/json", asked);
        assertEquals(400, answer.status(), answer.text());
        return answer.json().at("/detail").asString();
    }

    private int total(String query) {
        Client.Answer answer = client.get(at + query);
        assertEquals(200, answer.status(), answer.text());
        return answer.json().at("/total").asInt();
    }
}
