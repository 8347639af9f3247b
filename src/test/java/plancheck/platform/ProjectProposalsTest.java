package plancheck.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.ProjectContent;
import plancheck.facts.WorkNature;
import plancheck.match.ProjectBasis;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Registrations as approval offices send them, and what they suggest. */
class ProjectProposalsTest {
    private static final ProjectProposals PROPOSALS = new ProjectProposals(RuleBooks.shipped());

    private static final String HEATING = """
            {"code":200,"data":{"list":[{"项目代码":"2403-620823-04-01-123456","项目名称":"崇信县热电联产集中供热建设项目",
            "建设地点":"甘肃省平凉市崇信县城区","建设性质":"新建","建设规模及内容":"新建供热管网10公里，换热站1座","总投资（万元）":"13512.79",
            "所属行业":"热力生产和供应(4430)","拟开工时间":"2024-05","拟建成时间":"2025年","审批监管类型":"审批","备注":"无"}]}}""";

    @Test
    void json_of_the_platform_gives_its_fields_wherever_they_are_wrapped() {
        ProjectProposal heating = PROPOSALS.of(HEATING).proposals().get(0);

        assertEquals("崇信县热电联产集中供热建设项目", heating.name());
        assertEquals("620823", heating.place());
        assertEquals(Level.COUNTY_SEAT, heating.site());
        assertEquals(WorkNature.NEW, heating.nature());
        assertEquals(List.of("heating"), sectors(heating));
        assertEquals(new BigDecimal("13512.79"), heating.investment());
        assertEquals(LocalDate.of(2024, 5, 1), heating.start());
        assertEquals(LocalDate.of(2025, 12, 31), heating.completion());
        assertEquals("供热管网10公里、换热站1座", amounts(heating));
    }

    @Test
    void what_was_read_into_a_field_is_said() {
        String said = said(PROPOSALS.of(HEATING).proposals().get(0));

        assertTrue(said.contains("“拟开工时间”写的是2024-05，按2024-05-01处理"), said);
        assertTrue(said.contains("没有用到：备注"), said);
    }

    @Test
    void a_table_has_a_project_a_row_and_its_heads_anywhere_above() {
        ProjectProposals.Read read = PROPOSALS.of("""
                平凉市项目清单
                项目名称	建设地点	建设规模及内容	总投资(亿元)
                甘田公路改造	静宁县甘沟镇	改造提升12.6公里，桥梁3座	1.28
                项目名称	建设地点	建设规模及内容	总投资(亿元)
                灵台县城公园	灵台县县城	占地130亩
                """);

        assertEquals(
                List.of("甘田公路改造", "灵台县城公园"),
                read.proposals().stream().map(ProjectProposal::name).toList());
        assertEquals("12.6公里、桥梁3座", amounts(read.proposals().get(0)));
        assertEquals(
                0, new BigDecimal("12800").compareTo(read.proposals().get(0).investment()));
        assertEquals(List.of("park"), sectors(read.proposals().get(1)));
    }

    @Test
    void a_form_has_a_field_beside_its_value() {
        ProjectProposal read = PROPOSALS
                .of("项目名称,泾川县城区停车场,项目代码,\n建设地点,泾川县县城,建设性质,改建\n建设规模和内容,\"停车位320个，充电桩40台\",,\n")
                .proposals()
                .get(0);

        assertEquals("泾川县城区停车场", read.name());
        assertEquals(WorkNature.REBUILT, read.nature());
        assertEquals("停车位320个、充电桩40台", amounts(read));
    }

    @Test
    void several_counties_of_a_road_are_all_its_places() {
        ProjectProposal road = PROPOSALS.of(Map.of("项目名称", "S28线灵台至华亭高速公路", "建设地点", "灵台县、崇信县、华亭市"));

        assertEquals("620822", road.place());
        assertEquals(List.of("620823", "620881"), road.alsoIn());
        assertEquals(List.of("expressway"), sectors(road));
    }

    @Test
    void a_place_outside_of_the_rule_book_is_an_error_and_none_is_guessed() {
        ProjectProposal elsewhere = PROPOSALS.of(Map.of("项目名称", "某供水工程", "建设地点", "西安市长安区"));

        assertEquals("", elsewhere.place());
        assertTrue(said(elsewhere).contains("“西安市长安区”不在本规则库的范围内"), said(elsewhere));
    }

    @Test
    void an_industry_that_belongs_to_no_sector_is_said() {
        ProjectProposal unknown = PROPOSALS.of(Map.of("项目名称", "某楼", "建设地点", "泾川县", "所属行业", "8890", "建设规模及内容", "建一栋楼"));

        assertTrue(said(PROPOSALS.of(Map.of("项目名称", "某楼", "建设地点", "泾川县", "所属行业", "9999")))
                .contains("行业“9999”对应不到项目类别"));
        assertTrue(said(unknown).contains("读不出工程量"), said(unknown));
    }

    @Test
    void dates_in_the_wrong_order_are_an_error() {
        ProjectProposal read =
                PROPOSALS.of(Map.of("项目名称", "某路", "建设地点", "泾川县", "拟开工时间", "2025年6月", "拟建成时间", "2024年12月"));

        assertTrue(read.problems().stream().anyMatch(problem -> problem.isError()), said(read));
    }

