package plancheck.dossier.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.Given;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.PlaceName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The JSON Schema is one, and says the same of a dossier's structure as the reader. */
class JsonSchemaTest {
    private static final JsonNode WRITTEN = JsonSchema.of(Given.BOOK);
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(WRITTEN);
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    @DisplayName("the schema is valid against the meta-schema of 2020-12")
    void valid() {
        Schema meta =
                REGISTRY.getSchema(SchemaLocation.of(WRITTEN.path("$schema").asString()));
        assertEquals(List.of(), meta.validate(WRITTEN));
    }

    @Test
    @DisplayName("every dossier of the samples is valid")
    void samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            List<Path> dossiers =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertFalse(dossiers.isEmpty());
            for (Path file : dossiers) {
                String text = Files.readString(file);
                assertEquals(List.of(), SCHEMA.validate(YAML.readTree(text)), file.toString());
            }
        }
    }

    @Test
    @DisplayName("in English it describes everything in English, and asks for the same")
    void english() {
        JsonNode english = JsonSchema.of(Given.BOOK, Label::en);
        assertEquals(
                "Sewage treatment rate of the county seat: Share of the county seat's sewage that is treated in sewage works; a city may give the rate of all its county seats together (in %)",
                english.at("/properties/figures/properties/county-seat-sewage-treatment-rate/anyOf/0/description")
                        .asString());
        assertEquals(
                List.of(),
                english.findValuesAsString("description").stream()
                        .filter(text -> text.matches("(?s).*\\p{IsHan}.*"))
                        .toList());
        assertEquals(undescribed(WRITTEN), undescribed(english));
    }

    private static JsonNode undescribed(JsonNode schema) {
        JsonNode bare = schema.deepCopy();
        ((ObjectNode) bare).remove("title");
        bare.findParents("description").forEach(described -> ((ObjectNode) described).remove("description"));
        return bare;
    }

    @ParameterizedTest
    @ValueSource(strings = {"620000", "620800", "620802", "620821"})
    @DisplayName("a blank dossier is valid, and the reader takes it")
    void blank(String place) {
        DossierTemplate template = template(place);
        agree(template.selfAssessment(), true);
    }

    @Test
    @DisplayName("a blank project is valid, and the reader takes it")
    void blankProject() {
        DossierTemplate template = template("620802");
        agree(template.project("compound-renovation", Level.CENTRAL_URBAN_AREA), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "note: 说明",
                "note: 2024",
                "figures: { residents: 28 }",
                "figures: { residents: null }",
                "figures: { residents: { value: 28, unit: 万人, year: 2024 } }",
                "figures: { residents: { value: 280000, unit: 人, year: 2024, source: statistics, evidence: [公报] } }",
                "figures: { residents: { series: { 2023: 28, 2024: 27 }, unit: 万人 } }",
                "figures: { county-seat-sewage-treatment-rate: 97.5 }",
                "villages: []",
                "villages: [{ name: 甲, households: 42, hardened-road: yes }, { name: 12, hardened-road: 否 }]",
                "villages: [{ name: 甲, hardened-road: true, source: department, evidence: [台账] }]",
                "markets: [{ name: 甲, in: county-seat }]",
                "figures: { county-seat-sewage-treatment-rate: '0.975%' }",
                "figures: { county-seat-sewage-treatment-rate: { value: '0.975%', unit: '%', year: 2024 } }",
                "named-projects:",
            })
    @DisplayName("reader and schema both take what is right")
    void right(String tail) {
        agree(Given.HEAD + tail + "\n", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figurs: {}",
                "figures: []",
                "figures: 3",
                "figures: { residnts: 28 }",
                "figures: { residents: \"28\" }",
                "figures: { residents: true }",
                "figures: { residents: [28] }",
                "figures: { residents: -1 }",
                "figures: { residents: { value: 28 } }",
                "figures: { residents: { value: 28, unit: 万人 } }",
                "figures: { residents: { value: 28, unit: 亩, year: 2024 } }",
                "figures: { residents: { value: 28, unit: 万人, year: 24 } }",
                "figures: { residents: { value: 28, unit: 万人, year: 2023.5 } }",
                "figures: { residents: { series: { 2023: 28 } } }",
                "figures: { residents: { series: { 23: 28 }, unit: 万人 } }",
                "figures: { residents: { value: 28, series: { 2023: 28 }, unit: 万人, year: 2024 } }",
                "figures: { residents: { by-county: { 629999: 28 }, unit: 万人, year: 2024 } }",
                "figures: { residents: { value: 28, unit: 万人, year: 2024, source: heard } }",
                "figures: { residents: { value: 28, unit: 万人, year: 2024, evidence: 公报 } }",
                "figures: { county-seat-sewage-treatment-rate: 120 }",
                "figures: { county-seat-sewage-treatment-rate: 0.975 }",
                "figures: { county-seat-sewage-treatment-rate: '97.5%' }",
                "figures: { county-seat-sewage-treatment-rate: { value: 0.975, unit: '%', year: 2024 } }",
                "villages: [{ name: '\u3000\u200b' }]",
                "villages: { name: 甲 }",
                "villages: [甲]",
                "villages: [{ households: 42 }]",
                "villages: [{ name: , households: 42 }]",
                "villages: [{ name: 甲, hardened-road: 1 }]",
                "villages: [{ name: 甲, in: county }]",
                "markets: [{ name: 甲, in: moon }]",
                "named-projects: { XX-1: started }",
                "note: { a: 1 }",
                "note: true",
            })
    @DisplayName("reader and schema both refuse what is wrong")
    void wrong(String tail) {
        agree(Given.HEAD + tail + "\n", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plancheck: 1 -> plancheck: 2",
                "plancheck: 1 -> plancheck:",
                "self-assessment -> assessment",
                "id: 620821-2024-ZP -> id:",
                "id: 620821-2024-ZP -> id: ''",
                "title: 泾川县2024年度自评 -> title: true",
                "title: 泾川县2024年度自评 -> title: '  '",
                "\"620821\" -> \"620899\"",
                "\"620821\" -> 泾州县",
                "2024-12-31 -> 2024-02-30",
                "2024-12-31 -> 2024/12/31",
                "2024-12-31 -> 20241231",
                "2024-12-31 -> 1824-12-31",
                "as-of: 2024-12-31 -> as-off: 2024-12-31",
            })
    @DisplayName("reader and schema both refuse a wrong head")
    void wrongHead(String change) {
        String[] parts = change.split(" -> ", 2);
        agree(Given.HEAD.replace(parts[0], parts[1]), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sector: compound-renovation -> sector: renovation",
                "sector: compound-renovation -> sector:",
                "site: central-urban-area -> site: town",
                "kind: project -> kind: self-assessment",
                "project: -> x:",
                "completion: 2025-10-31 -> completion: soon",
                "completion: 2025-10-31 -> investment: 3200",
                "start: 2024-06-01 -> investment: { value: 3200 }",
                "start: 2024-06-01 -> works: [water]",
            })
    @DisplayName("reader and schema both refuse a wrong project")
    void wrongProject(String change) {
        String[] parts = change.split(" -> ", 2);
        agree(Given.PROJECT, true);
        agree(Given.PROJECT.replace(parts[0], parts[1]), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"620824\"", "620824", "华亭县", "华亭市", "华亭", "\"620881\"", "620881"})
    @DisplayName("reader and schema both take a place by its name, and by the code and the name it had")
    void places(String written) {
        agree(Given.HEAD.replace("\"620821\"", written), true);
        agree(Given.CITY + "figures: { residents: { by-county: { " + written + ": 9 }, unit: 万人, year: 2024 } }", true);
    }

    private static DossierTemplate template(String place) {
        PlaceName at = Objects.requireNonNull(Given.BOOK.places().get(place));
        return new DossierTemplate(Given.BOOK, at, LocalDate.of(2025, 12, 31));
    }

    /** What people write is more than the schema has: it is understood, and told to be. */
    private static void agree(String dossier, boolean expected) {
        DossierReading reading = Given.read(dossier);
        List<com.networknt.schema.Error> errors = SCHEMA.validate(
                YAML.readTree(dossier),
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertNotNull(errors);
        boolean asTheFormatHasIt =
                reading.dossier() != null && reading.understood().isEmpty();
        assertEquals(expected, asTheFormatHasIt, () -> "reader: " + reading.problems());
        assertEquals(expected, errors.isEmpty(), () -> "schema: " + errors + ", reader: " + reading.problems());
    }
}
