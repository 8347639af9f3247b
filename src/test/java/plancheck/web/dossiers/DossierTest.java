package plancheck.web.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.archive.OpinionKind;
import plancheck.archive.StoredDossier;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.service.Browser;
import plancheck.service.OwnId;
import plancheck.service.TestService;
import plancheck.web.check.SelfCheckTest;
import plancheck.web.frame.PageForm;
import plancheck.web.review.ReviewSamples;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.ReviewDesk;

/** A county officer's dossiers, page by page, without scripts. */
class DossierTest {
    /** The sections of the trees and the villages are open. */
    private static final String OPEN = "?open=pingliang-later-8&open=list-villages";

    private static final String TREES = "/declarations/ancient-trees-protected";
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final TestService service = TestService.shared();
    private final Browser officer = Browser.signedIn(service, "jingchuan");

    @Test
    void a_draft_is_begun_filled_in_submitted_returned_answered_and_submitted_again() throws IOException {
        String id = uploaded();
        assertTrue(officer.get("/dossiers").body().contains("泾川县2023年度新型城镇化自评"));
        String confirm = officer.get("/dossiers/" + id + "/submit").body();
        assertTrue(confirm.contains("不符合") && confirm.contains("确认提交"));
        assertEquals(302, officer.post("/dossiers/" + id + "/submit", Map.of()).statusCode());
        assertTrue(officer.get("/dossiers/" + id).body().contains("第1次提交"));
        assertEquals(302, officer.get("/dossiers/" + id + "/edit").statusCode(), "no longer in the county's hands");

        returned(id);
        assertTrue(officer.get("/dossiers").body().contains("答复退回问题"));
        String questions = officer.get("/dossiers/" + id + "/answers").body();
        assertTrue(questions.contains("台账是否已经建立") && questions.contains("PL-7.5-2-c"));
        HttpResponse<String> early = officer.post("/dossiers/" + id + "/submit", Map.of());
        assertEquals(422, early.statusCode(), early.body());
        assertTrue(early.body().contains("1个退回问题没有答复"));

        String box = Jsoup.parse(questions).select("[name^=answer:]").attr("name");
        assertEquals(
                302,
                officer.post("/dossiers/" + id + "/answers", Map.of(box, "已建立，见附件"))
                        .statusCode());
        assertTrue(officer.get("/dossiers/" + id + "/answers?saved").body().contains("已建立，见附件"));

        Map<String, String> fields =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        fields.put("/declarations/PL-7.5-2-c/parts/dams", "yes");
        fields.put("action", "submit");
        assertEquals(302, officer.post("/dossiers/" + id + "/form", fields).statusCode());
        assertTrue(officer.get("/dossiers/" + id + "/submit").body().contains("已解决1条"));
        officer.post("/dossiers/" + id + "/submit", Map.of());
        String view = officer.get("/dossiers/" + id).body();
        assertTrue(view.contains("第2次提交") && view.contains("已解决1条") && view.contains("退回补正"), view);
        HttpResponse<String> report = officer.get("/dossiers/" + id + "/revisions/1/report");
        assertTrue(report.body().contains("620821-2023-ZP"));
        assertTrue(report.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
    }

    @Test
    void before_submitting_one_sees_what_will_come_back_and_where_to_put_it_right() throws IOException {
        Browser lingtai = Browser.signedIn(service, "lingtai");
        String open =
                ReviewSamples.text("lingtai-2022").replaceAll("(?m)^  PL-8.3-1-g: .*$", "  PL-8.3-1-g:"); // not binding
        lingtai.get("/dossiers/new");
        String id = id(
                SelfCheckTest.upload(lingtai, "/dossiers/upload", "x.yaml", open.getBytes(StandardCharsets.UTF_8), ""));
        String page = lingtai.get("/dossiers/" + id + "/submit").body();
        List<String> listed = Jsoup.parse(page).select("article.finding").stream()
                .map(Element::html)
                .toList();
        assertEquals(7, listed.size(), "three fails and four without data");
        assertTrue(page.contains("3条，其中约束性规定3条") && page.contains("4条，其中约束性规定3条"), page);
        assertFalse(listed.get(6).contains("（约束）"), "those that decide the verdict come first");
        for (String one : listed) {
            assertTrue(one.contains("/clause?path="), "the clause of " + one);
            assertTrue(one.contains("href=\"/dossiers/" + id + "/edit#"), "where to fill it in: " + one);
        }
        assertTrue(page.contains("href=\"/dossiers/" + id + "/edit#g-pass\""), "the rest is counted");
        assertFalse(page.contains("与上次提交相比"), "there was no last time");
        String english = lingtai.get("/dossiers/" + id + "/submit?lang=en").body();
        assertTrue(english.contains("3, of which binding: 3") && english.contains("Go to the field"));
        lingtai.get("/dossiers/" + id + "/submit?lang=zh-CN");
    }

    @Test
    void of_a_blank_dossier_the_first_are_listed_with_what_to_fill_in_next_and_the_way_to_the_rest() {
        String id = blank();
        String page = officer.get("/dossiers/" + id + "/submit").body();
        assertEquals(20, page.split("<article class=\"finding\">", -1).length - 1);
        assertTrue(page.contains("即可判定") && page.contains("显示其余"), page);
        String all =
                officer.get("/dossiers/" + id + "/submit?all=insufficient-data").body();
        assertTrue(all.split("<article class=\"finding\">", -1).length - 1 > 20);
        assertFalse(all.contains("显示其余"));
        assertEquals(
                200, officer.get("/dossiers/" + id + "/submit?all=nonsense").statusCode());
    }

    @Test
    void an_unusual_figure_is_explained_before_it_is_submitted_and_the_reviewer_reads_why() throws IOException {
        officer.get("/dossiers/new");
        String dossier = new String(
                        OwnId.of(Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"))),
                        StandardCharsets.UTF_8)
                .replace(
                        "figures:\n",
                        "figures:\n  registered-urbanisation-rate: {value: 96, unit: \"%\", year: 2023}\n");
        String id = id(SelfCheckTest.upload(
                officer, "/dossiers/upload", "x.yaml", dossier.getBytes(StandardCharsets.UTF_8), ""));
        String submit = "/dossiers/" + id + "/submit";
        HttpResponse<String> refused = officer.post(submit, Map.of());
        assertEquals(422, refused.statusCode());
        Element asked = Jsoup.parse(refused.body()).selectFirst("#queries");
        assertNotNull(asked, refused.body());
        assertTrue(asked.text().contains("户籍人口城镇化率2023年为96%"), asked.text());
        Map<String, String> explanations = new HashMap<>();
        asked.select("textarea").forEach(box -> explanations.put(box.attr("name"), "撤县设区后统计口径调整"));
        explanations.put("explain:no-such-check", "x");
        assertEquals(302, officer.post(submit + "/explanations", explanations).statusCode());
        assertTrue(officer.get(submit).body().contains("撤县设区后统计口径调整"));
        HttpResponse<String> other = officer.post(submit, Map.of());
        assertEquals(302, other.statusCode(), other.body());
        String review =
                Browser.signedIn(service, "reviewer").get("/review/" + id).body();
        assertTrue(review.contains("填报单位说明：撤县设区后统计口径调整"), review);
    }

    @Test
    void what_is_filled_in_is_saved_as_one_goes_and_told_so() {
        String id = blank();
        Map<String, String> fields =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        fields.put(TREES + "/answer", "no");
        String answer = officer.post("/dossiers/" + id + "/findings", fields).body();
        assertTrue(answer.contains("已保存 ") && answer.contains("hx-swap-oob"), answer);
        assertTrue(answer.contains("古树名木"), "the finding of it");
        assertEquals(
                "no",
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body())
                        .get(TREES + "/answer"));
    }

    @Test
    void nothing_is_saved_over_what_somebody_else_saved_unless_one_says_so() {
        String id = blank();
        Map<String, String> mine =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        savedElsewhere(id, Map.of(TREES + "/answer", "yes"));

        mine.put(TREES + "/answer", "no");
        mine.put("action", "save");
        HttpResponse<String> refused = officer.post("/dossiers/" + id + "/form", mine);
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("没有保存"));
        assertEquals("no", PageForm.of(refused.body()).get(TREES + "/answer"), "nothing typed is lost");
        assertEquals(
                "yes",
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body())
                        .get(TREES + "/answer"));

