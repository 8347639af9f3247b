package plancheck;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** Every package and the packages of ours it may know; a package that is not named here fails the test. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("facts"),
            entry("plan", "facts"),
            entry("report", "facts"),
            entry("rulebook", "facts", "plan"),
            entry("verification", "facts", "plan", "rulebook"),
            entry("dossier", "facts", "rulebook"),
            entry("check", "facts", "plan", "rulebook", "dossier", "report"),
            entry("cases", "facts", "rulebook", "dossier", "report", "check"),
            entry("archive", "facts", "dossier", "report"),
            entry("access", "facts", "archive"),
            entry("workflow", "facts", "plan", "rulebook", "dossier", "report", "check", "archive", "access"),
            entry("webhook", "archive", "report", "workflow"),
            entry("web", with("verification", "cases", "workflow")),
            entry("api", with("verification", "workflow")),
            entry("door", "facts"),
            entry(
                    "service",
                    "facts",
                    "rulebook",
                    "dossier",
                    "report",
                    "check",
                    "archive",
                    "access",
                    "workflow",
                    "door"),
            entry(
                    "cli",
                    "facts",
                    "plan",
                    "rulebook",
                    "verification",
                    "dossier",
                    "report",
                    "check",
                    "cases",
                    "service"));

    /** What a door of the service knows besides what is named: the core, who is acting, and the rows it shows. */
    private static String[] with(String... more) {
        return Stream.concat(
                        Stream.of("facts", "plan", "rulebook", "dossier", "report", "check", "archive", "access"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static Map.Entry<String, Set<String>> entry(String name, String... known) {
        return Map.entry(name, Set.of(known));
    }

    /** Libraries that only some packages may know. */
    private static final Map<String, Set<String>> KNOWN_BY = Map.ofEntries(
            entry("org.drools", "rulebook"),
            entry("org.kie", "rulebook", "check"),
            entry("picocli", "cli"),
            entry("org.springframework.data", "archive"),
            entry("org.springframework.jdbc", "archive"),
            entry("org.springframework.session", "archive", "service"),
            entry("org.springframework.web", "access", "api", "door", "service", "web"),
            entry("org.eclipse.jetty", "door"),
            entry("org.apache.hc", "webhook"),
            entry("org.apache.commons.csv", "dossier"),
            entry("org.apache.tika", "workflow"),
            entry(
                    "tools.jackson",
                    "rulebook",
                    "verification",
                    "dossier",
                    "report",
                    "cases",
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
    void every_package_is_named_here_and_none_is_empty() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(ours(type)));
        assertEquals(new TreeSet<>(MAY_KNOW.keySet()), found);
    }

    @TestFactory
    Stream<DynamicTest> a_package_knows_only_what_it_may() {
        return MAY_KNOW.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> known = new TreeSet<>();
                    for (JavaClass type : CLASSES) {
                        if (ours(type).equals(entry.getKey())) {
                            type.getDirectDependenciesFromSelf().stream()
                                    .map(dependency ->
                                            dependency.getTargetClass().getBaseComponentType())
                                    .filter(target -> target.getPackageName().startsWith("plancheck."))
                                    .map(ArchitectureTest::ours)
                                    .forEach(known::add);
                        }
                    }
                    known.remove(entry.getKey());
                    known.removeAll(entry.getValue());
                    assertEquals(Set.of(), known, entry.getKey() + " knows what it may not");
                }));
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
                            knowing.add(ours(type));
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
            if (ours(type).equals("facts")) {
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
    }

    private static String ours(JavaClass type) {
        String name = type.getPackageName();
        return name.substring(name.indexOf('.') + 1);
    }
}
