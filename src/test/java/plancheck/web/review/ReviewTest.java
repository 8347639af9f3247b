package plancheck.web.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import plancheck.archive.OpinionKind;
import plancheck.plan.text.OfficialTexts;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.ReviewDesk;
import plancheck.workflow.ReviewDesk.Matter;

/** The review desk as reviewers, leaders and auditors see it, without JavaScript. */
class ReviewTest {
    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, Object> NOTHING_MORE = Map.of();

    private final TestService service = TestService.shared();
    private final ReviewSamples samples = new ReviewSamples(service);
    private final Browser reviewer = Browser.signedIn(service, "reviewer");
    private final Browser leader = Browser.signedIn(service, "leader");

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String detail(UUID id, String provision, String subject) {
        return "/review/" + id + "/findings/" + provision + "?subject=" + encoded(subject);
    }

    /** What a page says below the navigation, for messages. */
    private static String text(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("main").text();
    }

    private static void assertShows(HttpResponse<String> page, String... words) {
        assertEquals(200, page.statusCode(), () -> text(page));
        for (String word : words) {
            assertTrue(page.body().contains(word), word + " is not in\n" + text(page));
        }
    }

    private static void assertRefused(int status, HttpResponse<String> page, String... words) {
        assertEquals(status, page.statusCode(), () -> text(page));
        for (String word : words) {
            assertTrue(page.body().contains(word), word + " is not in\n" + text(page));
        }
    }

    private static void assertMoved(HttpResponse<String> answer) {
        assertEquals(302, answer.statusCode(), () -> text(answer));
    }

    private Report report(UUID id) {
        DossierDesk desk = service.bean(DossierDesk.class);
        var officer = ReviewSamples.officer("kongtong", "620802");
        return desk.report(desk.revision(officer, id, desk.find(officer, id).revision()));
    }

    private UUID inReview(String title) {
        UUID id = samples.kongtong(title);
        assertMoved(reviewer.post("/review/" + id + "/take", NOTHING));
        return id;
    }

    private HttpResponse<String> opine(UUID id, Finding finding, OpinionKind kind, String reason) {
        Matter matter = Matter.of(finding);
        return reviewer.post(
                "/review/" + id + "/findings/" + finding.provision(),
                form(matter.subject(), 1, "", kind.name(), reason));
    }

