package plancheck.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import plancheck.dossier.form.DossierForm;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.web.check.SelfCheckTest;
import plancheck.web.frame.PageForm;
import plancheck.workflow.DossierDesk;

/** The form by section, without scripts: what measures comes first, the rest when it is opened, and nothing is lost meanwhile. */
class FormBySectionTest {
    private static final String BLANK = "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31";
    private static final String SEWAGE = "/figures/county-seat-sewage-treatment-rate/value";
    private static final String TREES = "/declarations/ancient-trees-protected/answer";
    private static final String OF_TREES = "pingliang-later-8";

    private final TestService service = TestService.shared();
    private final Browser browser = new Browser(service);

    private String filled() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
        return SelfCheckTest.upload(browser, "/check/upload", "x.yaml", sample, "")
                .body();
    }

    private String act(Map<String, String> fields, String action) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("action", action);
        return browser.post("/check/form", sent).body();
    }

    private String dossier(Map<String, String> fields) {
        return browser.post("/check/dossier", fields).body();
    }

    private static int bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void the_first_page_asks_what_measures_and_weighs_less_than_150_kilobytes_blank_and_filled() throws IOException {
        String blank = browser.get(BLANK).body();
        assertTrue(PageForm.of(blank).containsKey(SEWAGE));
        assertFalse(PageForm.of(blank).containsKey(TREES));
        assertTrue(
                Jsoup.parse(blank)
                                .select("#" + OF_TREES + " [id=q/declarations/ancient-trees-protected]")
                                .size()
                        == 1,
                "where it will be, for links");
        assertTrue(bytes(blank) < 150_000, bytes(blank) + " bytes");
        String filled = filled();
        assertTrue(bytes(filled) < 150_000, bytes(filled) + " bytes");
    }

    @Test
    void whatever_is_open_and_however_arranged_the_dossier_is_the_same() throws IOException {
        Map<String, String> fields = PageForm.of(filled());
        String dossier = dossier(fields);
        assertTrue(dossier.length() > 10_000, dossier);
        assertEquals(dossier, dossier(PageForm.of(act(fields, "open:" + OF_TREES))));
        Map<String, String> byBureau = PageForm.of(act(fields, "by:bureau"));
        assertEquals("bureau", byBureau.get("by"));
        assertEquals(dossier, dossier(byBureau));
        assertEquals(dossier, dossier(PageForm.of(act(byBureau, "open:bureau-housing"))));
        assertEquals(dossier, dossier(PageForm.of(act(byBureau, "open:all"))));
        assertEquals(dossier, dossier(PageForm.of(act(byBureau, "by:chapter"))));
    }

    @Test
    void what_is_typed_in_an_open_section_stands_there_again_and_counts() {
        Map<String, String> open =
                PageForm.of(act(PageForm.of(browser.get(BLANK).body()), "open:" + OF_TREES));
        open.put(TREES, "yes");
        open.put(SEWAGE, "98");
        Document page = Jsoup.parse(act(open, "check"));
        assertEquals("yes", page.select("[name=" + TREES + "] option[selected]").attr("value"));
        assertTrue(page.select("#" + OF_TREES + " > summary .tally").text().startsWith("1/"));
        assertTrue(page.select("#progress").text().startsWith("已填 2/"));
        assertTrue(page.select(".tally-now[data-of=" + OF_TREES + "]").text().startsWith("1/"), "for scripts");
    }

    @Test
    void an_answer_in_a_section_that_is_closed_again_can_be_changed_and_cleared() {
        Map<String, String> carried = PageForm.of(browser.get(BLANK).body());
        carried.put(TREES, "yes");
        Map<String, String> closed = PageForm.of(act(carried, "check"));
        assertFalse(closed.containsKey(TREES));
        assertTrue(dossier(closed).contains("ancient-trees-protected"));
        Map<String, String> cleared = PageForm.of(act(closed, "open:" + OF_TREES));
        assertEquals("yes", cleared.get(TREES));
        cleared.put(TREES, "");
        assertFalse(dossier(PageForm.of(act(cleared, "check"))).contains("ancient-trees-protected"));
    }

    @Test
    void what_is_wrong_in_a_closed_section_is_said_with_a_link_there() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put(TREES, "也许");
        Document page = Jsoup.parse(act(fields, "check"));
        assertEquals("#f" + TREES, page.select("#problems a").attr("href"));
        assertEquals(
                1,
                Jsoup.parse(act(PageForm.of(page.html()), "open:" + OF_TREES))
                        .select("[id=p" + TREES + "]")
                        .size(),
                "and beside it once it is open");
    }

    @Test
    void a_script_gets_a_section_or_what_stands_beside_an_answer_alone() {
        Map<String, String> settled =
                Map.of("/place", "620821", "/kind", "self-assessment", "/as-of", "2024-12-31", TREES, "no");
        Map<String, String> sent = new HashMap<>(settled);
        sent.put("action", "open:" + OF_TREES);
        String section = browser.post("/check/part", sent).body();
        assertTrue(section.contains("name=\"" + TREES + "\"") && section.contains("value=\"no\" selected"), section);
        assertTrue(section.contains("name=\"open\" value=\"" + OF_TREES + "\""));
        assertFalse(section.contains("<html") || section.contains("id=\"findings\""));
        sent.put("action", "open:q/figures/county-seat-sewage-treatment-rate");
        sent.put("/figures/county-seat-sewage-treatment-rate/note", "含工业园");
        String beside = browser.post("/check/part", sent).body();
        assertTrue(beside.contains("含工业园") && beside.contains("/plans/provision/PL-3.2-B2-2-g"), beside);
        assertFalse(beside.contains("name=\"" + SEWAGE + "\""));
        sent.put("action", "open:none");
        assertEquals(404, browser.post("/check/part", sent).statusCode());
    }

    @Test
    void a_draft_of_an_account_comes_by_section_too_for_those_who_may_see_it() {
        byte[] blank = new DossierForm(service.book())
                .dossier(Map.of(
                        "/place",
                        List.of("620821"),
                        "/kind",
                        List.of("self-assessment"),
                        "/as-of",
                        List.of("2024-12-31"),
                        TREES,
                        List.of("yes")));
        UUID id = service.bean(DossierDesk.class)
                .create(service.actor("jingchuan"), "620821", "self-assessment", "分节", blank)
                .id();
        Browser officer = Browser.signedIn(service, "jingchuan");
        String page = officer.get("/dossiers/" + id + "/edit").body();
        assertTrue(bytes(page) < 150_000, bytes(page) + " bytes");
        Map<String, String> fields = new HashMap<>(PageForm.of(page));
        assertFalse(fields.containsKey(TREES));
        fields.put("action", "open:" + OF_TREES);
        assertTrue(officer.post("/dossiers/" + id + "/part", fields).body().contains("name=\"" + TREES + "\""));
        assertEquals(
                404,
                Browser.signedIn(service, "lingtai")
                        .post("/dossiers/" + id + "/part", fields)
                        .statusCode());
        assertTrue(
                officer.get("/dossiers/" + id + "/edit?open=" + OF_TREES).body().contains("name=\"" + TREES + "\""));
    }

    @Test
    void what_is_open_stays_listed_by_bureau_with_titles_and_no_codes() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put("action", "all:insufficient-data");
        Document first = Jsoup.parse(browser.post("/check/findings", fields).body());
        assertTrue(first.select("#g-insufficient-data .bureau").size() > 5);
        assertTrue(first.select("#g-insufficient-data .bureau")
                .eachText()
                .toString()
                .contains("住房和城乡建设局"));
        assertFalse(first.select("#g-insufficient-data .finding h4").text().matches(".*(PL|GS)-\\d.*"));
        fields.remove("action");
        fields.put("shown", first.select("#g-insufficient-data [name=shown]").attr("value"));
        Document next = Jsoup.parse(browser.post("/check/findings", fields).body());
        assertEquals(
                first.select("#g-insufficient-data .finding").size(),
                next.select("#g-insufficient-data .finding").size());
    }
}
