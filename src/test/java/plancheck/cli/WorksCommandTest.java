package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plancheck works} and {@code plancheck match}: the works of the plans, and which of them a project may be. */
class WorksCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void works_are_found_by_place_sector_and_words() {
        Said said = Said.by("works", "list", "--place", "庄浪", "--sector", "heating", "供热");
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().contains("PL-6.2-B6-2-w7  庄浪县城区供热管网及换热站建设  庄浪县  供热"), said.out());
        assertFalse(said.out().contains("静宁"), said.out());
        JsonNode all = JSON.readTree(Said.by("works", "list", "-f", "json").out());
        assertTrue(all.size() > 700, "works and kinds of both plans: " + all.size());
        all.forEach(work -> assertFalse(work.path("anchor").asString("").isEmpty(), work.toString()));
    }

    @Test
    void one_work_is_shown_with_its_clause_and_with_what_is_asked_of_it() {
        Said said = Said.by("works", "show", "PL-6.1-1-w1");
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().contains("六/（一）/1") && said.out().contains("PL-6.1-1-a"), said.out());
        Said unknown = Said.by("works", "show", "PL-6.1-1-w99");
        assertEquals(64, unknown.exit());
        assertTrue(unknown.err().contains("是不是 PL-6.1-1-w"), unknown.err());
    }

    @Test
    void a_place_or_a_sector_that_there_is_not_is_told_with_those_there_are() {
        assertTrue(Said.by("works", "list", "--place", "兰州").err().contains("620821"));
        assertTrue(Said.by("works", "list", "--sector", "bridge").err().contains("railway"));
        assertEquals(64, Said.by("works", "list", "--sector", "bridge").exit());
    }

    @Test
    void a_project_is_matched_by_its_dossier_or_by_its_name() throws IOException {
        Said named = Said.by("match", "--name", "新建平凉至庆阳铁路", "--place", "平凉市", "--sector", "railway");
        assertEquals(0, named.exit(), named.err());
        assertTrue(named.out().contains("PL-6.1-1-w2 平庆铁路") && named.out().contains("可直接认定"), named.out());
        Path file = folder.resolve("x.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of("test-cases/dossiers/sewage-project.yaml"))
                        .replaceFirst("(?m)^title: .*$", "title: 庄浪县城区供热管网及换热站建设项目"));
        Said of = Said.by("match", file.toString(), "-f", "json");
        assertEquals(
                "PL-6.2-B6-2-w7",
                JSON.readTree(of.out()).at("/0/named/0").path("work").path("id").asString(),
                of.err());
        assertFalse(
                JSON.readTree(of.out()).at("/0/named/0/plain").asBoolean(), "the dossier says it is a sewage project");
    }

    private static final String REGISTERED = """
            {"项目代码": "2403-620823-04-01-123456", "项目名称": "崇信县热电联产集中供热建设项目", "建设地点": "崇信县城区",
             "建设性质": "新建", "建设规模及内容": "新建供热管网10公里，换热站1座", "所属行业": "4430", "拟建成时间": "2025年"}""";

    @Test
    void a_registration_of_the_approval_platform_is_matched_as_it_is_also_in_gbk() throws IOException {
        Path json = folder.resolve("a.json");
        Files.writeString(json, REGISTERED);
        Said said = Said.by("match", json.toString());
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().contains("PL-6.2-2-k3"), said.out());
        assertTrue(said.err().contains("类别可能是供热（heating）") && said.err().contains("供热管网10公里"), said.err());

        Path table = folder.resolve("b.csv");
        Files.write(table, "项目名称,建设地点,建设规模及内容\n静宁县甘田公路改造,静宁县甘沟镇,路面拓宽2公里\n某楼,西安市,\n".getBytes(Charset.forName("GBK")));
        Said two = Said.by("match", table.toString());
        assertTrue(two.out().contains("静宁县甘田公路改造") && two.out().contains("某楼"), two.out() + two.err());
        assertTrue(two.err().contains("“西安市”不在本规则库的范围内"), two.err());
        assertEquals(65, Said.by("template", "--from", table.toString()).exit());
    }

    @Test
    void a_template_takes_what_is_registered_and_checks_as_it_is() throws IOException {
        Path json = folder.resolve("a.json");
        Files.writeString(json, REGISTERED);
        Said template = Said.by("template", "--from", json.toString());
        assertEquals(0, template.exit(), template.err());
        assertTrue(template.out().contains("  sector: heating\n  site: county-seat"), template.out());
        assertTrue(template.out().contains("- { of: \"供热管网\", value: 10, unit: \"公里\" }"), template.out());

        Path dossier = folder.resolve("c.yaml");
        Files.writeString(dossier, template.out());
        Said checked = Said.by("check", dossier.toString());
        assertEquals(2, checked.exit(), checked.err());
        assertTrue(checked.out().contains("规划依据：规划要求建设的同类工程"), checked.out());
        assertEquals(64, Said.by("template").exit());
    }

    @Test
    void what_no_plan_names_is_said_and_ends_with_one() {
        Said said = Said.by("match", "--name", "叶润豆制品", "--place", "620823");
        assertEquals(1, said.exit());
        assertTrue(said.out().contains("规划没有点名这样的工程"), said.out());
    }

    @Test
    void without_a_project_or_with_a_self_assessment_it_is_said_what_is_needed() {
        assertEquals(64, Said.by("match").exit());
        Said said = Said.by("match", "test-cases/dossiers/jingchuan-2023.yaml");
        assertEquals(65, said.exit());
        assertTrue(said.err().contains("不是项目材料"), said.err());
    }

    @Test
    void in_english_nothing_but_names_is_chinese() {
        Said said = Said.by("match", "--name", "平庆铁路", "--lang", "en");
        assertTrue(said.out().contains("for a person to confirm") || said.out().contains("plain"), said.out());
        assertTrue(said.out().contains("Pingliang"), said.out());
    }
}
