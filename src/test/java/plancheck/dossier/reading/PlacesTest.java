package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.DossierReading;
import plancheck.rulebook.PlaceName;

/** Places by names and by the codes they had, and dossiers that are another place's. */
class PlacesTest {
    private static final String HUATING = Given.HEAD.replace("620821", "620881").replace("泾川县", "华亭市");

    @ParameterizedTest
    @CsvSource({
        "620824, “620824”是2018年以前华亭县的代码，按现在的620881（华亭市）办理",
        "华亭县, “华亭县”是2018年以前的名称，按现在的620881（华亭市）办理",
        "华亭市, “华亭市”按620881（华亭市）办理",
        "华亭, “华亭”按620881（华亭市）办理",
        "Huating, “Huating”按620881（华亭市）办理",
    })
    void a_place_by_its_name_or_its_former_code_is_taken_and_said(String written, String said) {
        DossierReading reading = Given.read(HUATING.replace("\"620881\"", "\"" + written + "\""));
        assertEquals(List.of("提示：第5行：" + said + "。今后请写 620881"), Given.said(reading));
        assertEquals("620881", reading.orThrow().place());
    }

    @Test
    void a_present_name_is_not_a_former_one() {
        assertEquals(
                List.of("提示：第5行：“泾川县”按620821（泾川县）办理。今后请写 620821"),
                Given.problems(Given.HEAD.replace("\"620821\"", "泾川县")));
        assertEquals("620800", Given.BOOK.place("平凉市").map(PlaceName::code).orElse(""));
    }

    @Test
    void figures_by_county_may_be_under_the_code_a_county_had() {
        String parts = """
                figures:
                  urban-residents: { by-county: { "620824": 9, 泾川县: 10 }, unit: 万人, year: 2024 }
                  residents: { by-county: { "620824": 19 }, unit: 万人, year: 2024 }
                """;
        DossierReading reading = Given.read(Given.CITY + parts);
        assertEquals(2, reading.problems().size(), () -> Given.said(reading).toString());
        assertEquals(
                List.of("620881", "620821"),
                reading.orThrow().places().stream()
                        .flatMap(place -> java.util.stream.Stream.ofNullable(place.figure("urban-residents")))
                        .flatMap(figure -> figure.byCounty().keySet().stream())
                        .toList());
    }

    @Test
    void a_county_under_both_its_codes_is_there_twice() {
        List<String> problems = Given.problems(Given.CITY
                + "figures:\n  residents: { by-county: { \"620881\": 9, \"620824\": 9 }, unit: 万人, year: 2024 }\n");
        assertTrue(problems.contains("第8行：华亭市在第8行已经填过，不能再以“620824”填一次。同一个县（市、区）只填一次"), problems::toString);
    }

    @Test
    void a_project_keeps_the_code_it_got_when_its_place_had_another() {
        assertEquals(
                List.of(),
                Given.problems(Given.PROJECT
                        .replace("-620802-", "-620824-")
                        .replace("620802", "620881")
                        .replace("崆峒区", "华亭市")
                        .replace("central-urban-area", "county-seat")));
    }

    @Test
    void a_title_and_an_id_of_another_county_are_noticed_once() {
        String other = Given.HEAD.replace("id: 620821", "id: 620823").replace("泾川县", "崇信县");
        assertEquals(
                List.of("提示：第4行：材料的地区是泾川县（620821），但标题写的是崇信县、编号里的620823是崇信县的代码。请核对是不是别处的材料，或者改漏了"),
                Given.problems(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"崇信2024年度自评", "平凉市崇信县2024年度自评", "华亭县2024年度自评", "Chongxin County 2024", "崇信　县自评"})
    void so_is_a_title_alone(String title) {
        assertEquals(1, Given.problems(Given.HEAD.replace("泾川县2024年度自评", title)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024年度新型城镇化自评", "泾川县2024年度自评", "平凉市泾川县自评", "泾川自评", "泾川县与崇信县合编本", "Jingchuan County 2024"})
    void a_title_of_its_own_or_of_none_is_sound(String title) {
        assertEquals(List.of(), Given.problems(Given.HEAD.replace("泾川县2024年度自评", title)));
    }

    @Test
    void a_project_may_have_the_number_and_the_name_of_an_authority_above() {
        assertEquals(
                List.of(),
                Given.problems(Given.PROJECT.replace("id: 620802", "id: 620800").replace("title: 崆峒区", "title: 平凉市")));
        assertEquals(
                1,
                Given.problems(Given.PROJECT.replace("title: 崆峒区", "title: 静宁县"))
                        .size());
    }
}
