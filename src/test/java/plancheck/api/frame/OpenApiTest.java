package plancheck.api.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import plancheck.access.Scope;
import plancheck.facts.Force;
import plancheck.facts.Term;
import plancheck.report.Outcome;
import plancheck.service.Client;
import plancheck.service.TestService;
import plancheck.workflow.DossierState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's own description. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final TestService service = TestService.shared();
    private final JsonNode api = Client.with(service, "").get("/v3/api-docs").json();

    @Test
    void it_is_openapi_3_1_with_a_bearer_token() {
        assertTrue(
                api.at("/openapi").asString().startsWith("3.1"),
                api.at("/openapi").asString());
        assertEquals("plancheck", api.at("/info/title").asString());
        assertFalse(api.at("/info/description").asString().isEmpty());
        JsonNode scheme = api.at("/components/securitySchemes").iterator().next();
        assertEquals("http", scheme.at("/type").asString());
        assertEquals("bearer", scheme.at("/scheme").asString());
    }

    @Test
    void every_operation_says_what_it_does_answers_and_how_it_fails() {
        int operations = 0;
        List<String> lacking = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.at("/paths").properties()) {
            assertTrue(path.getKey().startsWith("/api/v1/"), path.getKey());
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                assertTrue(METHODS.contains(method.getKey()));
                JsonNode operation = method.getValue();
                String name = method.getKey() + " " + path.getKey();
                operations++;
                if (operation.at("/summary").asString().isEmpty()
                        || operation.at("/tags").isEmpty()) {
                    lacking.add(name + " has no summary or tag");
                }
                if (operation
                        .at("/responses/default/content/application~1problem+json")
                        .isMissingNode()) {
                    lacking.add(name + " does not say how it fails");
                }
                if (operation.at("/responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .filter(response -> !response.getKey().equals("204"))
                        .anyMatch(response -> response.getValue().at("/content").isMissingNode()
                                || response.getValue().at("/content").properties().stream()
                                        .anyMatch(type -> type.getKey().equals("*/*")
                                                || type.getValue().at("/schema").isMissingNode()))) {
                    lacking.add(name + " does not say what it answers");
                }
            }
        }
        assertEquals(List.of(), lacking);
        assertTrue(operations >= 40, "only " + operations);
    }

    @Test
    void parameters_of_closed_vocabularies_list_their_values() {
        JsonNode findings = api.at("/paths/~1api~1v1~1assessments~1{id}~1findings/get");
        assertEquals(ids(Outcome.values()), values(findings, "outcome"));
        assertEquals(ids(Force.values()), values(findings, "force"));
        assertEquals(Set.of("zh", "en"), values(findings, "lang"));
        assertEquals(ids(Force.values()), values(api.at("/paths/~1api~1v1~1provisions/get"), "force"));
        JsonNode dossiers = api.at("/paths/~1api~1v1~1dossiers/get");
        assertEquals(ids(DossierState.values()), values(dossiers, "state"));
        assertEquals(500, parameter(dossiers, "limit").at("/schema/maximum").asInt());
    }

    private static Set<String> ids(Term... vocabulary) {
        return Stream.of(vocabulary).map(Term::id).collect(Collectors.toSet());
    }

    private static Set<String> values(JsonNode operation, String parameter) {
        JsonNode schema = parameter(operation, parameter).at("/schema");
        return (schema.has("items") ? schema.at("/items/enum") : schema.at("/enum"))
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        return operation
                .at("/parameters")
                .valueStream()
                .filter(each -> each.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_operation_has_a_name_of_its_own_that_reads() {
        List<String> names = operations()
                .map(operation -> operation.at("/operationId").asString())
                .toList();
        assertEquals(names.size(), Set.copyOf(names).size());
        names.forEach(name -> assertTrue(
                name.matches(
                                "(create|list|get|explain|answer|attach|detach|submit|replace|compare|disable|match|open|return|decide|remind|close)[A-Z]\\w+|whatIf")
                        && !name.contains("_"),
                name));
        assertTrue(names.contains("createAssessment"));
    }

    @Test
    void lists_are_parted_by_commas_and_no_parameter_is_null() {
        operations()
                .flatMap(operation -> operation.at("/parameters").valueStream())
                .forEach(parameter -> {
                    JsonNode type = parameter.at("/schema/type");
                    assertTrue(type.isString(), parameter.toString());
                    if (type.asString().equals("array")) {
                        assertFalse(parameter.at("/explode").asBoolean(true), parameter.toString());
                    }
                });
    }

    @Test
    void the_events_of_a_webhook_are_words_in_a_list() {
        JsonNode events = api.at("/components/schemas/WebhookRequest/properties/events");
        assertEquals("array", events.at("/type").asString());
        assertTrue(events.at("/enum").isMissingNode());
        assertEquals("string", events.at("/items/type").asString());
        Client client = Client.of(service, "", Scope.values());
        events.at("/items/enum").forEach(event -> {
            String asked = "{\"url\": \"https://93.184.215.14/x\", \"events\": [" + event + "]}";
            Client.Answer made = client.post("/api/v1/webhooks", "application/json", asked);
            assertEquals(201, made.status(), made.text());
        });
    }

    @Test
    void no_value_is_of_several_types_and_every_example_is_of_its_own() {
        api.at("/components/schemas")
                .forEach(schema -> schema.at("/properties").properties().forEach(property -> {
                    JsonNode type = property.getValue().at("/type");
                    assertTrue(
                            type.valueStream()
                                            .filter(one -> !one.asString().equals("null"))
                                            .count()
                                    <= 1,
                            property.toString());
                    example(property.getValue());
                }));
        operations()
                .flatMap(operation -> operation.at("/parameters").valueStream())
                .forEach(parameter -> {
                    assertTrue(parameter.at("/example").isMissingNode()
                            || parameter.at("/example").isString());
                    example(parameter.at("/schema"));
                });
    }

    private static void example(JsonNode schema) {
        JsonNode example = schema.at("/example");
        if (!example.isMissingNode()) {
            assertEquals(schema.at("/type").asString().equals("string"), example.isString(), schema.toString());
            assertEquals(schema.at("/type").asString().equals("object"), example.isObject(), schema.toString());
        }
    }

    @Test
    void evidence_is_a_form_of_two_fields() {
        JsonNode attach = api.at("/paths/~1api~1v1~1dossiers~1{id}~1evidence/post");
        assertTrue(attach.at("/parameters")
                .valueStream()
                .noneMatch(parameter -> parameter.at("/name").asString().equals("figure")));
        JsonNode form = api.at("/components/schemas/EvidenceForm");
        assertEquals("binary", form.at("/properties/file/format").asString());
        assertEquals(
                Set.of("figure", "file"),
                form.at("/required").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
    }

    private Stream<JsonNode> operations() {
        return api.at("/paths").valueStream().flatMap(JsonNode::valueStream);
    }

    @Test
    void every_path_there_is_is_described() {
        Set<String> mapped = new TreeSet<>();
        List<HandlerMapping> mappings =
                Objects.requireNonNull(service.bean(DispatcherServlet.class).getHandlerMappings());
        for (HandlerMapping mapping : mappings) {
            if (mapping instanceof RequestMappingHandlerMapping methods) {
                methods.getHandlerMethods().forEach((info, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("plancheck.api.")) {
                        mapped.addAll(info.getPatternValues());
                    }
                });
            }
        }
        Set<String> described = new TreeSet<>();
        api.at("/paths").propertyNames().forEach(described::add);
        assertEquals(mapped, described);
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_internal_shows() {
        Pattern reference = Pattern.compile("\"\\$ref\" ?: ?\"#/components/schemas/([^\"]+)\"");
        String text = api.toString();
        reference
                .matcher(text)
                .results()
                .forEach(found -> assertFalse(
                        api.at("/components/schemas/" + found.group(1)).isMissingNode(), found.group(1)));
        assertFalse(text.contains("Actor"), "who is acting is no parameter");
        assertFalse(text.contains("HttpServlet"));
    }

    @Test
    void reports_and_problems_are_as_described() {
        Client client = Client.of(service, "", Scope.ASSESS);
        for (java.nio.file.Path dossier : Dossiers.all()) {
            Client.Answer report = client.post("/api/v1/assessments", "application/yaml", Dossiers.bytes(dossier));
            fits("Report", report.text());
        }
        fits(
                "Problem",
                client.post("/api/v1/assessments", "application/yaml", "kind: x")
                        .text());
        fits("Problem", client.get("/api/v1/assessments/x").text());
        Client.Answer created = client.post(
                "/api/v1/assessments",
                "application/yaml",
                Dossiers.bytes("sewage-project"),
                "Prefer",
                "return=minimal");
        fits("Assessment", created.text());
        String at = created.header("Location");
        Client.Answer findings = client.get(at + "/findings");
        fits("Findings", findings.text());
        String provision = findings.json().at("/items/0/provision").asString();
        fits("Explanation", client.get(at + "/findings/" + provision).text());
        fits("RuleBook", client.get("/api/v1/rulebook").text());
        fits("Provision", client.get("/api/v1/provisions/" + provision).text());
    }

    /** Closed, so that whatever is not described is found. */
    private void fits(String name, String json) {
        ObjectNode schema = new JsonMapper().createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        ObjectNode components = schema.putObject("components");
        JsonNode schemas = api.at("/components/schemas").deepCopy();
        schemas.forEach(each -> {
            if (each.has("properties")) {
                ((ObjectNode) each).put("additionalProperties", false);
            }
        });
        components.set("schemas", schemas);
        Schema compiled = SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(schema);
        assertEquals(List.of(), compiled.validate(json, InputFormat.JSON), name);
    }
}
