package plancheck;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The way through plancheck: which package may know which, and who may know which library. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // what an earlier package has written for the prepared start wires everything with everything
            .withImportOption(location -> !location.contains("__") && !location.contains("$$"))
            .importPackages("plancheck");

    private static final Pattern HOUSE = Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern ROOM =
            Pattern.compile("^\\| `([a-z]+\\.[a-z]+)` \\|[^|]*\\|([^|]*)\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([A-Za-z.]+)`");
    private static final Path PAGE = Path.of("src", "docs", "architecture.md");

    /** Every house and those it may know, as the page for people has it. */
    private static final Map<String, Set<String>> MAY_KNOW = names(HOUSE, 2);
    /** Every room within a house and what it may know there. */
    private static final Map<String, Set<String>> MAY_KNOW_WITHIN = names(ROOM, 2);
    /** Every room within a house and its types that other houses may use. */
    private static final Map<String, Set<String>> DOORS = names(ROOM, 3);

    private static Map<String, Set<String>> names(Pattern line, int column) {
        try {
            return line.matcher(Files.readString(PAGE))
                    .results()
                    .collect(Collectors.toMap(
                            room -> room.group(1),
                            room -> NAME.matcher(room.group(column))
                                    .results()
                                    .map(name -> name.group(1))
                                    .collect(Collectors.toSet())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map.Entry<String, Set<String>> entry(String name, String... known) {
        return Map.entry(name, Set.of(known));
    }

    /** Libraries that only some packages may know. */
    private static final Map<String, Set<String>> KNOWN_BY = Map.ofEntries(
            entry("org.drools", "rulebook"),
            entry("org.kie", "rulebook", "check"),
            entry("com.microsoft.z3", "proof"),
            entry("picocli", "cli"),
            entry("org.springframework.data", "archive"),
            entry("org.springframework.jdbc", "archive"),
            entry("org.springframework.session", "archive", "service"),
            entry("org.springframework.web", "access", "api", "door", "service", "web"),
            entry("org.eclipse.jetty", "door"),
            entry("org.apache.hc", "webhook"),
            entry("org.apache.commons.csv", "dossier"),
            entry("org.apache.poi", "sheet", "prefill"),
            entry("org.apache.pdfbox", "prefill"),
            entry("org.jsoup", "prefill"),
            entry("com.github.pjfanning", "sheet"),
            entry("org.apache.commons.text", "rulebook"),
            entry("org.apache.tika", "workflow"),
            entry(
                    "tools.jackson",
                    "rulebook",
                    "verification",
                    "dossier",
                    "prefill",
                    "platform",
                    "report",
                    "cases",
                    "proof",
                    "cli",
                    "workflow",
                    "webhook",
                    "api",
                    "web",
                    "door",
                    "service"),
            entry("org.thymeleaf", "report"),
            entry("org.snakeyaml", "dossier"),
            entry("org.yaml", "dossier"));

    @Test
    void every_house_is_named_on_the_page_and_none_is_empty() {
        assertEquals(
                new TreeSet<>(MAY_KNOW.keySet()),
                CLASSES.stream().map(ArchitectureTest::house).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_room_within_is_named_on_the_page_and_none_is_empty() {
        assertEquals(
                new TreeSet<>(DOORS.keySet()),
                CLASSES.stream()
                        .map(ArchitectureTest::room)
                        .filter(room -> room.contains("."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    Stream<DynamicTest> a_house_knows_only_those_it_may() {
        return MAY_KNOW.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> known = new TreeSet<>();
                    known(ArchitectureTest::house, entry.getKey()).forEach(type -> known.add(house(type)));
                    known.remove(entry.getKey());
                    known.removeAll(entry.getValue());
                    assertEquals(Set.of(), known, entry.getKey() + " knows what it may not");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_room_knows_only_what_it_may_of_its_house() {
        return MAY_KNOW_WITHIN.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> known = new TreeSet<>();
                    known(ArchitectureTest::room, entry.getKey())
                            .filter(type -> entry.getKey().startsWith(house(type) + "."))
                            .forEach(type -> known.add(room(type)));
                    known.remove(entry.getKey());
                    known.removeAll(entry.getValue());
                    assertEquals(Set.of(), known, entry.getKey() + " knows what it may not");
                }));
    }

    @TestFactory
    Stream<DynamicTest> others_come_in_by_the_doors_of_a_room() {
        return DOORS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> used = new TreeSet<>();
                    for (JavaClass type : CLASSES) {
                        if (!entry.getKey().startsWith(house(type) + ".")) {
                            known(type)
                                    .filter(known -> room(known).equals(entry.getKey()))
                                    .forEach(known -> used.add(outermost(known)));
                        }
                    }
                    assertEquals(new TreeSet<>(entry.getValue()), used);
                }));
    }

    /** What the types of this house or room use of plancheck. */
    private static Stream<JavaClass> known(Function<JavaClass, String> by, String name) {
        return CLASSES.stream().filter(type -> by.apply(type).equals(name)).flatMap(ArchitectureTest::known);
    }

    private static Stream<JavaClass> known(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith("plancheck."));
    }

    @TestFactory
    Stream<DynamicTest> a_library_is_known_only_where_it_may_be() {
        return KNOWN_BY.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> knowing = new TreeSet<>();
                    for (JavaClass type : CLASSES) {
                        boolean knows = type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getPackageName()
                                        .startsWith(entry.getKey()));
                        if (knows) {
                            knowing.add(house(type));
                        }
                    }
                    assertFalse(
                            knowing.isEmpty(),
                            "nobody knows " + entry.getKey() + ": a rule that matches nothing proves nothing");
                    knowing.removeAll(entry.getValue());
                    assertEquals(Set.of(), knowing);
                }));
    }

    @Test
    void facts_know_nothing_but_the_jdk() {
        for (JavaClass type : CLASSES) {
            if (house(type).equals("facts")) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    boolean allowed = target.isEmpty()
                            || target.startsWith("java.")
                            || target.startsWith("plancheck.facts")
                            || target.startsWith("org.jspecify.");
                    assertEquals(true, allowed, dependency.getDescription());
                });
            }
        }
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("plancheck.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("plancheck.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** The package below plancheck's own, with whatever is below that. */
    private static String house(JavaClass type) {
        return room(type).replaceFirst("\\..*", "");
    }

    /** The package, without plancheck's own. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.substring(name.indexOf('.') + 1);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.replaceFirst("\\$.*", "");
    }
}
