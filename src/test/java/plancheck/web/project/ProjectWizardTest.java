package plancheck.web.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.web.check.SelfCheckTest;
import plancheck.web.frame.PageForm;

/** A project's way in, without scripts. */
class ProjectWizardTest {
    private static final String AT = "/check/project";
    private static final String JSON = """
            { "data": [ { "projectName": "崇信县热电联产集中供热建设项目", "建设地点": "崇信县锦屏镇县城",
              "建设性质": "新建", "主要建设内容": "新建热源厂1座，敷设供热管网12.6公里", "总投资": "32000",
              "startYear": "2027", "endYear": "2028-10", "国标行业": "4430" } ] }
            """;

    private final TestService service = TestService.shared();
    private final Browser browser = new Browser(service);

    private Document page(Map<String, String> fields) {
        return Jsoup.parse(browser.post(AT, fields).body());
    }

    private Document pasted(String text) {
        return page(Map.of("text", text));
    }

    /** What a browser would send of the page that asks for confirmation. */
    private static Map<String, String> fields(Document page) {
        FormElement form =
                (FormElement) page.select("form[action=/check/project/form]").first();
        assertTrue(form != null, page.select("main").text());
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }

    private static String said(Document page) {
        return page.select("main").text();
    }

    @Test
    void it_begins_with_the_name_and_whoever_chooses_a_project_is_led_there() {
        assertEquals(
                2,
                Jsoup.parse(browser.get("/check").body())
                        .select("main a[href=/check/project]")
                        .size());
        Document start = Jsoup.parse(browser.get(AT + "?place=620823").body());
        assertEquals("620823", start.select("#place option[selected]").val());
        assertEquals(1, start.select("[name=/title][required]").size());
        assertTrue(said(page(Map.of("/title", " "))).contains("没有填项目名称。请照登记的名称填写"));
    }

    @Test
    void the_name_of_a_planned_work_finds_it_with_reasons_clause_and_what_the_plan_asks() {
        Document page = page(Map.of("/title", "平凉至庆阳铁路", "/place", "620800"));
        String work = page.select(".work:first-of-type").text();
        assertTrue(work.contains("相合") && work.contains("规划要求") && work.contains("《平凉市新型城镇化规划"), work);
        assertFalse(page.select(".work .cite a[href^=/plans/pingliang/clause]").isEmpty());
        assertEquals(
                List.of("none", "unknown"),
                page.select("#work-none, #work-unknown").eachAttr("value"));
        assertTrue(said(page).contains("铁路 （"), "the sector with its reasons");
    }

    @Test
    void a_work_whose_name_is_the_projects_is_proposed_and_the_form_rests_on_it() {
        Document page = page(Map.of("/title", "平凉军民合用机场", "/place", "620802", "/project/nature", "new"));
        Map<String, String> fields = fields(page);
        String work = fields.getOrDefault("/project/basis/0/work", "");
        assertTrue(work.matches("(GS|PL)-.*-w\\d+"), fields.toString());
        assertEquals("airport", fields.get("sector"));
        fields.put("site", "rest");
        Document form = Jsoup.parse(browser.post(AT + "/form", fields).body());
        assertEquals(work, PageForm.of(form.html()).get("/project/basis/0/work"));
        assertEquals("new", PageForm.of(form.html()).get("/project/nature"));
        String basis = form.select("#findings #basis").text();
        assertTrue(basis.startsWith("规划依据： 规划点名的工程") || basis.startsWith("规划依据： 与规划不一致"), basis);
        assertTrue(form.select("#left").isEmpty(), form.select("#left").text());
    }

    @Test
    void a_registration_in_json_is_read_each_thing_with_its_words() {
        Document page = pasted(JSON);
        Map<String, String> fields = fields(page);
        assertEquals("崇信县热电联产集中供热建设项目", fields.get("/title"));
        assertEquals("620823", fields.get("/place"));
        assertEquals("heating", fields.get("sector"));
        assertEquals("new", fields.get("/project/nature"));
        assertEquals("32000", fields.get("/project/investment/value"));
        assertEquals("2028-10-31", fields.get("/project/completion"));
        assertEquals("12.6", fields.get("/project/amounts/1/value"));
        assertEquals("公里", fields.get("/project/amounts/1/unit"));
        String said = said(page);
        assertTrue(said.contains("出自：“敷设供热管网12.6公里”"), said);
        assertTrue(said.contains("出自：项目名称中的地名"), said);
        assertTrue(said.contains("“拟建成时间”写的是2028-10，按2028-10-31处理"), said);
        assertTrue(said.contains("规划要求在当地建设的同类工程") && said.contains("供热"), said);
    }

