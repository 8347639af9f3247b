package plancheck.dossier.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.AnyJdk;
import plancheck.Portion;
import plancheck.Thorough;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.dossier.reading.DossierFormat;
import plancheck.dossier.reading.Given;
import plancheck.dossier.reading.NodeParser;
import plancheck.dossier.reading.Shape;
import plancheck.dossier.reading.ShapeCheck;
import plancheck.facts.Label;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the reader refuses of a dossier the JSON Schema refuses, and nothing else, whatever is changed in it. */
@AnyJdk
@Thorough
class SchemaMutationTest {
    private static final int ROUNDS = Portion.rounds(50, 400);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchema.of(Given.BOOK));

    private static final Shape.Fields FORMAT = new DossierFormat(Given.BOOK).root();

    /** As JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"\\u3000\"",
            "\"甲\\n乙\"",
            "\"x\"",
            "\"合计\"",
            "\"合 计：\"",
            "\"~\"",
            "\"null\"",
            "true",
            "false",
            "\"yes\"",
            "\"no\"",
            "\"true\"",
            "\"是\"",
            "\"maybe\"",
            "\"Yes\"",
            "0",
            "-0",
            "-1",
            "1",
            "1.5",
            "1e2",
            "0.1",
            "100",
            "101",
            "1e20",
            "1e23",
            "1e24",
            "1e30",
            "-1e30",
            "999999999999999999999999",
            "12345678901234567890123456789",
            "1e400",
            "\"1\"",
            "\"1.5\"",
            "\"12%\"",
            "1989",
            "1990",
            "2024",
            "2024.0",
            "2024.5",
            "2100",
            "2101",
            "\"2024\"",
            "\"2024-12-31\"",
            "\"2024-02-30\"",
            "\"2023-02-29\"",
            "\"2024-02-29\"",
            "\"2024-13-01\"",
            "\"2024-00-10\"",
            "\"2024-04-31\"",
            "\"1989-12-31\"",
            "\"1990-01-01\"",
            "\"2100-12-31\"",
            "\"2101-01-01\"",
            "\"2024-1-1\"",
            "\"+999999999-12-31\"",
            "\"2024-12-31T00:00\"",
            "20241231",
            "\"620821\"",
            "620821",
            "\"620802\"",
            "\"county\"",
            "\"county-seat\"",
            "\"%\"",
            "\"个\"",
            "\"statistics\"",
            "\"completed\"",
            "\"project\"",
            "\"self-assessment\"",
            "[]",
            "[null]",
            "[\"\"]",
            "[1]",
            "[true]",
            "[[]]",
            "[{}]",
            "[\"甲\", \"乙\"]",
            "{}",
            "{\"a\": 1}",
            "{\"value\": 1}",
            "{\"value\": null}",
            "{\"value\": 1, \"unit\": \"个\", \"year\": 2020}",
            "{\"series\": {\"2020\": 1}}",
            "{\"series\": {\"1989\": 1}, \"unit\": \"个\"}",
            "{\"answer\": \"yes\"}",
            "{\"answer\": null, \"evidence\": null}",
            "{\"stage\": \"completed\"}",
            "{\"name\": \"甲\"}",
            "\"" + "长".repeat(101) + "\"");

    private static final List<String> KEYS = List.of(
            "value",
            "series",
            "by-county",
            "unit",
            "year",
            "source",
            "evidence",
            "note",
            "answer",
            "stage",
            "name",
            "in",
            "households",
            "residents",
            "no-such",
            "Value",
            "2020",
            "1989",
            "2101",
            "x2020",
            "620821",
            "",
            " ",
            "project",
            "figures",
            "villages",
            "works",
            "design",
            "code");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("whatever is changed in a sample, the shape and the schema agree")
    void samples(long seed) throws IOException {
        Random random = new Random(seed);
        List<JsonNode> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                samples.add(new YAMLMapper().readTree(Files.readString(file)));
            }
        }
        samples.add(new YAMLMapper().readTree(Given.PROJECT));
        samples.add(new YAMLMapper()
                .readTree(Given.HEAD
                        + "figures: { residents: { value: 28, unit: 万人, year: 2024 } }\nvillages: [{ name: 甲 }]\n"));
        List<String> apart = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode dossier = samples.get(random.nextInt(samples.size())).deepCopy();
            String change = "";
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                change += change(dossier, random) + "; ";
            }
            apart(dossier, change, apart);
        }
        assertEquals("", String.join("\n", apart));
    }

    @Test
    @DisplayName("every value in every place of a small dossier")
    void everywhere() {
        List<String> apart = new ArrayList<>();
        for (String text : List.of(
                Given.PROJECT + "  investment: { value: 3200, unit: 万元 }\n  works: { works-water: yes }\n",
                Given.HEAD + """
                        figures:
                          residents: { series: { "2023": 28 }, unit: 万人, source: statistics, evidence: [甲], note: 乙 }
                          county-seat-sewage-treatment-rate: 97.5
                        declarations: { PL-4.2-2-d: { answer: yes, evidence: [甲] } }
                        villages: [{ name: 甲, households: 42, hardened-road: yes }]
                        compounds: [{ name: 甲, in: county-seat, built: 1998 }]
                        named-projects: { PL-3.2-B2-1-w: { stage: completed } }
                        note: 甲
                        """)) {
            JsonNode dossier = new YAMLMapper().readTree(text);
            int places = places(dossier).size();
            int step = Portion.oneIn(5);
            for (int place = 0; place < places; place++) {
                for (int i = place % step; i < VALUES.size(); i += step) {
                    String value = VALUES.get(i);
                    JsonNode changed = dossier.deepCopy();
                    Place at = places(changed).get(place);
                    at.put(JSON.readTree(value));
                    apart(changed, at + " = " + value, apart);
                }
                JsonNode changed = dossier.deepCopy();
                Place at = places(changed).get(place);
                at.remove();
                apart(changed, at + " removed", apart);
            }
        }
        assertEquals("", String.join("\n", apart));
    }

    /** What only shows itself when the parts are put together, such as a year after the as-of date, no schema can say. */
    private static void apart(JsonNode dossier, String change, List<String> apart) {
        byte[] json = JSON.writeValueAsBytes(dossier);
        Problems shape = new Problems();
        Node root = new NodeParser(shape).parse(new String(json, StandardCharsets.UTF_8));
        if (root != null) {
            new ShapeCheck(shape).check(root, FORMAT, Label.of(""));
        }
        List<com.networknt.schema.Error> errors;
        try {
            errors = SCHEMA.validate(dossier);
        } catch (JsonNodeException beyond64Bits) {
            return; // what the validator cannot compare says nothing of the schema
        }
        DossierReading reading = Given.READER.read(json);
        boolean read = reading.problems().stream().noneMatch(Problem::isError)
                && reading.understood().isEmpty(); // what people write is more than the schema has
        if (errors.isEmpty() ? shape.hasErrors() : read) {
            apart.add(change + " → reader " + shape.inOrder() + ", schema "
                    + errors.stream().limit(3).toList());
        }
    }

    /** A value and what it stands in. */
    private record Place(JsonNode parent, String key) {
        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(key), value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(key);
            } else if (parent instanceof ArrayNode array) {
                array.remove(Integer.parseInt(key));
            }
        }

        @Override
        public String toString() {
            return key;
        }
    }

    private static List<Place> places(JsonNode node) {
        List<Place> places = new ArrayList<>();
        places(node, places);
        return places;
    }

    private static void places(JsonNode node, List<Place> places) {
        if (node.isObject()) {
            node.propertyNames().forEach(key -> {
                places.add(new Place(node, key));
                places(node.get(key), places);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places.add(new Place(node, String.valueOf(i)));
                places(node.get(i), places);
            }
        }
    }

    private static String change(JsonNode dossier, Random random) {
        List<Place> places = places(dossier);
        Place at = places.get(random.nextInt(places.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                at.remove();
                return at + " removed";
            }
            case 1 -> {
                String key = KEYS.get(random.nextInt(KEYS.size()));
                if (at.parent() instanceof ObjectNode object) {
                    object.set(key, JSON.readTree(value));
                }
                return key + " beside " + at + " = " + value;
            }
            default -> {
                at.put(JSON.readTree(value));
                return at + " = " + value;
            }
        }
    }
}
