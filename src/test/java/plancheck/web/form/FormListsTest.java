package plancheck.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import plancheck.access.Actor;
import plancheck.dossier.Dossier;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Item;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.web.check.SelfCheckTest;
import plancheck.web.frame.PageForm;
import plancheck.workflow.DossierDesk;

/** Long lists in the form: fifty rows to a page, without scripts; what the page does not show is not lost. */
class FormListsTest {
    private static final String BLANK =
            "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31&open=list-villages";
    private static final String DATA_ROWS = "[name~=^/villages/\\d+/name$]";

    private final TestService service = TestService.shared();
    private final Browser browser = new Browser(service);

    private static String villages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "村" + (i + 1) + "\t42\t是\n")
                .collect(Collectors.joining());
    }

    private static String dossier(int villages, String last) {
        return IntStream.range(0, villages)
                .mapToObj(i -> "  - { name: 村" + (i + 1) + ", households: 42, hardened-road: true }\n")
                .collect(Collectors.joining(
                        "",
                        "plancheck: 1\nkind: self-assessment\nid: x\ntitle: t\nplace: \"620821\"\nas-of: \"2024-12-31\"\nvillages:\n",
                        last));
    }

    private String upload(String dossier) {
        return SelfCheckTest.upload(browser, "/check/upload", "x.yaml", dossier.getBytes(StandardCharsets.UTF_8), "")
                .body();
    }

    private String act(Map<String, String> fields, String action) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("action", action);
        return browser.post("/check/form", sent).body();
    }

    private int villagesIn(Map<String, String> fields) {
        byte[] dossier = browser.post("/check/dossier", fields).body().getBytes(StandardCharsets.UTF_8);
        return (int) service.bean(DossierReader.class).read(dossier).orThrow().items().stream()
                .map(Item::getKind)
                .filter("village"::equals)
                .count();
    }

    @Test
    void pasted_rows_fill_pages_of_fifty_and_the_page_says_where_they_are() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put("/villages/0/name", "甲村");
        fields.put("paste:villages", villages(120));
        String page = act(fields, "paste:villages");
        assertTrue(page.contains("已填入120行") && page.contains("第2行至第121行") && page.contains("第1页至第3页"), page);
        assertTrue(page.contains("第1页，共3页，121行"));
        assertEquals(50, Jsoup.parse(page).select(DATA_ROWS).size());
        assertEquals("甲村", PageForm.of(page).get("/villages/0/name"));
        assertEquals(121, villagesIn(PageForm.of(page)));
    }

    @Test
    void what_stands_on_the_other_pages_goes_along_from_page_to_page() {
        Map<String, String> first = PageForm.of(upload(dossier(120, "")));
        first.put("/villages/3/name", "改过的村");
        Map<String, String> second = PageForm.of(act(first, "page:villages/2"));
        assertEquals("村51", second.get("/villages/50/name"));
        assertFalse(second.containsKey("/villages/3/name"));
        second.put("/villages/99/households", "7");
        String last = act(second, "page:villages/3");
        assertEquals("村101", PageForm.of(last).get("/villages/100/name"));
        assertEquals("", PageForm.of(last).get("/villages/120/name"), "an empty row to go on with");
        Map<String, String> again = PageForm.of(act(PageForm.of(last), "page:villages/1"));
        assertEquals("改过的村", again.get("/villages/3/name"));
        assertEquals("7", PageForm.of(act(again, "page:villages/2")).get("/villages/99/households"));
        assertEquals(120, villagesIn(again));
    }

    @Test
    void a_row_removed_brings_the_next_page_up_and_a_row_added_leads_to_the_last() {
        Map<String, String> fields = PageForm.of(upload(dossier(101, "")));
        Map<String, String> left = PageForm.of(act(fields, "remove:villages/0"));
        assertEquals("村2", left.get("/villages/0/name"));
        assertEquals("村51", left.get("/villages/49/name"));
        assertEquals(100, villagesIn(left));
        Map<String, String> added = PageForm.of(act(left, "add:villages"));
        assertTrue(added.containsKey("/villages/101/name"), "the last page");
        assertFalse(added.containsKey("/villages/0/name"));
    }

    @Test
    void what_is_wrong_on_another_page_says_where_and_leads_there() {
        String page = upload(dossier(120, "  - { name: 张家湾, households: 四十 }\n"));
        assertTrue(page.contains("自然村第121行："), page);
        assertTrue(page.contains("value=\"page:villages/3\"") && page.contains("到第3页"));
        assertTrue(page.contains("formaction=\"/check/form#f/villages/120/households\""));
        String there = act(PageForm.of(page), "page:villages/3");
        assertTrue(there.contains("id=\"p/villages/120/households\""), "beside its field");
        assertTrue(there.contains("href=\"#f/villages/120/households\""));
    }

    @Test
    void the_counts_and_findings_are_of_all_rows() {
        Map<String, String> fields =
                PageForm.of(upload(dossier(120, "  - { name: 张家湾, households: 42, hardened-road: false }\n")));
        String findings = browser.post("/check/findings", fields).body();
        assertTrue(findings.contains("张家湾"), "though it is on the third page");
        assertTrue(act(fields, "page:villages/2").contains("121行</span>"), "in the contents");
    }

    @Test
    void a_script_gets_the_list_alone_with_the_findings() {
        Map<String, String> fields = PageForm.of(upload(dossier(120, "")));
        fields.put("action", "remove:villages/0");
        String body = fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = browser.send(browser.request("/check/form")
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertTrue(
                answer.body().contains("id=\"table-villages\"") && answer.body().contains("id=\"findings\""));
        assertFalse(answer.body().contains("id=\"table-compounds\"")
                || answer.body().contains("<html"));
    }

    @Test
    void a_draft_keeps_the_rows_that_its_page_does_not_show() {
        DossierDesk desk = service.bean(DossierDesk.class);
        Actor officer = service.actor("jingchuan");
        DossierForm form = new DossierForm(service.book());
        byte[] content = form.dossier(
                form.fields(dossier(120, "").getBytes(StandardCharsets.UTF_8)).values());
        UUID id = desk.create(officer, "620821", "self-assessment", "长清单", content)
                .id();
        Browser signedIn = Browser.signedIn(service, "jingchuan");
        Map<String, String> fields = PageForm.of(
                signedIn.get("/dossiers/" + id + "/edit?page:villages=3").body());
        fields.put("/villages/100/name", "改过的村");
        fields.put("action", "save");
        assertEquals(200, signedIn.post("/dossiers/" + id + "/form", fields).statusCode());
        Dossier saved = service.bean(DossierReader.class)
                .read(desk.find(officer, id).draft())
                .orThrow();
        assertEquals(120, saved.items().size());
        assertEquals("改过的村", saved.items().get(100).name().zh());
    }

    @Test
    void a_row_begun_with_its_households_costs_no_finding_and_is_told_as_the_page_calls_it() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put("/figures/county-seat-sewage-treatment-rate/value", "80");
        fields.put("/villages/0/households", "42");
        String findings = browser.post("/check/findings", fields).body();
        assertTrue(findings.contains("自然村第1行："), findings);
        assertTrue(findings.contains("href=\"#f/villages/0/name\""), findings);
        assertTrue(findings.contains("“名称”没有填写。请补上"), findings);
        assertTrue(findings.contains("还差17.5个百分点"), "the findings of the rest");
    }

    @Test
    void problems_have_the_rows_of_the_page_though_rows_between_are_empty() {
        Map<String, String> fields = PageForm.of(browser.get(BLANK).body());
        fields.put("/villages/0/name", "甲村");
        fields.put("/villages/2/name", "乙村");
        fields.put("/villages/2/households", "四十");
        fields.put("/villages/4/name", "甲村");
        String findings = browser.post("/check/findings", fields).body();
        assertTrue(findings.contains("自然村第3行：") && findings.contains("href=\"#f/villages/2/households\""), findings);
        assertTrue(findings.contains("自然村第5行：") && findings.contains("“甲村”与第1行重复"), findings);
        String page = browser.post("/check/form", fields).body();
        assertTrue(page.contains("自然村第2行：") && page.contains("id=\"p/villages/1/households\""), "counted anew");
    }

    @Test
    void an_empty_row_on_the_page_is_none_in_the_draft() {
        DossierDesk desk = service.bean(DossierDesk.class);
        Actor officer = service.actor("jingchuan");
        byte[] blank = new DossierForm(service.book()).dossier(Map.of("/place", List.of("620821")));
        UUID id = desk.create(officer, "620821", "self-assessment", "空行", blank).id();
        Browser signedIn = Browser.signedIn(service, "jingchuan");
        Map<String, String> fields =
                PageForm.of(signedIn.get("/dossiers/" + id + "/edit").body());
        fields.put("/villages/0/name", "甲村");
        fields.put("/villages/3/households", "42");
        String findings = signedIn.post("/dossiers/" + id + "/findings", fields).body();
        assertTrue(findings.contains("自然村第4行："), findings);
        String draft = new String(desk.find(officer, id).draft(), StandardCharsets.UTF_8);
        assertTrue(draft.contains("甲村") && draft.contains("42") && !draft.contains("null"), draft);
    }

    @Test
    void a_few_bytes_that_ask_for_many_rows_get_fifty_and_are_told() {
        Map<String, String> asked = new HashMap<>();
        asked.put("/place", "620821");
        asked.put("/kind", "self-assessment");
        service.book().kinds().values().forEach(kind -> asked.put("rows:" + kind.list(), "9999"));
        String page = browser.post("/check/form", asked).body();
        assertEquals(50, Jsoup.parse(page).select(DATA_ROWS).size());
        assertTrue(page.contains("末尾已有50个空行"));
        int fields = PageForm.of(page).size();
        assertTrue(fields < 15_000, fields + " fields, and a request may have 20,000");
        assertTrue(act(Map.of("/place", "620821", "/villages/999999/name", "甲村"), "add:villages")
                .contains("value=\"甲村\""));
    }

    @Test
    void nineteen_thousand_fields_that_there_are_not_are_kept_and_mostly_not_shown() {
        Map<String, String> fields = new HashMap<>(Map.of("/place", "620821"));
        IntStream.range(0, 19_000).forEach(i -> fields.put("/figures/none-" + i + "/value", "1"));
        String page = browser.post("/check/form", fields).body();
        assertTrue(page.length() < 3_000_000, page.length() + " characters");
        assertTrue(page.contains("另有18900项没有列出"));
        assertTrue(browser.post("/check/dossier", PageForm.of(page)).body().contains("none-18999"));
    }

    @Test
    void more_rows_than_a_form_holds_are_refused_before_any_work_and_in_words() {
        String page = upload(dossier(20_001, ""));
        assertTrue(page.contains("各清单合计20001行，网页表单最多20000行"), page.substring(0, 2000));
        assertTrue(page.contains("id=\"upload-title\""), "where it was chosen");
    }

    @Test
    void a_paste_that_makes_them_too_many_leaves_the_list_as_it_is_and_the_pasted_text_where_it_was() {
        Map<String, List<String>> full = new HashMap<>();
        IntStream.range(0, FormSize.MOST_ROWS).forEach(i -> full.put("/villages/" + i + "/name", List.of("村" + i)));
        Map<String, String[]> sent = Map.of(
                "/place", new String[] {"620821"},
                "carried:villages", new String[] {CarriedFields.pack(full)},
                "paste:villages", new String[] {"又一村"},
                "action", new String[] {"paste:villages"});
        FormEdit edit = FormEdit.sent(service.bean(FormCheck.class), sent, Map.of());
        FormEdit.PasteResult pasted = Objects.requireNonNull(edit.pasted().get("villages"));
        assertTrue(pasted.problems().get(0).message().zh().contains("各清单合计20001行"));
        assertEquals("又一村", pasted.text());
        assertEquals(FormSize.MOST_ROWS, edit.answers().rows());
    }

    @Test
    void damage_to_what_the_page_carries_is_refused_and_not_passed_over() {
        Map<String, String> fields = PageForm.of(act(PageForm.of(upload(dossier(120, ""))), "open:list-villages"));
        assertTrue(fields.containsKey("carried:villages"), "what is on the other pages");
        fields.computeIfPresent("carried:villages", (name, packed) -> packed.substring(0, packed.length() / 2));
        HttpResponse<String> answer = browser.post("/check/form", fields);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("在传送中损坏"));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