    @Test
    void what_is_no_date_is_not_taken_for_one() {
        ProjectProposal read =
                PROPOSALS.of(Map.of("项目名称", "某路", "建设地点", "泾川县", "拟建成时间", "“十五五”期间", "拟开工时间", "2025-13"));

        assertNull(read.completion());
        assertNull(read.start());
    }

    @ParameterizedTest
    @CsvSource({
        "3200, 总投资（万元）, 3200",
        "3200, 总投资（亿元）, 32000000",
        "'3,200.5', 总投资, 3200.5",
        "1.2亿元, 总投资（万元）, 12000",
        "95000000元, 总投资, 9500",
    })
    void an_investment_is_in_the_unit_beside_it_or_in_its_head(String written, String head, BigDecimal expected) {
        ProjectProposal read = PROPOSALS.of(Map.of("项目名称", "某路", "建设地点", "泾川县", head, written));

        assertEquals(0, expected.compareTo(read.investment()), String.valueOf(read.investment()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "改造提升农村公路12.6公里，桥梁3座 | 农村公路12.6公里、桥梁3座",
                "2公里，由不足6米拓宽至12米 | 2公里",
                "总建筑面积9.04万㎡；停车位320个 | 总建筑面积90400平方米、停车位320个",
                "铺设DN500管道14,012米 | DN500管道14012米",
                "日处理污水2万吨/日 | ''",
                "无 | ''",
            })
    void quantities_are_read_with_what_they_are_of(String scale, String expected) {
        assertEquals(
                expected,
                ScaleText.amounts(scale).stream()
                        .map(read -> read.amount().of()
                                + read.amount().value()
                                + read.amount().unit())
                        .collect(Collectors.joining("、")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "[1,2,3]",
                "{\"a\":{\"b\":1}}",
                "a,b,c\n1,2,3",
                "项目名称",
                "\u0000\uFFFF",
                "[[[[[[[[[["
            })
    void what_holds_no_project_says_so(String text) {
        ProjectProposals.Read read = PROPOSALS.of(text);

        assertTrue(read.proposals().isEmpty());
        assertFalse(read.problems().isEmpty());
    }

    @Test
    void a_dossier_is_no_registration() {
        assertFalse(ProjectProposals.isRegistration("plancheck: 1\nkind: project\nnote: 项目名称\n"));
        assertTrue(ProjectProposals.isRegistration(HEATING));
    }

    @Test
    void more_projects_than_a_person_looks_through_are_refused() {
        String many = "项目名称\t建设地点\t建设性质\n" + "某路\t泾川县\t新建\n".repeat(600);

        ProjectProposals.Read read = PROPOSALS.of(many);

        assertEquals(500, read.proposals().size());
        assertTrue(read.problems().get(0).inWords().zh().contains("共600个项目，一次最多500个"));
    }

    private static List<String> sectors(ProjectProposal proposal) {
        return proposal.sectors().stream()
                .map(ProjectProposal.SectorGuess::sector)
                .toList();
    }

    private static String amounts(ProjectProposal proposal) {
        return proposal.amounts().stream()
                .map(read -> read.amount().of()
                        + read.amount().value()
                        + read.amount().unit())
                .collect(Collectors.joining("、"));
    }

    private static String said(ProjectProposal proposal) {
        return proposal.problems().stream()
                .map(problem -> problem.inWords().zh())
                .collect(Collectors.joining("\n"));
    }

    /** As an office would register them: what is suggested is taken as it is, and still nothing is named that it is not. */
    @Test
    void of_forty_published_projects_none_is_taken_for_a_work_that_it_is_not() throws IOException {
        RuleBook book = RuleBooks.shipped();
        ProjectBasis.Finder finder = new ProjectBasis.Finder(book);
        List<String> wrong = new ArrayList<>();
        int named = 0;
        for (JsonNode published : new YAMLMapper()
                .readTree(Files.readString(Path.of("src/test/resources/plancheck/match/projects.yaml")))) {
            String name = published.path("name").asString();
            String scale = published.path("scale").asString();
            List<String> places = published
                    .path("places")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            ProjectProposal read =
                    PROPOSALS.of(Map.of("项目名称", name, "建设地点", String.join(" ", places), "建设规模及内容", scale));
            PlaceName lies = Objects.requireNonNull(book.places().get(places.get(0)));
            ProjectContent content = new ProjectContent(
                    "", scale, null, places.subList(1, places.size()), Map.of(), List.of(), null, null, List.of());
            Place place = new Place(lies.code(), lies.level(), lies.inWords(), Map.of());
            List<String> right = published
                    .path("works")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            for (ProjectBasis.NamedWork work : finder.of(
                            new Project("", name, read.sector().orElse("other"), place, Map.of(), content))
                    .named()) {
                named++;
                if (!right.contains(work.work().id())) {
                    wrong.add(name + " → " + work.work().id());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(named >= 18, named + " are taken without a person");
    }
}