    @Test
    void what_was_confirmed_becomes_the_form_with_only_what_binds() {
        Map<String, String> fields = fields(pasted(JSON));
        fields.put("site", "town");
        fields.put("/project/amounts/0/of", "");
        fields.put("/project/amounts/0/value", "");
        fields.put("/project/amounts/0/unit", "");
        Document form = Jsoup.parse(browser.post(AT + "/form", fields).body());
        Map<String, String> dossier = PageForm.of(form.html());
        assertEquals("project", dossier.get("/kind"));
        assertEquals("heating", dossier.get("/project/sector"));
        assertEquals("county-seat", dossier.get("/project/site"));
        assertEquals("崇信县热电联产集中供热建设项目", dossier.get("/title"));
        assertEquals("12.6", dossier.get("/project/amounts/0/value"), "what was emptied is gone");
        assertTrue(dossier.getOrDefault("/project/scale", "").contains("12.6公里"));
        assertEquals("万元", dossier.get("/project/investment/unit"));
        assertTrue(form.select("#problems").isEmpty(), form.select("#problems").text());
        assertTrue(form.select("#left").isEmpty());
        String findings = form.select("#findings").text();
        assertTrue(findings.contains("规划要求建设的同类工程"), findings);
        assertEquals(200, browser.post("/check/form", dossier).statusCode());
    }

    @Test
    void a_table_of_several_projects_lets_one_be_chosen() {
        String table = "项目名称\t建设地点\t建设规模及内容\n甲县道改造\t泾川县\t改造道路8公里\n静宁县城区停车场\t静宁县\t车位300个\n";
        Document several = pasted(table);
        assertEquals("共2个项目，选一个", several.select("h1").text());
        assertEquals(List.of("1", "2"), several.select("button[name=which]").eachAttr("value"));
        Document second = page(Map.of("text", several.select("[name=text]").val(), "which", "2"));
        assertEquals("静宁县城区停车场", fields(second).get("/title"));
        assertEquals("620826", fields(second).get("/place"));
        assertEquals(
                "共2个项目，选一个",
                page(Map.of("text", table, "which", "9")).select("h1").text());
        Document one = pasted("项目名称\t庄浪县供水工程\n建设地点\t庄浪县\n总投资（万元）\t800\n");
        assertEquals("庄浪县供水工程", fields(one).get("/title"));
        assertEquals("800", fields(one).get("/project/investment/value"));
    }

