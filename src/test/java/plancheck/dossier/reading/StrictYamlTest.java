package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.writing.DossierTemplate;
import plancheck.dossier.writing.JsonSchema;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.PlaceName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we ship is the same dossier to programs that read YAML 1.1, where an unquoted day is a moment and yes is true, and
 * YAML 1.2, and is valid by the JSON Schema to both.
 */
class StrictYamlTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchema.of(Given.BOOK));
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(plancheck: 1\n.*?)```", Pattern.DOTALL);
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);

    private static Object old(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static Object current(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return Objects.requireNonNull(new Load(settings).loadFromString(yaml));
    }

    /** As JSON, of which nothing but JSON's own may come: no moments, no numbers as keys. */
    private static Object strict(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> strict = new LinkedHashMap<>();
            map.forEach((key, below) -> {
                assertInstanceOf(String.class, key, where + ": the key " + key);
                strict.put((String) key, below == null ? below : strict(below, where + "/" + key));
            });
            return strict;
        } else if (value instanceof List<?> list) {
            List<Object> strict = new ArrayList<>();
            list.forEach(element -> strict.add(strict(element, where + "/-")));
            return strict;
        }
        assertTrue(
                value instanceof String || value instanceof Number || value instanceof Boolean,
                () -> where + " is " + value.getClass());
        return value;
    }

    private static void check(String yaml, String name) {
        for (Function<String, Object> reading :
                List.<Function<String, Object>>of(StrictYamlTest::old, StrictYamlTest::current)) {
            JsonNode json = JSON.valueToTree(strict(reading.apply(yaml), name));
            assertEquals(List.of(), SCHEMA.validate(json), name);
            assertEquals(
                    List.of(),
                    Given.READER.read(JSON.writeValueAsBytes(json)).problems().stream()
                            .filter(Problem::isError)
                            .toList(),
                    name);
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @Test
    void the_samples() throws IOException {
        assertFalse(samples().isEmpty());
        for (Path file : samples()) {
            check(Files.readString(file), file.toString());
        }
    }

    @Test
    void the_samples_filled_in_anew() throws IOException {
        DossierForm form = new DossierForm(Given.BOOK);
        for (Path file : samples()) {
            Map<String, List<String>> fields =
                    form.fields(Files.readAllBytes(file)).values();
            fields.put("/note", List.of("2024-12-31"));
            PlaceName place = Objects.requireNonNull(Given.BOOK
                    .places()
                    .get(Objects.requireNonNull(fields.get("/place")).get(0)));
            byte[] yaml =
                    DossierForm.yaml(form.dossier(fields), Questionnaire.selfAssessment(Given.BOOK, place, AS_OF));
            check(new String(yaml, StandardCharsets.UTF_8), file.toString());
        }
    }

    @Test
    void the_templates_of_every_place() {
        for (PlaceName place : Given.BOOK.places().values()) {
            for (Function<Label, String> language : List.<Function<Label, String>>of(Label::zh, Label::en)) {
                check(new DossierTemplate(Given.BOOK, place, AS_OF, language).selfAssessment(), place.code());
            }
        }
    }

    @Test
    void the_templates_of_every_kind_of_project() {
        PlaceName place = Objects.requireNonNull(Given.BOOK.places().get("620821"));
        for (String sector : Given.BOOK.sectors().keySet()) {
            for (Level site : List.of(Level.COUNTY_SEAT, Level.COUNTY)) {
                check(new DossierTemplate(Given.BOOK, place, AS_OF).project(sector, site), sector);
            }
        }
    }

    @Test
    void the_examples_of_the_documentation() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("src/docs/dossier.md")));
        int found = 0;
        while (examples.find()) {
            check(examples.group(1), "src/docs/dossier.md");
            found++;
        }
        assertEquals(2, found);
    }

    @Test
    void a_text_that_either_version_takes_for_something_else_is_quoted() {
        DossierForm form = new DossierForm(Given.BOOK);
        for (String text : List.of(
                "yes",
                "no",
                "on",
                "off",
                "Yes",
                "NO",
                "true",
                "null",
                "~",
                "2024-12-31",
                "12:30:45",
                "1_000",
                "0777",
                "0x1F",
                "0o17",
                "1e3",
                ".inf",
                "=",
                "<<",
                "620821",
                "2404-620802-04-01-123456")) {
            Map<String, List<String>> fields =
                    form.fields(Given.HEAD.getBytes(StandardCharsets.UTF_8)).values();
            fields.put("/title", List.of(text));
            fields.put("/villages/0/name", List.of(text));
            PlaceName place = Objects.requireNonNull(Given.BOOK.places().get("620821"));
            String yaml = new String(
                    DossierForm.yaml(form.dossier(fields), Questionnaire.selfAssessment(Given.BOOK, place, AS_OF)),
                    StandardCharsets.UTF_8);
            for (Object read : List.of(old(yaml), current(yaml))) {
                JsonNode json = JSON.valueToTree(strict(read, text));
                assertTrue(json.at("/title").isString() || text.equals("620821"), yaml);
                assertEquals(text, json.at("/villages/0/name").asString(), yaml);
            }
        }
    }
}
