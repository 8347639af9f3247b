package plancheck.api.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plancheck.access.Scope;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a request says is done or refused, at every operation of the API there is, whoever added it. */
class NothingPassedOverTest {
    private static final String NDJSON = "application/x-ndjson";

    private final TestService service = TestService.shared();
    private final Client client = Client.of(service, "", Scope.values());
    private final JsonNode api = client.get("/v3/api-docs").json();

    /** @param parameters by name, whether they are lists */
    private record Operation(String method, String path, Map<String, Boolean> parameters, List<String> bodies) {
        String address(String query) {
            return path.replaceAll("\\{number}", "1").replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001")
                    + "?"
                    + query;
        }
    }

    private Stream<Operation> operations() {
        return api.at("/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream().map(method -> {
                    Map<String, Boolean> query = new java.util.TreeMap<>();
                    method.getValue()
                            .at("/parameters")
                            .valueStream()
                            .filter(parameter -> parameter.at("/in").asString().equals("query"))
                            .forEach(parameter -> query.put(
                                    parameter.at("/name").asString(),
                                    parameter.at("/schema/type").asString().equals("array")));
                    List<String> bodies = new ArrayList<>();
                    method.getValue().at("/requestBody/content").propertyNames().forEach(bodies::add);
                    return new Operation(
                            method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), query, bodies);
                }));
    }

    private Client.Answer call(Operation operation, String query) {
        String type = operation.bodies().isEmpty()
                ? "application/json"
                : operation.bodies().get(0);
        boolean form = type.startsWith("multipart/");
        return client.send(client.request(operation.address(query))
                .header("Content-Type", form ? type + "; boundary=b" : type)
                .header("If-Match", "*")
                .method(operation.method(), BodyPublishers.ofString(form ? "--b--\r\n" : "")));
    }

    @TestFactory
    Stream<DynamicTest> every_operation_refuses_a_parameter_that_there_is_not_or_twice_or_without_a_value() {
        return operations()
                .map(operation -> DynamicTest.dynamicTest(operation.method() + " " + operation.path(), () -> {
                    refused(operation, "no-such-parameter=1");
                    assertTrue(operation.parameters().containsKey("lang"));
                    operation.parameters().forEach((name, list) -> {
                        if (!name.equals("q")) {
                            refused(operation, name + "=");
                            refused(operation, name);
                            refused(operation, name + "=%20");
                        }
                        if (!list) {
                            refused(operation, name + "=1&" + name + "=1");
                        }
                    });
                }));
    }

    private void refused(Operation operation, String query) {
        Client.Answer answer = call(operation, query);
        assertEquals(400, answer.status(), operation.address(query) + ": " + answer.text());
        String parameter = query.split("[=&]", 2)[0];
        assertTrue(answer.json().at("/detail").asString().contains(parameter), answer.text());
    }

    /** Dossiers are read by their own reader, which has its own tests; lines of a batch and forms follow below. */
    @TestFactory
    Stream<DynamicTest> every_body_in_json_refuses_a_field_that_there_is_not_or_twice_or_of_another_sort() {
        return operations()
                .filter(operation -> operation.bodies().equals(List.of("application/json")))
                .map(operation -> DynamicTest.dynamicTest(operation.method() + " " + operation.path(), () -> {
                    JsonNode schema = schema(operation);
                    assertFalse(schema.isEmpty());
                    String good = example(schema);
                    String first =
                            schema.at("/properties").propertyNames().iterator().next();
                    for (String wrong : List.of(
                            good.replaceFirst("\\{", "{\"no-such-field\": 1, "),
                            good.replaceFirst("\\{", "{\"" + first + "\": \"x\", "),
                            good + "{}",
                            good.replace("\"text\"", "5").replace("{\"a\": 1}", "5"))) {
                        Client.Answer answer = client.post(operation.address("lang=en"), "application/json", wrong);
                        assertEquals(400, answer.status(), wrong + ": " + answer.text());
                    }
                }));
    }

    private JsonNode schema(Operation operation) {
        String method = operation.method().toLowerCase(java.util.Locale.ROOT);
        String reference = api.at("/paths/" + operation.path().replace("/", "~1") + "/" + method
                        + "/requestBody/content/application~1json/schema/$ref")
                .asString();
        return api.at(reference.substring(1));
    }

    private static String example(JsonNode schema) {
        List<String> fields = new ArrayList<>();
        schema.at("/properties").properties().forEach(property -> {
            JsonNode types = property.getValue().at("/type");
            String type = types.isArray() ? types.at("/0").asString() : types.asString();
            fields.add("\"" + property.getKey() + "\": "
                    + (type.equals("array") ? "[\"text\"]" : type.equals("object") ? "{\"a\": 1}" : "\"text\""));
        });
        return "{" + String.join(", ", fields) + "}";
    }

    @Test
    void an_operation_without_a_body_refuses_one() {
        String nobody = "/api/v1/dossiers/00000000-0000-0000-0000-000000000001/submissions";
        assertEquals(
                400,
                client.post(nobody, "application/json", "{\"note\": \"x\"}").status());
        assertEquals(400, client.post(nobody, "application/yaml", "title: x\n").status());
        assertEquals(404, client.post(nobody, "application/json", " { } ").status());
    }

    @Test
    void a_line_of_a_batch_is_judged_at_its_own_day_and_says_nothing_in_vain() {
        String dossier = "{\"plancheck\":1,\"kind\":\"self-assessment\",\"id\":\"T\",\"title\":\"t\","
                + "\"place\":\"620821\",\"as-of\":\"2025-12-31\",\"figures\":{}}";
        String batch = String.join(
                "\n",
                "{\"id\":\"own\",\"as-of\":\"2030-12-31\",\"dossier\":" + dossier + "}",
                "{\"id\":\"asked\",\"dossier\":" + dossier + "}",
                "{\"id\":\"null\",\"as-of\":null,\"dossier\":" + dossier + "}",
                "{\"id\":\"early\",\"as-of\":\"2024-12-31\",\"dossier\":" + dossier + "}",
                "{\"id\":\"day\",\"as-of\":\"31.12.2030\",\"dossier\":" + dossier + "}",
                "{\"id\":\"number\",\"as-of\":{},\"dossier\":" + dossier + "}",
                "{\"id\":\"far\",\"as-of\":\"+999999999-12-31\",\"dossier\":" + dossier + "}",
                "{\"id\":\"more\",\"asof\":\"2030-12-31\",\"dossier\":" + dossier + "}",
                "{\"id\":\"set\",\"set\":{},\"dossier\":" + dossier + "}",
                "{\"id\":\"twice\",\"id\":\"again\",\"dossier\":" + dossier + "}",
                "{\"id\":\"both\",\"dossier\":" + dossier + ",\"dossier\":" + dossier + "}");
        List<JsonNode> lines = client.post("/api/v1/batches?as-of=2026-12-31", NDJSON, batch)
                .text()
                .lines()
                .map(new JsonMapper()::readTree)
                .toList();
        assertEquals("2030-12-31", judged(lines.get(0)));
        assertEquals("2026-12-31", judged(lines.get(1)));
        assertEquals("2026-12-31", judged(lines.get(2)));
        assertEquals(
                List.of(422, 400, 400, 400, 400, 400, 400, 400),
                lines.subList(3, lines.size()).stream()
                        .map(line -> line.at("/problem/status").asInt())
                        .toList(),
                lines.toString());
    }

    private String judged(JsonNode line) {
        return client.get(line.at("/links/report").asString())
                .json()
                .at("/asOf")
                .asString(line.toString());
    }

    @Test
    void a_day_that_is_none_of_this_age_is_refused() {
        byte[] dossier = Dossiers.bytes("sewage-project");
        for (String day : List.of("+999999999-12-31", "2101-01-01", "0001-01-01")) {
            Client.Answer answer = client.post("/api/v1/assessments?as-of=" + day, "application/yaml", dossier);
            assertTrue(List.of(400, 422).contains(answer.status()), day + ": " + answer.text());
        }
        assertEquals(
                201,
                client.post("/api/v1/assessments?as-of=2100-12-31", "application/yaml", dossier)
                        .status());
    }

    @Test
    void a_form_has_the_fields_there_are_each_once() {
        String path = "/api/v1/dossiers/00000000-0000-0000-0000-000000000001/evidence";
        String figure = field("figure", "/figures/land-revenue-share");
        String file = field("file\"; filename=\"a.pdf", "%PDF-1.4");
        assertEquals(404, form(path, figure + file).status());
        assertEquals(404, form(path + "?figure=/figures/x", file).status());
        for (String wrong : List.of(
                figure + figure + file, figure + file + file, figure + file + field("note", "x"), figure, file)) {
            assertEquals(400, form(path, wrong).status(), wrong);
        }
        assertEquals(400, form(path + "?figure=/figures/x", figure + file).status());
    }

    private static String field(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private Client.Answer form(String path, String fields) {
        byte[] body = (fields + "--b--\r\n").getBytes(StandardCharsets.UTF_8);
        return client.post(path, "multipart/form-data; boundary=b", body);
    }

    @TestFactory
    Stream<DynamicTest> whatever_answers_get_answers_head() {
        return operations()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> DynamicTest.dynamicTest(operation.path(), () -> {
                    Client.Answer get = client.get(operation.address("lang=en"));
                    Client.Answer head = client.send(
                            client.request(operation.address("lang=en")).method("HEAD", BodyPublishers.noBody()));
                    assertEquals(get.status(), head.status());
                    assertEquals(get.header("Content-Type"), head.header("Content-Type"));
                    assertEquals(get.header("ETag"), head.header("ETag"));
                    assertEquals("", head.text());
                }));
    }

    @Test
    void head_takes_no_more_than_get() {
        Client reading = Client.of(service, "", Scope.READ_DOSSIERS);
        assertEquals(
                200,
                reading.send(reading.request("/api/v1/dossiers").method("HEAD", BodyPublishers.noBody()))
                        .status());
        Client nobody = Client.with(service, "");
        assertEquals(
                200,
                nobody.send(nobody.request("/api/v1/plans").method("HEAD", BodyPublishers.noBody()))
                        .status());
        assertEquals(
                401,
                nobody.send(nobody.request("/api/v1/dossiers").method("HEAD", BodyPublishers.noBody()))
                        .status());
    }
}