    @Test
    void a_file_in_the_encoding_of_offices_is_read_too() {
        byte[] table = "项目名称,建设地点,建设规模及内容\n静宁县城区停车场,静宁县,车位300个\n".getBytes(Charset.forName("GBK"));
        Document page = Jsoup.parse(
                SelfCheckTest.upload(browser, AT + "/file", "x.csv", table, "").body());
        assertEquals("静宁县城区停车场", fields(page).get("/title"));
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10};
        String refused = SelfCheckTest.upload(browser, AT + "/file", "x.png", picture, "")
                .body();
        assertTrue(refused.contains("请先改正") && refused.contains("name=\"/title\""), refused);
    }

    @Test
    void what_cannot_be_read_is_said_and_stays_in_its_field() {
        Document page = pasted("今天开会讨论了几个项目");
        assertTrue(said(page).contains("没有找到项目"), said(page));
        assertEquals("今天开会讨论了几个项目", page.select("#text").text());
        assertTrue(said(pasted("{ \"项目名称\": ")).contains("不是完整的 JSON"));
    }

    @Test
    void a_place_outside_the_city_is_said_and_has_to_be_chosen() {
        Document page = pasted("{\"项目名称\":\"某某停车场\",\"建设地点\":\"陕西省西安市\"}");
        assertTrue(said(page).contains("建设地点“陕西省西安市”不在本规则库的范围内。请写明所在的县（市、区）"), said(page));
        Map<String, String> fields = fields(page);
        assertEquals("", fields.getOrDefault("/place", ""));
        fields.put("site", "town");
        Document again = Jsoup.parse(browser.post(AT + "/form", fields).body());
        assertTrue(said(again).contains("没有选建设地点。请选择所在的县（市、区）"), said(again));
        assertEquals("town", fields(again).get("site"), "what was chosen stays");
    }

    @Test
    void of_works_that_fit_alike_a_person_says_which_it_is() {
        Document page = page(Map.of("/title", "泾河综合治理", "/place", "620800"));
        assertTrue(page.select(".work").size() > 1, said(page));
        assertTrue(page.select("[name=/project/basis/0/work][checked]").isEmpty(), "none is taken");
        Map<String, String> fields = fields(page);
        fields.putAll(Map.of("site", "town", "sector", "river"));
        Document lacking = Jsoup.parse(browser.post(AT + "/form", fields).body());
        assertTrue(said(lacking).contains("没有说明是不是规划点名的工程"), said(lacking));
        fields.put("/project/basis/0/work", "none");
        fields.put("/project/basis/0/by", "市发展改革委");
        Document form = Jsoup.parse(browser.post(AT + "/form", fields).body());
        assertEquals("none", PageForm.of(form.html()).get("/project/basis/0/work"));
        assertEquals("市发展改革委", PageForm.of(form.html()).get("/project/basis/0/by"));
        fields.put("/project/basis/0/work", "unknown");
        Document open = Jsoup.parse(browser.post(AT + "/form", fields).body());
        assertEquals("", PageForm.of(open.html()).get("/project/basis/0/by"), "nobody determined anything");
    }

    @Test
    void a_name_with_two_counties_lies_in_both() {
        Document page = page(Map.of("/title", "华亭至灵台高速公路"));
        assertEquals("620881", fields(page).get("/place"));
        assertTrue(page.select("#also-620822").hasAttr("checked"));
        String work = page.select(".work:first-of-type").text();
        assertTrue(work.contains("（灵台县、华亭市）"), work);
    }

    @Test
    void another_sector_and_other_counties_are_taken_from_their_fields() {
        Map<String, String> fields = fields(pasted(JSON));
        fields.putAll(Map.of("site", "rest", "sector", "other", "other-sector", "water-supply"));
        fields.put("/project/also-in", "620802");
        Document again = page(fields);
        assertEquals(
                "water-supply", again.select("#other-sector option[selected]").val());
        assertTrue(again.select("#also-620802").hasAttr("checked"));
        String form = browser.post(AT + "/form", fields(again)).body();
        Map<String, String> dossier = PageForm.of(form);
        assertEquals("water-supply", dossier.get("/project/sector"));
        assertEquals("620802", dossier.get("/project/also-in/0"));
    }

    @Test
    void hostile_names_are_only_text() {
        String hostile = "\"><script>alert(1)</script>县城供热";
        for (String page : List.of(
                browser.post(AT, Map.of("/title", hostile, "/project/scale", hostile, "industry", hostile))
                        .body(),
                browser.post(AT, Map.of("text", "项目名称\t建设地点\t总投资\n" + hostile + "\t" + hostile + "\t1\n乙\t\t2\n"))
                        .body(),
                browser.post(AT, Map.of("text", hostile, "which", hostile)).body(),
                browser.get(AT + "?place=%22%3E%3Cscript%3Ealert(1)").body())) {
            assertFalse(page.contains("<script>alert"), page);
        }
        Map<String, String> fields = fields(page(Map.of("/title", hostile, "/place", hostile)));
        fields.putAll(
                Map.of("/place", hostile, "site", hostile, "other-sector", hostile, "/project/basis/0/work", hostile));
        assertEquals(200, browser.post(AT + "/form", fields).statusCode());
        fields.putAll(Map.of("/place", "620823", "sector", "heating", "/project/amounts/0/value", hostile));
        String form = browser.post(AT + "/form", fields).body();
        assertFalse(form.contains("<script>alert"));
        assertEquals(hostile, PageForm.of(form).get("/project/basis/0/work"), "kept, and objected to");
    }

    @Test
    void a_county_keeps_its_project_as_a_dossier() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        Map<String, String> start = Map.of("/title", "泾川县城区集中供热项目", "/place", "620821");
        Document page = Jsoup.parse(officer.post(AT, start).body());
        assertEquals(1, page.select("button[formaction=/dossiers/project]").size());
        Map<String, String> fields = fields(page);
        fields.remove("_csrf");
        fields.put("site", "");
        assertTrue(officer.post("/dossiers/project", fields).body().contains("没有选位于县城（城区）还是其余区域"));
        fields.put("site", "town");
        var kept = officer.post("/dossiers/project", fields);
        String at = kept.headers().firstValue("Location").orElse("");
        assertTrue(at.matches(".*/dossiers/[0-9a-f-]+/edit"), kept.statusCode() + at);
        Map<String, String> dossier =
                PageForm.of(officer.get(at.replaceFirst("^https?://[^/]+", "")).body());
        assertEquals("泾川县城区集中供热项目", dossier.get("/title"));
        assertTrue(page(start).select("button[formaction=/dossiers/project]").isEmpty(), "nobody's has no such button");
    }

    @Test
    void in_english_too() {
        browser.get("/check?lang=en");
        Document page = pasted(JSON);
        assertTrue(
                said(page).contains("Confirm place, sector and basis")
                        && said(page).contains("heating"),
                said(page));
        assertEquals("#language", page.select("header a[lang=zh-CN]").attr("href"));
        browser.get("/check?lang=zh-CN");
    }

    @Test
    void the_paste_goes_back_as_it_came() {
        String text = "项目名称\t建设地点\t建设性质\r\n甲\t泾川县\t新建\r\n乙\t灵台县\t改建\r\n";
        assertEquals("乙", fields(page(Map.of("text", text, "which", "2"))).get("/title"));
    }
}
