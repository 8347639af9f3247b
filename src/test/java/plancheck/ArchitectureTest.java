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
            .importPackages("plancheck");

    /** Every package and the packages of ours it may know; a package that is not named here fails the test. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "facts", Set.of(),
            "plan", Set.of("facts"),
            "report", Set.of("facts"),
            "rulebook", Set.of("facts"),
            "verification", Set.of("facts", "plan", "rulebook"),
            "dossier", Set.of("facts", "rulebook"),
            "check", Set.of("facts", "rulebook", "dossier", "report"),
            "cases", Set.of("facts", "rulebook", "dossier", "report", "check"),
            "cli", Set.of("facts", "plan", "rulebook", "verification", "dossier", "report", "check", "cases"));

    /** Libraries that only some packages may know. */
    private static final Map<String, Set<String>> KNOWN_BY = Map.of(
            "org.drools", Set.of("rulebook"),
            "org.kie", Set.of("rulebook", "check"),
            "picocli", Set.of("cli"),
            "tools.jackson", Set.of("rulebook", "verification", "dossier", "report", "cases", "cli"),
            "org.snakeyaml", Set.of("dossier"));

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
