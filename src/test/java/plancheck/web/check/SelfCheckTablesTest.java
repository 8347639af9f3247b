package plancheck.web.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.sheet.MarkedCopy;
import plancheck.web.frame.PageForm;

/** An office's own table into the form: looked at first, then taken. */
class SelfCheckTablesTest {
    private static final byte[] TABLE =
            "自然村清单\n序号,自然村,户数,通硬化路\n1,甲<b>村,42,已通\n2,乙村,30,大概\n".getBytes(Charset.forName("GBK"));

    private final Browser browser = new Browser(TestService.shared());

    private static Map<String, String> head() {
        return new LinkedHashMap<>(Map.of(
                "/plancheck", "1",
                "/kind", "self-assessment",
                "/place", "620821",
                "/as-of", "2024-12-31",
                "/villages/0/name", "丙村"));
    }

    private String dossier() {
        return Jsoup.parse(browser.post("/check/tables", head()).body())
                .select("[name=dossier]")
                .val();
    }

    private Document seen(String dossier, byte[] file) {
        HttpResponse<String> page =
                SelfCheckTest.upload(browser, "/check/tables/file", "自然村.csv", file, Map.of("dossier", dossier));
        assertEquals(200, page.statusCode(), page.body());
        return Jsoup.parse(page.body());
    }

    private static Map<String, String> carried(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("#tables [name]")) {
            if (!field.tagName().equals("button") && !field.attr("type").equals("checkbox")) {
                fields.put(field.attr("name"), field.val());
            }
        }
        fields.put("list:0", page.select("#tables select option[selected]").val());
        return fields;
    }

    @Test
    void a_table_is_seen_as_it_is_understood_and_then_goes_below_what_the_form_has() {
        Document page = seen(dossier(), TABLE);
        assertEquals("villages", page.select("select option[selected]").val());
        assertEquals("甲<b>村 42 是", page.select("#tables tbody tr").get(0).text());
        assertTrue(page.text().contains("第4行：“通硬化路”一栏的“大概”看不出是或否"), page.text());
        assertTrue(page.text().contains("2行"), page.text());

        String form = browser.post("/check/tables/rows", carried(page)).body();
        assertTrue(form.contains("已导入2行，请核对"));
        Map<String, String> fields = PageForm.of(form);
        assertEquals("丙村", fields.get("/villages/0/name"));
        assertEquals("甲<b>村", fields.get("/villages/1/name"));
        assertEquals("42", fields.get("/villages/1/households"));
    }

    @Test
    void another_list_may_be_chosen_or_none_or_the_rows_take_the_place_of_those_there() {
        Document page = seen(dossier(), TABLE);
        Map<String, String> other = carried(page);
        other.put("list:0", "");
        other.put("action", "look");
        Document none = Jsoup.parse(browser.post("/check/tables/rows", other).body());
        assertEquals(0, none.select("#tables tbody tr").size());
        assertEquals("", none.select("select option[selected]").val(), "nothing chosen");

        Map<String, String> instead = carried(page);
        instead.put("replaces", "yes");
        Map<String, String> fields =
                PageForm.of(browser.post("/check/tables/rows", instead).body());
        assertEquals("甲<b>村", fields.get("/villages/0/name"));
        assertFalse(fields.containsValue("丙村"));
    }

    @Test
    void a_copy_with_remarks_is_downloaded() {
        HttpResponse<String> copy = browser.post("/check/tables/marked", carried(seen(dossier(), TABLE)));
        assertEquals(200, copy.statusCode());
        assertTrue(
                copy.headers().firstValue("Content-Disposition").orElse("").contains(".xlsx"),
                copy.headers().toString());
        assertTrue(copy.body().startsWith("PK"));
    }

    @Test
    void what_cannot_be_taken_is_told_and_the_form_is_not_lost() {
        String dossier = dossier();
        for (byte[] file : new byte[][] {
            {}, "\n".getBytes(StandardCharsets.UTF_8), {'P', 'K', 3, 4}, new byte[MarkedCopy.MAX_BYTES + 1]
        }) {
            Document page = seen(dossier, file);
            assertEquals(1, page.select(".alert-danger li").size(), page.text());
            assertEquals(dossier, page.select("[name=dossier]").get(0).val());
        }
        Map<String, String> nonsense = Map.of("dossier", dossier, "name", "x", "content", "%%%", "list:0", "villages");
        assertEquals(200, browser.post("/check/tables/rows", nonsense).statusCode());
        assertEquals(200, browser.post("/check/tables/marked", nonsense).statusCode());
        Map<String, String> back = PageForm.of(
                browser.post("/check/tables/back", Map.of("dossier", dossier)).body());
        back.put("action", "open:list-villages");
        String opened = browser.post("/check/form", back).body();
        assertEquals("丙村", PageForm.of(opened).get("/villages/0/name"));
    }
}
