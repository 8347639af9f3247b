package plancheck.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Projects as they were published, and names as people write them, against the works of both plans. */
class WorkMatcherTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final WorkMatcher MATCHER = new WorkMatcher(BOOK);

    private static List<WorkMatch> named(String name, String sector, String... places) {
        return MATCHER.named(new ProjectDescription(name, List.of(places), sector, ""));
    }

    private static String best(String name, String sector, String... places) {
        List<WorkMatch> matches = named(name, sector, places);
        return matches.isEmpty() ? "" : matches.get(0).work().id();
    }

    private static List<String> strings(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void of_forty_published_projects_at_most_two_are_proposed_wrongly_and_none_without_a_person() throws IOException {
        JsonNode projects = new YAMLMapper()
                .readTree(Files.readString(Path.of("src/test/resources/plancheck/match/projects.yaml")));
        assertEquals(40, projects.size());
        List<String> wrong = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (JsonNode project : projects) {
            List<String> right = strings(project.path("works"));
            List<WorkMatch> found = MATCHER.named(new ProjectDescription(
                    project.path("name").asString(),
                    strings(project.path("places")),
                    "",
                    project.path("scale").asString()));
            boolean good = found.isEmpty()
                    ? right.isEmpty()
                    : right.contains(found.get(0).work().id());
            if (!good) {
                String said = project.path("name").asString() + " → " + found;
                wrong.add(said);
                if (found.stream().anyMatch(WorkMatch::isPlain)) {
                    taken.add(said);
                }
            }
        }
        assertTrue(wrong.size() <= 2, wrong.toString());
        assertEquals(List.of(), taken);
    }

    @Test
    void the_name_of_a_work_with_its_place_and_sector_is_plain_however_it_is_typed() {
        for (String name : List.of("庄浪县城区供热管网及换热站建设项目", "庄浪县城区　供热管网及换热站建设（一期）工程")) {
            WorkMatch first = named(name, "heating", "620825").get(0);
            assertEquals("PL-6.2-B6-2-w7", first.work().id(), name);
            assertTrue(first.isPlain(), name + first);
        }
    }

    @Test
    void another_place_or_another_sector_speaks_against_it_and_a_person_decides() {
        WorkMatch elsewhere = named("庄浪县城区供热管网及换热站建设项目", "heating", "620826").get(0);
        assertFalse(elsewhere.isPlain());
        assertEquals(
                List.of("match.other-place"),
                elsewhere.doubts().stream().map(doubt -> doubt.key()).toList());
        assertFalse(named("庄浪县城区供热管网及换热站建设项目", "sewage", "620825").get(0).isPlain());
    }

    @Test
    void a_road_of_another_number_is_another_road() {
        assertEquals("PL-6.1-B5-4-w3", best("G566线阎家庙至静宁段改造", "", "620826"));
        assertFalse(named("G312线阎家庙至静宁段改造", "", "620826").stream().anyMatch(WorkMatch::isPlain));
    }

    @Test
    void the_longer_name_is_meant_where_one_name_is_part_of_another() {
        assertEquals("PL-6.1-B5-3-w2", best("平凉机场专用公路", "", "620802"));
        assertEquals("PL-6.1-1-w1", best("平凉机场航站楼", "", "620802"));
    }

    @Test
    void several_works_in_one_project_are_all_told_and_none_is_taken_alone() {
        List<WorkMatch> found = named("平庆铁路、定平铁路前期工作", "", "620800");
        assertTrue(found.size() >= 2, found.toString());
        assertFalse(found.stream().anyMatch(WorkMatch::isPlain));
    }

    @Test
    void what_two_plans_name_is_told_once_by_the_nearer_plan() {
        List<String> ids = named("新建平凉军民合用机场", "airport", "620802").stream()
                .map(match -> match.work().id())
                .toList();
        assertEquals("PL-6.1-1-w1", ids.get(0));
        assertFalse(ids.contains("GS-5.1-3-w4"));
    }

    @Test
    void what_no_plan_names_has_no_work_and_may_be_of_a_kind_that_is_called_for() {
        assertEquals(List.of(), named("崇信县叶润豆制品项目", "", "620823"));
        List<String> kinds =
                MATCHER.ofKind(new ProjectDescription("泾川县城区生活垃圾焚烧发电项目", List.of("620821"), "refuse", "")).stream()
                        .map(match -> match.work().id())
                        .toList();
        assertTrue(kinds.contains("PL-3.2-B2-2-k1"), kinds.toString());
    }

    @Test
    void an_empty_or_hostile_name_matches_nothing() {
        for (String name : List.of("", "项目", "建设工程", "(((", "\u0000", "公路".repeat(5000))) {
            assertFalse(named(name, "").stream().anyMatch(WorkMatch::isPlain), name);
        }
    }
}