        Map<String, String> again = PageForm.of(refused.body());
        again.put("over", over(refused.body()));
        again.put("action", "overwrite");
        assertEquals(200, officer.post("/dossiers/" + id + "/form", again).statusCode());
        assertEquals(
                "no",
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body())
                        .get(TREES + "/answer"));
    }

    @Test
    void what_differs_from_what_somebody_else_saved_is_shown_and_chosen_from() {
        String id = blank();
        Map<String, String> mine =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        savedElsewhere(id, Map.of(TREES + "/answer", "yes", "/villages/0/name", "甲村"));

        mine.put(TREES + "/answer", "no");
        mine.put("/villages/0/name", "乙村");
        mine.put("/title", "我的标题");
        String refused = officer.post("/dossiers/" + id + "/findings", mine).body();
        assertTrue(refused.contains("id=\"differences\"") && refused.contains("有3处不同"), refused);
        for (String shown : new String[] {"古树名木", "是</span>", "否</td>", "自然村", "1：甲村", "1：乙村", "我的标题"}) {
            assertTrue(refused.contains(shown), shown + " in " + refused);
        }

        Map<String, String> chosen = new HashMap<>(mine);
        chosen.put("theirs", TREES);
        chosen.put("over", over(refused));
        chosen.put("action", "overwrite");
        assertEquals(200, officer.post("/dossiers/" + id + "/form", chosen).statusCode());
        Map<String, String> kept =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        assertEquals("yes", kept.get(TREES + "/answer"), "theirs, as it was ticked");
        assertEquals("乙村", kept.get("/villages/0/name"), "mine");
        assertEquals("我的标题", kept.get("/title"));

        savedElsewhere(id, Map.of("/villages/0/name", "丙村"));
        chosen.put("/title", "又改");
        assertEquals(
                409,
                officer.post("/dossiers/" + id + "/form", chosen).statusCode(),
                "what was saved since then has not been shown");
    }

    /** Somebody else opens the same draft, types these values and saves. */
    private void savedElsewhere(String id, Map<String, String> values) {
        Browser other = Browser.signedIn(service, "both");
        Map<String, String> theirs =
                PageForm.of(other.get("/dossiers/" + id + "/edit" + OPEN).body());
        theirs.putAll(values);
        theirs.put("action", "save");
        assertEquals(200, other.post("/dossiers/" + id + "/form", theirs).statusCode());
    }

    /** The version of the draft that the page shows as saved by somebody else. */
    private static String over(String page) {
        Element over = Jsoup.parse(page).selectFirst("[name=over][form=dossier]");
        assertNotNull(over, page);
        return over.val();
    }

    @Test
    void a_file_is_attached_to_a_figure_named_among_its_evidence_read_and_removed() {
        String id = blank();
        String files = "/dossiers/" + id + "/evidence";
        String name = "台账\"<b>.pdf";
        HttpResponse<String> attached = SelfCheckTest.upload(officer, files, name.replace("\"", "%22"), PDF, TREES);
        assertEquals(302, attached.statusCode(), attached.body());
        String page = officer.get(files).body();
        assertTrue(page.contains("&lt;b&gt;.pdf") && page.contains("1 KB"), page);
        Map<String, String> fields =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        assertTrue(fields.getOrDefault(TREES + "/evidence", "").contains(".pdf"));
        String view = officer.get("/dossiers/" + id).body();
        assertTrue(view.contains("古树名木") && !view.contains(TREES), "the trail names what it proves in words");

        Element link = Jsoup.parse(page).selectFirst("a[href^=/files/]");
        assertNotNull(link, page);
        HttpResponse<String> file = officer.get(link.attr("href"));
        assertEquals(200, file.statusCode());
        String disposition = file.headers().firstValue("Content-Disposition").orElse("");
        assertTrue(disposition.startsWith("attachment") && !disposition.contains("<"), disposition);
        assertEquals(
                "nosniff", file.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(
                404, Browser.signedIn(service, "lingtai").get(link.attr("href")).statusCode());
        assertEquals(
                404,
                Browser.signedIn(service, "reviewer").get(link.attr("href")).statusCode(),
                "a draft");
        assertEquals(
                403,
                Browser.signedIn(service, "administrator")
                        .get(link.attr("href"))
                        .statusCode());

        assertEquals(
                302,
                officer.post(files + "/" + link.attr("href").replaceFirst(".*/", "") + "/remove", Map.of())
                        .statusCode());
        assertEquals(
                "",
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body())
                        .get(TREES + "/evidence"));
    }

    @Test
    void what_somebody_else_saves_while_a_file_is_attached_is_kept() throws Exception {
        String id = blank();
        DossierDesk desk = service.bean(DossierDesk.class);
        Actor other = service.actor("both");
        UUID dossier = UUID.fromString(id);
        ExecutorService both = Executors.newSingleThreadExecutor();
        try {
            Future<HttpResponse<String>> attaching = both.submit(
                    () -> SelfCheckTest.upload(officer, "/dossiers/" + id + "/evidence", "台账.pdf", PDF, TREES));
            while (desk.evidence(desk.find(other, dossier)).isEmpty() && !attaching.isDone()) {
                Thread.onSpinWait(); // the very moment that the file is there
            }
            boolean saved = false;
            while (!saved) {
                saved = renamed(desk, other, dossier);
            }
            assertEquals(302, attaching.get().statusCode());
        } finally {
            both.shutdown();
        }
        Map<String, String> kept =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        assertEquals("另一人改的标题", kept.get("/title"));
        assertEquals("台账.pdf", kept.get(TREES + "/evidence"));
    }

    /** Saves another title, unless somebody saves between its being read and being written. */
    private static boolean renamed(DossierDesk desk, Actor actor, UUID id) {
        StoredDossier now = desk.find(actor, id);
        String content = new String(now.draft(), StandardCharsets.UTF_8);
        byte[] changed = content.replace(now.title(), "另一人改的标题").getBytes(StandardCharsets.UTF_8);
        try {
            desk.save(actor, id, Objects.requireNonNull(now.version()), "另一人改的标题", changed);
            return true;
        } catch (OptimisticLockingFailureException e) {
            return false;
        }
    }

    @Test
    void a_form_opened_before_a_file_was_attached_shows_its_name_as_what_differs() {
        String id = blank();
        Map<String, String> mine =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        Browser other = Browser.signedIn(service, "both");
        assertEquals(
                302,
                SelfCheckTest.upload(other, "/dossiers/" + id + "/evidence", "台账.pdf", PDF, TREES)
                        .statusCode());
        mine.put(TREES + "/answer", "yes");
        mine.put("action", "save");
        HttpResponse<String> refused = officer.post("/dossiers/" + id + "/form", mine);
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("有1处不同") && refused.body().contains("台账.pdf</span>"), refused.body());
        assertEquals("yes", PageForm.of(refused.body()).get(TREES + "/answer"), "nothing typed is lost");
    }

    @Test
    void a_file_that_is_not_what_it_is_called_is_refused_in_words() {
        String id = blank();
        HttpResponse<String> refused = SelfCheckTest.upload(
                officer,
                "/dossiers/" + id + "/evidence",
                "x.pdf",
                "MZ not a pdf".getBytes(StandardCharsets.UTF_8),
                TREES);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("不是 PDF、图片或 Office 文件"));
    }

    @Test
    void an_officer_of_another_county_finds_nothing() throws IOException {
        String id = uploaded();
        Browser other = Browser.signedIn(service, "lingtai");
        for (String page : new String[] {"", "/edit", "/evidence", "/submit", "/answers", "/revisions/1/report"}) {
            assertEquals(404, other.get("/dossiers/" + id + page).statusCode(), page);
        }
        assertEquals(404, other.post("/dossiers/" + id + "/submit", Map.of()).statusCode());
        assertEquals(
                404,
                other.post("/dossiers/" + id + "/form", Map.of("version", "0", "/title", "x"))
                        .statusCode());
        assertFalse(other.get("/dossiers").body().contains(id));
        HttpResponse<String> foreign = SelfCheckTest.upload(
                other,
                "/dossiers/upload",
                "x.yaml",
                Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml")),
                "");
        assertTrue(foreign.body().contains("不是本地区的申报材料"));
    }

    @Test
    void a_page_that_refuses_offers_the_other_language_where_it_can_be_had() {
        HttpResponse<String> refused = officer.get("/admin/users");
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("href=\"/?lang=en\""), refused.body());
        HttpResponse<String> missing = officer.get("/dossiers/" + UUID.randomUUID());
        assertEquals(404, missing.statusCode());
        assertTrue(missing.body().contains("?lang=en\""), missing.body());
    }

    @Test
    void a_draft_that_a_program_has_left_empty_says_what_it_lacks_before_it_is_submitted() {
        DossierDesk desk = service.bean(DossierDesk.class);
        UUID id = desk.create(
                        service.actor("jingchuan"),
                        "620821",
                        "self-assessment",
                        "空的草稿",
                        "{}".getBytes(StandardCharsets.UTF_8))
                .id();
        String page = officer.get("/dossiers/" + id + "/submit").body();
        assertTrue(page.contains("材料有5处问题") && page.contains("整份材料缺少“as-of”"), page);
    }

    @Test
    void a_draft_with_problems_is_saved_but_not_submitted() {
        String id = blank();
        Map<String, String> fields =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        fields.put("/figures/county-seat-sewage-treatment-rate/value", "97,2");
        fields.put("/place", "620822"); // whatever a page claims, the dossier stays its county's
        fields.put("action", "save");
        assertEquals(200, officer.post("/dossiers/" + id + "/form", fields).statusCode());
        Map<String, String> kept =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        assertEquals("97,2", kept.get("/figures/county-seat-sewage-treatment-rate/value"));
        assertEquals("620821", kept.get("/place"));
        assertTrue(officer.get("/dossiers/" + id + "/submit").body().contains("改正后才能提交"));
        assertEquals(422, officer.post("/dossiers/" + id + "/submit", Map.of()).statusCode());
    }

    @Test
    void an_english_page_says_in_english_what_is_wrong_and_what_is_refused() throws IOException {
        String id = blank();
        officer.get("/dossiers/" + id + "/edit?lang=en");
        Map<String, String> fields =
                PageForm.of(officer.get("/dossiers/" + id + "/edit" + OPEN).body());
        fields.put("/figures/county-seat-sewage-treatment-rate/value", "97,2");
        fields.put("action", "save");
        String page = officer.post("/dossiers/" + id + "/form", fields).body();
        assertTrue(
                page.contains("“Sewage treatment rate of the county seat” should be a number, but is the text “97,2”. "
                        + "Write digits only; leave it empty if it is not known"));
        String refused = officer.post("/dossiers/" + id + "/submit", Map.of()).body();
        assertTrue(refused.contains("Problems in the dossier: 1; it cannot be submitted yet"), refused);
        assertTrue(refused.contains("“county-seat-sewage-treatment-rate” should be a number")
                || refused.contains("“value” should be a number"));
        String file = SelfCheckTest.upload(officer, "/dossiers/" + id + "/evidence", "x.pdf", new byte[0], TREES)
                .body();
        assertTrue(file.contains("The file “x.pdf” is empty"), file);

        String whole = uploaded();
        officer.post("/dossiers/" + whole + "/submit", Map.of());
        assertTrue(officer.get("/dossiers/" + whole).body().contains("submission 1: Non-compliant"));
        HttpResponse<String> late = officer.post("/dossiers/" + whole + "/form", Map.of("version", "0", "/title", "x"));
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("The dossier is “Submitted” and cannot be changed now"), late.body());
        returned(whole);
        assertTrue(officer.get("/dossiers/" + whole).body().contains("questions with the return: 1"));
    }

    @Test
    void a_new_dossier_takes_over_what_was_submitted_last() throws IOException {
        String id = uploaded();
        officer.post("/dossiers/" + id + "/submit", Map.of());
        assertTrue(officer.get("/dossiers/new").body().contains(id));
        String next = id(officer.post("/dossiers/again", Map.of("last", id)));
        Map<String, String> fields =
                PageForm.of(officer.get("/dossiers/" + next + "/edit" + OPEN).body());
        assertEquals("97.5", fields.get("/figures/county-seat-sewage-treatment-rate/value"));
        assertTrue(fields.getOrDefault("/id", "").startsWith("620821-2023-ZP-"));
    }

    private String blank() {
        officer.get("/dossiers/new");
        return id(officer.post("/dossiers/new", Map.of("kind", "self-assessment", "as-of", "2024-12-31")));
    }

    private String uploaded() throws IOException {
        return uploaded(officer, "jingchuan-2023");
    }

    private static String uploaded(Browser officer, String sample) throws IOException {
        officer.get("/dossiers/new");
        byte[] dossier = OwnId.of(Files.readAllBytes(Path.of("test-cases/dossiers", sample + ".yaml")));
        return id(SelfCheckTest.upload(officer, "/dossiers/upload", "x.yaml", dossier, ""));
    }

    private static String id(HttpResponse<String> answer) {
        Matcher to = Pattern.compile("/dossiers/([0-9a-f-]{36})/edit$")
                .matcher(answer.headers().firstValue("Location").orElse(""));
        assertTrue(to.find(), answer.statusCode() + " " + answer.body());
        return to.group(1);
    }

    /** As a reviewer returns it, with one question. */
    private void returned(String id) {
        ReviewDesk review = service.bean(ReviewDesk.class);
        DossierDesk desk = service.bean(DossierDesk.class);
        Actor reviewer = service.bean(People.class).current("reviewer").orElseThrow();
        UUID dossier = UUID.fromString(id);
        review.take(reviewer, dossier);
        Report report = desk.report(desk.revision(reviewer, dossier, 1));
        Finding fail = report.with(Outcome.FAIL).stream()
                .filter(finding -> finding.provision().equals("PL-7.5-2-c"))
                .findFirst()
                .orElseThrow();
        review.opine(reviewer, dossier, ReviewDesk.Matter.of(fail), OpinionKind.ASK, "台账是否已经建立？");
        review.returned(reviewer, dossier, "");
    }
}