    private static Map<String, String> form(String subject, int revision, String after, String kind, String reason) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("subject", subject);
        fields.put("revision", String.valueOf(revision));
        fields.put("after", after);
        fields.put("kind", kind);
        fields.put("reason", reason);
        return fields;
    }

    @Test
    void the_queue_shows_what_waits_and_filters_by_county_state_kind_and_days() {
        samples.kongtong("崆峒待办一号");
        assertShows(reviewer.get("/review"), "崆峒待办一号", "已提交", "不符合", "今天");
        assertShows(reviewer.get("/review?place=620802&state=submitted&kind=self-assessment&days=0"), "崆峒待办一号");
        for (String other : new String[] {"place=620821", "state=concluded", "kind=project", "days=3"}) {
            HttpResponse<String> page = reviewer.get("/review?" + other);
            assertEquals(200, page.statusCode());
            Document shown = Jsoup.parse(page.body());
            shown.select("#counties").remove();
            assertFalse(shown.outerHtml().contains("崆峒待办一号"), other);
        }
        assertShows(reviewer.get("/review?days=abc&state=nonsense&page=99&place=%3Cscript%3E"), "审核");
    }

    @Test
    void the_overview_has_the_numbers_of_the_chart_as_a_table() {
        samples.kongtong("崆峒总览");
        assertShows(reviewer.get("/review?lang=en"), "Kongtong District", "data-outcome=\"fail\" data-count=\"6\"");
        reviewer.get("/review?lang=zh-CN");
    }

    @Test
    void a_dossier_first_shows_the_binding_provisions_that_fail_or_are_open() {
        UUID id = samples.kongtong("崆峒首屏");
        HttpResponse<String> page = reviewer.get("/review/" + id);
        assertShows(page, "不符合的约束性规定", "没有定论的规定", "PL-7.2-2-d", "共9条", "开始审核");
        assertTrue(page.body().indexOf("PL-7.2-2-d") < page.body().indexOf("PL-8.2-2-b"), "fails come first");
        assertFalse(
                page.body()
                        .contains(
                                "outcome-pass\"><span aria-hidden=\"true\" class=\"sign\"></span><span>符合</span></span><span class=\"force\""));
    }

    @Test
    void where_no_binding_provision_is_open_others_that_are_come_first() {
        UUID id = samples.submitted(
                ReviewSamples.officer("chongxin", "620823"),
                "self-assessment",
                "崇信首屏",
                ReviewSamples.text("chongxin-2023")
                        .replace("homestead: no", "homestead: yes")
                        .replace("paid: no", "paid: yes")
                        .replace("PL-6.2-2-d: { answer: no,", "PL-6.2-2-d: { answer: yes, evidence: [更新改造计划],")
                        .replaceAll("(?m)^  PL-8.3-1-g: .*$", "  PL-8.3-1-g:"));
        assertShows(reviewer.get("/review/" + id), "约束性规定都有定论", "共1条", "PL-8.3-1-g");
    }

    @Test
    void findings_are_filtered_and_paged() {
        UUID id = samples.kongtong("崆峒筛选");
        HttpResponse<String> all = reviewer.get("/review/" + id + "?force=&q=");
        int found = report(id).findings().size();
        int last = (found + 99) / 100;
        assertShows(all, "共" + "%,d".formatted(found) + "条，第1页，共" + last + "页", "下一页");
        assertEquals(100, Jsoup.parse(all.body()).select("[id~=^f\\d+$]").size());
        assertShows(
                reviewer.get("/review/" + id + "?force=&q=&page=" + last),
                "共" + "%,d".formatted(found) + "条，第" + last + "页",
                "上一页");
        assertShows(reviewer.get("/review/" + id + "?force=&q=&page=1000"), "第" + last + "页");
        assertShows(reviewer.get("/review/" + id + "?outcome=fail&plan=GS&force="), "共3条", "GS-7.5-1-a");
        assertShows(reviewer.get("/review/" + id + "?q=" + encoded("大拆大建") + "&force="), "GS-7.5-1-a");
        assertShows(reviewer.get("/review/" + id + "?force=must&undecided=yes"), "共3条");
        assertShows(
                reviewer.get("/review/" + id + "?outcome=direction&force="),
                "共" + counted(id, Outcome.DIRECTION),
                "倡导方向");
        assertShows(reviewer.get("/review/" + id + "?outcome=pass&force="), "共" + counted(id, Outcome.PASS));
        assertFalse(all.body().contains("??"), "every outcome has its word");
        assertShows(reviewer.get("/review/" + id + "?q=" + encoded("<script>%{}")), "没有符合条件的结论");
    }

    private String counted(UUID id, Outcome outcome) {
        return report(id).with(outcome).size() + "条";
    }

    @Test
    void a_finding_shows_what_it_rests_on_without_javascript() {
        UUID id = samples.kongtong("崆峒明细");
        assertShows(
                reviewer.get(detail(id, "GS-7.6-2-h", "崆峒区")),
                "受地形限制的建制镇以组团方式扩大",
                "丙镇",
                "国土空间规划空间结构图（假定）",
                "判断过程",
                "R12",
                "rule &quot;GS-7.6-2-h");
        assertShows(reviewer.get(detail(id, "GS-7.1-5-c", "崆峒区")), "相关规定", "PL-7.1-3-c");
        assertEquals(404, reviewer.get(detail(id, "GS-7.5-1-a", "别处")).statusCode());
        assertEquals(404, reviewer.get(detail(id, "XX-1", "崆峒区")).statusCode());
    }

    @Test
    void a_finding_shows_its_clause_in_context_once_the_official_text_is_there() {
        OfficialTexts.raw(); // skips before a service is started for nothing
        TestService own = TestService.start(NOTHING_MORE);
        try {
            UUID id = new ReviewSamples(own).kongtong("崆峒原文");
            Browser browser = Browser.signedIn(own, "auditor");
            String path = detail(id, "GS-7.5-1-a", "崆峒区");
            assertShows(browser.get(path), "尚未导入这部规划的原文", "杜绝城市大拆大建</mark>");
            OfficialTexts.addTo(own.bean(plancheck.workflow.OfficialTexts.class).store());
            HttpResponse<String> page = browser.get(path);
            assertShows(page, "<mark class=\"anchor\">杜绝城市大拆大建</mark>", "<p class=\"muted\">七");
            assertFalse(page.body().contains("尚未导入"));
        } finally {
            own.close();
        }
    }

    @Test
    void a_reviewer_takes_opines_asks_and_returns() {
        UUID id = samples.kongtong("崆峒办理");
        Finding fail = report(id).with(Outcome.FAIL).get(0);
        assertRefused(409, opine(id, fail, OpinionKind.AGREE, ""), "只有“审核中”的材料才能");
        assertMoved(reviewer.post("/review/" + id + "/take", NOTHING));
        assertRefused(409, reviewer.post("/review/" + id + "/take", NOTHING), "崆峒办理", "只有“已提交”的材料才能开始审核");

        assertMoved(opine(id, fail, OpinionKind.AGREE, ""));
        assertShows(reviewer.get("/review/" + id), "opinion-agree", "测试reviewer");
        Finding missing = report(id).with(Outcome.INSUFFICIENT_DATA).get(0);
        assertRefused(422, opine(id, missing, OpinionKind.ASK, " "), "请写明要问县里什么");
        assertMoved(opine(id, missing, OpinionKind.ASK, "项目进度如何？"));

        assertShows(reviewer.get("/review/" + id + "/return"), "下列1个问题", "项目进度如何？");
        assertRefused(
                422,
                reviewer.post("/review/" + id + "/return", Map.of("revision", "1", "remark", "字".repeat(2001))),
                "意见不超过2000字",
                "字".repeat(2001));
        assertMoved(reviewer.post("/review/" + id + "/return", Map.of("revision", "1", "remark", "请尽快\r\n补正")));
        assertRefused(
                409, reviewer.post("/review/" + id + "/return", Map.of("revision", "1", "remark", "再来")), "已退回", "再来");
        assertShows(reviewer.get("/review/" + id + "/trail"), "退回补正", "审核中 → 已退回", "意见：问县里", "退回问题2个", "测试reviewer");
    }

    @Test
    void a_reason_refused_is_kept_in_the_form() {
        UUID id = inReview("崆峒保留");
        Finding fail = report(id).with(Outcome.FAIL).get(0);
        assertRefused(422, opine(id, fail, OpinionKind.MET, "我看已达到"), "请选择“同意”或“不同意”", ">我看已达到</textarea>");
        String path = "/review/" + id + "/findings/" + fail.provision();
        assertRefused(
                422,
                reviewer.post(path, form(Matter.of(fail).subject(), 1, "", "", "没选")),
                "请选择一种意见",
                ">没选</textarea>");
    }

    @Test
    void an_opinion_sent_twice_is_given_once_and_one_that_missed_another_is_not_given() {
        UUID id = inReview("崆峒双击");
        Finding fail = report(id).with(Outcome.FAIL).get(0);
        assertMoved(opine(id, fail, OpinionKind.DISAGREE, "已整改"));
        assertMoved(opine(id, fail, OpinionKind.DISAGREE, "已整改"));
        assertRefused(409, opine(id, fail, OpinionKind.AGREE, ""), "刚刚有了新的意见", "已整改");
        ReviewDesk desk = service.bean(ReviewDesk.class);
        var dossier = service.bean(DossierDesk.class).find(ReviewSamples.officer("kongtong", "620802"), id);
        assertEquals(1, desk.history(dossier, Matter.of(fail)).size());
    }

    @Test
    void everything_missing_is_asked_for_at_once_after_a_confirmation() {
        UUID id = inReview("崆峒批量");
        Finding missing = report(id).with(Outcome.INSUFFICIENT_DATA).get(0);
        assertMoved(opine(id, missing, OpinionKind.MET, "现场已看"));
        assertShows(reviewer.get("/review/" + id + "/ask-missing"), "列入1个问题", "请补充：");
        assertMoved(reviewer.post("/review/" + id + "/ask-missing", Map.of("revision", "1")));
        assertShows(reviewer.get("/review/" + id + "/return"), "已列入1个问题", "下列1个问题");
        assertRefused(422, reviewer.post("/review/" + id + "/ask-missing", Map.of("revision", "1")), "没有资料不足而未处理");
    }

    @Test
    void a_leader_concludes_only_when_all_musts_are_decided_and_can_reopen() {
        UUID id = inReview("崆峒办结");
        assertShows(leader.get("/review/" + id + "/conclude"), "还有3条没有定论", "/findings/PL-8.2-2-b?subject=");
        assertRefused(422, leader.post("/review/" + id + "/conclude", Map.of("revision", "1", "remark", "")), "不能办结");
        for (Finding open : ReviewDesk.undecided(report(id), Map.of())) {
            assertMoved(opine(id, open, OpinionKind.MET, "已核实"));
        }
        assertShows(leader.get("/review/" + id + "/conclude"), "不符合的约束性规定（6条）", "认定达到的（3条）", "确认办结");
        assertMoved(leader.post("/review/" + id + "/conclude", Map.of("revision", "1", "remark", "同意办结")));
        assertRefused(409, leader.post("/review/" + id + "/conclude", Map.of("revision", "1", "remark", "")), "已办结");

        assertRefused(422, leader.post("/review/" + id + "/reopen", Map.of("reason", " ")), "请写明重新审核的理由");
        assertRefused(
                422,
                leader.post("/review/" + id + "/reopen?lang=en", Map.of("reason", " ")),
                "Write why the review is reopened");
        assertMoved(leader.post("/review/" + id + "/reopen", Map.of("reason", "复核")));
        assertShows(leader.get("/review/" + id + "/trail?lang=en"), "Reopened", "Concluded → In review", "复核");
        leader.get("/review?lang=zh-CN");
    }

    @Test
    void who_submitted_a_dossier_does_not_review_it() {
        UUID id = samples.submitted(
                ReviewSamples.officer("both", "620821"),
                "self-assessment",
                "泾川自办",
                ReviewSamples.text("jingchuan-2023"));
        Browser both = Browser.signedIn(service, "both");
        HttpResponse<String> page = both.get("/review/" + id);
        assertShows(page, "须由其他人审核和办结");
        assertFalse(page.body().contains("/take\""));
        assertRefused(403, both.post("/review/" + id + "/take", NOTHING), "不能审核自己起草或提交的材料");
    }

    @Test
    void a_reviewer_does_not_conclude_and_a_leader_does_not_review() {
        UUID id = inReview("崆峒分工");
        assertRefused(403, reviewer.post("/review/" + id + "/conclude", Map.of("revision", "1")), "只有负责人可以办结");
        assertRefused(403, leader.post("/review/" + id + "/return", Map.of("revision", "1", "remark", "x")), "只有审核人");
        HttpResponse<String> detail = leader.get(detail(id, "GS-7.5-1-a", "崆峒区"));
        assertFalse(detail.body().contains("<textarea"), "no form for whoever may give no opinion");
    }

    @Test
    void an_auditor_reads_everything_and_changes_nothing() {
        Browser auditor = Browser.signedIn(service, "auditor");
        UUID id = inReview("崆峒审计");
        UUID draft = samples.draft(
                ReviewSamples.officer("kongtong", "620802"),
                "self-assessment",
                "崆峒草稿",
                ReviewSamples.text("kongtong-2024"));
        assertShows(auditor.get("/review?state=draft"), "崆峒草稿");
        assertShows(auditor.get("/review/" + draft), "还没有提交");
        assertShows(auditor.get("/review/" + draft + "/trail"), "起草");
        assertEquals(404, reviewer.get("/review/" + draft).statusCode());
        assertEquals(404, auditor.get("/review/" + draft + "/return").statusCode());
        for (String page : new String[] {"", "/trail", "/return", "/conclude", "/ask-missing", "/reopen"}) {
            HttpResponse<String> answer = auditor.get("/review/" + id + page);
            assertEquals(200, answer.statusCode(), page);
            String main = answer.body().substring(answer.body().indexOf("<main"));
            assertFalse(main.contains("method=\"post\""), page + " has a form");
        }
        for (String action :
                new String[] {"take", "return", "conclude", "reopen", "ask-missing", "findings/GS-7.5-1-a"}) {
            assertEquals(
                    403,
                    auditor.post("/review/" + id + "/" + action, Map.of("revision", "1", "subject", "崆峒区"))
                            .statusCode(),
                    action);
        }
    }

    @Test
    void a_second_submission_is_compared_and_earlier_opinions_can_be_used_again() {
        UUID id = inReview("崆峒两次");
        Finding fail = report(id).findings().stream()
                .filter(f -> f.provision().equals("GS-7.5-1-a"))
                .findFirst()
                .orElseThrow();
        assertMoved(opine(id, fail, OpinionKind.DISAGREE, "属棚户区改造，不算大拆大建"));
        assertMoved(reviewer.post("/review/" + id + "/return", Map.of("revision", "1", "remark", "请补正")));
        samples.again(id, ReviewSamples.text("kongtong-2024"));
        assertMoved(reviewer.post("/review/" + id + "/take", NOTHING));

        assertRefused(409, opine(id, fail, OpinionKind.AGREE, ""), "这一页是第1次提交的");
        assertShows(reviewer.get("/review/" + id + "/changes"), "第2次提交与第1次提交相比", "仍未解决", "GS-7.5-1-a");
        assertShows(reviewer.get("/review/" + id + "?revision=1"), "只供查看", "opinion-disagree");
        HttpResponse<String> detail = reviewer.get(detail(id, "GS-7.5-1-a", "崆峒区"));
        assertShows(detail, "历次意见（1条）", "第1次提交", "reuse=1");
        assertShows(reviewer.get(detail(id, "GS-7.5-1-a", "崆峒区") + "&reuse=1"), ">属棚户区改造，不算大拆大建</textarea>");
        HttpResponse<String> earlier = reviewer.get(detail(id, "GS-7.5-1-a", "崆峒区") + "&revision=1");
        assertFalse(earlier.body().contains("<textarea"), "an earlier revision takes no opinions");
        assertEquals(404, reviewer.get("/review/" + id + "?revision=3").statusCode());
    }

    @Test
    void hostile_names_are_text_and_find_their_way_through_addresses() {
        String evil = "<script>alert(1)</script> 50% & \"x\"?#/道+路";
        String content = ReviewSamples.text("village-road-project").replaceFirst("title: .*", "title: '" + evil + "'");
        var officer = ReviewSamples.officer("jingning", "620826");
        UUID id = samples.submitted(officer, "project", evil, content);
        HttpResponse<String> page = reviewer.get("/review/" + id + "?force=&q=");
        assertShows(page, "&lt;script&gt;alert(1)&lt;/script&gt; 50% &amp; ");
        assertFalse(page.body().contains("<script>alert"));
        DossierDesk desk = service.bean(DossierDesk.class);
        Finding named = desk.report(desk.revision(officer, id, 1)).findings().stream()
                .filter(finding -> finding.subject().zh().equals(evil))
                .findFirst()
                .orElseThrow();
        Element link = Jsoup.parse(page.body()).selectFirst("a[href*=/findings/" + named.provision() + "?]");
        assertNotNull(link, "no link to " + named.provision());
        assertShows(reviewer.get(link.attr("href")), "&lt;script&gt;");

        assertMoved(reviewer.post("/review/" + id + "/take", NOTHING));
        HttpResponse<String> given = reviewer.post(
                "/review/" + id + "/findings/" + named.provision(), form(evil, 1, "", "DISAGREE", "<b>不</b>"));
        assertMoved(given);
        String to = given.headers().firstValue("Location").orElse("");
        assertShows(reviewer.get(to.replaceFirst("^http://[^/]*", "")), "意见已记录", "&lt;b&gt;不&lt;/b&gt;");
    }

    @Test
    void a_subject_longer_than_the_archive_keeps_can_be_given_an_opinion() {
        String title = "长".repeat(390);
        String content = ReviewSamples.text("village-road-project").replaceFirst("title: .*", "title: " + title);
        var officer = ReviewSamples.officer("jingning", "620826");
        UUID id = samples.submitted(officer, "project", title, content);
        assertMoved(reviewer.post("/review/" + id + "/take", NOTHING));
        DossierDesk desk = service.bean(DossierDesk.class);
        Finding named = desk.report(desk.revision(officer, id, 1)).findings().stream()
                .filter(finding -> finding.subject().zh().equals(title))
                .findFirst()
                .orElseThrow();
        assertMoved(opine(id, named, OpinionKind.DISAGREE, "另议"));
        assertShows(reviewer.get("/review/" + id + "?force=&q="), "另议");
    }

    @Test
    void files_attached_to_a_figure_are_offered_beside_it_and_not_beside_others() {
        DossierDesk desk = service.bean(DossierDesk.class);
        var officer = ReviewSamples.officer("kongtong", "620802");
        UUID id = samples.draft(officer, "self-assessment", "崆峒附件", ReviewSamples.text("kongtong-2024"));
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        desk.attach(officer, id, "/figures/land-revenue-share", "决算<b>.pdf", pdf);
        desk.submit(officer, id);
        String subject = report(id).findings().stream()
                .filter(finding -> finding.provision().equals("PL-8.4-2-a"))
                .findFirst()
                .orElseThrow()
                .subject()
                .zh();
        HttpResponse<String> page = reviewer.get(detail(id, "PL-8.4-2-a", subject));
        assertShows(page, "决算&lt;b&gt;.pdf</a>", "/files/" + id + "/", "2024年财政决算报告（假定）", "29.6%");
        assertFalse(reviewer.get(detail(id, "GS-7.5-1-a", "崆峒区")).body().contains("/files/"));
    }

    @Test
    void opinions_given_at_once_are_kept_or_refused_but_never_lost() throws Exception {
        UUID id = inReview("崆峒并行");
        List<Finding> findings = report(id).with(Outcome.PASS).subList(0, 8);
        ExecutorService reviewers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (Finding finding : findings) {
            answers.add(reviewers.submit(
                    () -> opine(id, finding, OpinionKind.DISAGREE, "另议").statusCode()));
        }
        int kept = 0;
        for (Future<Integer> answer : answers) {
            int status = answer.get();
            assertTrue(status == 302 || status == 409, "status " + status);
            kept += status == 302 ? 1 : 0;
        }
        reviewers.shutdown();
        var dossier = service.bean(DossierDesk.class).find(ReviewSamples.officer("kongtong", "620802"), id);
        assertEquals(kept, service.bean(ReviewDesk.class).opinions(dossier, 1).size());
        assertTrue(kept > 0);
    }

    @Test
    void a_county_officer_has_no_business_here() {
        Browser officer = Browser.signedIn(service, "jingchuan");
        assertEquals(403, officer.get("/review").statusCode());
    }
}
