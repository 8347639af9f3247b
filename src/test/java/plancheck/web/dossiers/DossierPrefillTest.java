package plancheck.web.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.web.check.SelfCheckPrefillTest;
import plancheck.web.check.SelfCheckTest;
import plancheck.web.frame.PageForm;

/** Figures out of a bulletin into a county's draft. */
class DossierPrefillTest {
    private static final String BULLETIN = "泾川县2024年统计公报\n年末常住人口20.62万人。常住人口城镇化率43.89%。";

    private final TestService service = TestService.shared();
    private final Browser officer = Browser.signedIn(service, "jingchuan");

    private String begun(String residents) {
        officer.get("/dossiers/new");
        HttpResponse<String> begun =
                officer.post("/dossiers/new", Map.of("kind", "self-assessment", "as-of", "2024-12-31"));
        String id = begun.headers().firstValue("Location").orElseThrow().replaceAll("^/dossiers/|/edit$", "");
        Map<String, String> fields =
                PageForm.of(officer.get("/dossiers/" + id + "/edit").body());
        fields.put("/figures/residents/value", residents);
        fields.put("action", "prefill");
        HttpResponse<String> saved = officer.post("/dossiers/" + id + "/form", fields);
        assertEquals(
                "/dossiers/" + id + "/prefill",
                saved.headers().firstValue("Location").orElse(""));
        return id;
    }

    @Test
    void what_is_ticked_is_saved_in_the_draft_and_what_it_has_already_stays() {
        String id = begun("20.83");
        String prefill = "/dossiers/" + id + "/prefill";
        assertTrue(officer.get(prefill).body().contains("泾川县"));
        Document page = Jsoup.parse(
                SelfCheckPrefillTest.proposed(officer, prefill, Map.of("_csrf", officer.csrf(), "pasted", BULLETIN)));
        assertEquals(2, page.select("[name=take]").size());

        Map<String, String> taken =
                new HashMap<>(Map.of("carried", page.select("[name=carried]").val()));
        taken.put("take", "0,1");
        String told = officer.post(prefill + "/figures", taken).body();
        assertTrue(told.contains("已填入1项，请核对"), told);
        assertTrue(told.contains("常住人口：材料里已填20.83，与文本不同，保留材料里的，请核对"), told);

        Map<String, String> kept =
                PageForm.of(officer.get("/dossiers/" + id + "/edit").body());
        assertEquals("43.89", kept.get("/figures/urbanisation-rate/value"));
        assertEquals("粘贴的文字", kept.get("/figures/urbanisation-rate/evidence"));
        assertEquals("20.83", kept.get("/figures/residents/value"));
    }

    @Test
    void a_table_of_ones_own_is_looked_at_and_saved_in_the_draft() {
        String id = begun("20.83");
        String tables = "/dossiers/" + id + "/tables";
        assertTrue(officer.get(tables).body().contains("泾川县"));
        byte[] table = "自然村,户数,通硬化路\n甲村,42,已通\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> seen = SelfCheckTest.upload(officer, tables + "/file", "村.csv", table, Map.of());
        assertEquals(200, seen.statusCode(), seen.body());
        Document page = Jsoup.parse(seen.body());
        assertEquals("甲村 42 是", page.select("#tables tbody tr").text());
        String form = "/dossiers/" + id + "/edit?open=list-villages";
        assertEquals("", PageForm.of(officer.get(form).body()).get("/villages/0/name"), "only looked at");

        Map<String, String> taken = new HashMap<>(Map.of("name", "村.csv", "list:0", "villages"));
        taken.put("content", page.select("[name=content]").val());
        String told = officer.post(tables + "/rows", taken).body();
        assertTrue(told.contains("已导入1行，请核对") && told.contains("href=\"" + form + "\""), told);
        assertEquals("甲村", PageForm.of(officer.get(form).body()).get("/villages/0/name"));
        assertEquals(
                404,
                Browser.signedIn(service, "lingtai")
                        .post(tables + "/rows", taken)
                        .statusCode());
    }

    @Test
    void nobody_fills_in_a_draft_of_another_county() {
        String prefill = "/dossiers/" + begun("20.83") + "/prefill";
        Browser other = Browser.signedIn(service, "lingtai");
        assertEquals(404, other.get(prefill).statusCode());
        assertEquals(404, other.post(prefill + "/figures", Map.of("take", "0")).statusCode());
        Browser reviewer = Browser.signedIn(service, "reviewer");
        assertEquals(403, reviewer.get(prefill).statusCode(), "a draft is none of the reviewer's");
    }
}
