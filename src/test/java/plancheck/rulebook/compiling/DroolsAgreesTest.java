package plancheck.rulebook.compiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import plancheck.facts.Figure;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Requirement;
import plancheck.facts.Subject;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;
import plancheck.rulebook.reading.RuleBooks;

/** The shipped rules are still what Drools takes them for: its own compiler, given each kind of {@code when}, binds the same. */
class DroolsAgreesTest {
    private final RuleBook book = RuleBooks.of(Path.of("rules"));

    /** One provision of each scope. */
    private final List<Provision> each = List.copyOf(book.provisions().stream()
            .collect(Collectors.toMap(
                    p -> p.scope().of() + " " + conditions(p), p -> p, (first, second) -> first, LinkedHashMap::new))
            .values());

    private static String conditions(Provision provision) {
        return provision.scope().conditions().stream()
                .map(c -> c.attribute() + c.operator() + c.operands())
                .toList()
                .toString();
    }

    @Test
    @DisplayName(
            "for every scope of the rule book, subjects on, beside and without each condition are bound alike by both")
    void agree() {
        assertTrue(each.size() > 50);
        List<Subject> subjects = new ArrayList<>();
        each.forEach(provision -> subjects(provision, subjects));
        Set<Bound> ours = bound(RuleBase.of(each), subjects);
        assertTrue(ours.size() > 1000 && subjects.size() > each.size());
        assertEquals(bound(compiled(), subjects), ours);
    }

    private record Bound(String provision, int subject) {}

    private static Set<Bound> bound(KieBase base, List<Subject> subjects) {
        Map<Subject, Integer> numbers = new java.util.IdentityHashMap<>();
        KieSession session = base.newKieSession();
        for (Subject subject : subjects) {
            numbers.put(subject, numbers.size());
            session.insert(subject);
        }
        session.fireAllRules();
        Set<Bound> bound = session.getObjects(new ClassObjectFilter(Requirement.class)).stream()
                .map(Requirement.class::cast)
                .map(r -> new Bound(r.rule().split(" ")[0], numbers.getOrDefault(r.subject(), -1)))
                .collect(Collectors.toSet());
        session.dispose();
        return bound;
    }

    private KieBase compiled() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        StringBuilder text = new StringBuilder("package provisions\nimport plancheck.facts.*\n");
        each.forEach(provision -> text.append(provision.source()));
        files.write("src/main/resources/provisions/all.drl", text.toString());
        assertEquals(
                List.of(),
                services.newKieBuilder(files)
                        .buildAll(ExecutableModelProject.class)
                        .getResults()
                        .getMessages(Message.Level.ERROR));
        return services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
    }

    /** All ways to have or not to have what the provision's conditions name. */
    private static void subjects(Provision provision, List<Subject> subjects) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (Condition condition : provision.scope().conditions()) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> given : all) {
                for (Object value : values(condition)) {
                    Map<String, Object> longer = new HashMap<>(given);
                    longer.put(condition.attribute(), value);
                    more.add(longer);
                }
                more.add(given);
            }
            all = more;
        }
        all.forEach(given -> subjects.add(subject(provision.scope(), given)));
    }

    private static List<Object> values(Condition condition) {
        List<Object> values = new ArrayList<>(condition.operands());
        Object first = condition.operands().get(0);
        if (first instanceof BigDecimal number) {
            values.add(number.subtract(BigDecimal.ONE));
            values.add(number.add(new BigDecimal("0.01")));
        } else if (first instanceof Boolean yes) {
            values.add(!yes);
        } else if (first instanceof Level level) {
            values.add(Level.values()[(level.ordinal() + 1) % Level.values().length]);
        } else {
            values.add("another");
        }
        return values;
    }

    private static Subject subject(Scope scope, Map<String, Object> given) {
        Map<String, Figure> figures = new HashMap<>();
        given.forEach((attribute, value) -> figures.put(attribute, Figure.of(attribute, value, 2025)));
        Place place = new Place(
                String.valueOf(given.getOrDefault("code", "1")),
                (Level) given.getOrDefault("level", Level.PROVINCE),
                Label.of("某地"),
                figures);
        return switch (scope.of()) {
            case PLACE -> place;
            case ITEM ->
                new Item(
                        String.valueOf(given.getOrDefault("kind", scope.kind())),
                        "某项",
                        given.containsKey("level") ? place : null,
                        figures,
                        0,
                        1);
            case PROJECT -> new Project("", "某项目", String.valueOf(given.getOrDefault("sector", "")), place, figures);
        };
    }
}
