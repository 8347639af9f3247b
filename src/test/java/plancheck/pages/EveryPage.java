package plancheck.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.access.Scope;
import plancheck.access.SignInPace;
import plancheck.access.Tokens;
import plancheck.archive.OpinionKind;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.service.TestService;
import plancheck.web.review.ReviewSamples;
import plancheck.workflow.CollectionDesk;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.PartDesk;
import plancheck.workflow.ReviewDesk;

/** All pages of the service, by who looks at them, with what they need to have something to show. */
final class EveryPage {
    /** What can be got and is no page. */
    static final Map<String, String> NO_PAGES = Map.of(
            "/home", "sends everybody to where his work is",
            "/account/present", "tells a page's script who is signed in",
            "/files/{dossier}/{file}", "a file to be saved",
            "/dossiers/{id}/revisions/{number}/dossier", "a file to be saved",
            "/dossiers/{id}/collection/{bureau}/workbook", "a file to be saved",
            "/dossiers/{id}/collection/workbooks", "files to be saved",
            "/part/{secret}/workbook", "a file to be saved",
            "/parts/{id}/workbook", "a file to be saved");

    private final TestService service;
    private final DossierDesk dossiers;
    private final ReviewDesk review;
    private final ReviewSamples samples;
    private final Actor reviewer;
    private final Actor leader;

    EveryPage(TestService service) {
        this.service = service;
        this.dossiers = service.bean(DossierDesk.class);
        this.review = service.bean(ReviewDesk.class);
        this.samples = new ReviewSamples(service);
        this.reviewer = service.actor("reviewer");
        this.leader = service.actor("leader");
    }

    /** Login to pages; the empty login is nobody's. */
    Map<String, List<Page>> all() {
        Map<String, List<Page>> all = new LinkedHashMap<>();
        all.put("", nobodys());
        all.put("jingchuan", officers());
        collected(all);
        all.put("lingtai", List.of(Page.of("/dossiers", "/dossiers")));
        all.put("jingning", List.of(report()));
        all.put("reviewer", reviewers());
        all.put("leader", leaders());
        all.put("auditor", auditors());
        all.put("administrator", administrators());
        all.put("newcomer", newcomers());
        return all;
    }

    private static List<Page> nobodys() {
        return List.of(
                Page.of("/", "/"),
                Page.of("/login", "/login"),
                Page.of("/login", "/login?failed&elsewhere&out&changed&password"),
                Page.of("", "/nowhere").refused(404),
                Page.of("/error", "/error").refused(404),
                Page.of("/check", "/check"),
                Page.of("/check/form", "/check/form?place=620826&kind=project"),
                Page.of("/check/form", "/check/form?place=620826&kind=project&sector=village-road&site=rest"),
                Page.of("", "/check").then(EveryPage::handIn),
                Page.of("/check/project", "/check/project?place=620823"),
                Page.of("", "/check/project").then(page -> paste(page, "{\"项目名称\":\"甲\",\"建设性质\":\"乙\"}")),
                Page.of("", "/check/project").then(page -> paste(page, "项目名称\t建设地点\t建设性质\n甲\t泾川县\t新建\n乙\t\t")),
                Page.of("", "/check/project").then(page -> paste(page, "没有的词")),
                Page.of("", "/check/project").then(EveryPage::confirm),
                Page.of("/plans", "/plans"),
                Page.of("/plans/{plan}", "/plans/gansu").then(page -> {}),
                Page.of("/plans/{plan}", "/plans/pingliang?open=true"),
                Page.of("/plans/{plan}", "/plans/nowhere").refused(404),
                clause("六/（一）/3"),
                clause("一/（一）/1"),
                clause("二/（二）"),
                Page.of("/plans/provision/{id}", "/plans/provision/GS-7.5-1-a"),
                Page.of("/plans/provision/{id}", "/plans/provision/PL-3.2-B2-1-w"),
                Page.of("/plans/provision/{id}", "/plans/provision/PL-3.2-B2-2-z")
                        .refused(404),
                Page.of("/plans/provision/{id}", "/plans/provision/GS-6.2-1-b").refused(404),
                Page.of("/plans/search", "/plans/search"),
                Page.of("/plans/search", "/plans/search?q=" + encoded("污水")),
                Page.of("/plans/search", "/plans/search?q=" + encoded("没有的词")),
                Page.of("/plans/search", "/plans/search?q=" + "x".repeat(201)).refused(400),
                Page.of("/plans/changes", "/plans/changes"),
                Page.of("/plans/{plan}/directions", "/plans/pingliang/directions"),
                Page.of("/plans/rulebook", "/plans/rulebook"));
    }

    /** A dossier asked of two bureaus: what the officer, a link's holder and an account's see of it. */
    private void collected(Map<String, List<Page>> all) {
        service.person("zhuanglang", "620825", Role.COUNTY_OFFICER);
        service.person("clerk", "620825", Role.BUREAU);
        Actor officer = service.actor("zhuanglang");
        byte[] answers =
                ReviewSamples.text("jingchuan-2023").replace("620821", "620825").getBytes(StandardCharsets.UTF_8);
        UUID begun = dossiers.create(officer, "620825", "self-assessment", "庄浪县自评", answers)
                .id();
        UUID asked = dossiers.create(officer, "620825", "self-assessment", "庄浪县自评", answers)
                .id();
        CollectionDesk desk = service.bean(CollectionDesk.class);
        desk.open(officer, asked, Set.of("housing", "health"), LocalDate.of(2099, 12, 31));
        String link = desk.link(officer, asked, "housing", 14);
        desk.give(officer, asked, "health", "clerk");
        desk.handBack(
                officer,
                asked,
                "housing",
                "figures:\n  county-seat-sewage-treatment-rate: 91.5%\n".getBytes(StandardCharsets.UTF_8));
        UUID part = service.bean(PartDesk.class)
                .given(service.actor("clerk"))
                .get(0)
                .id();
        String mapping = "/dossiers/{id}/collection";
        all.put(
                "zhuanglang",
                List.of(
                        Page.of(mapping, "/dossiers/" + begun + "/collection"),
                        Page.of(mapping, "/dossiers/" + asked + "/collection").then(Chromium::unfold)));
        all.put(
                "clerk",
                List.of(
                        Page.of("/parts", "/parts"),
                        Page.of("/parts/{id}", "/parts/" + part),
                        Page.of("/part/{secret}", "/part/" + link),
                        Page.of("/part/{secret}", "/part/wrong").refused(404)));
    }

    /** The pages that show official texts, once these have been given. */
    static List<Page> withTexts() {
        return List.of(
                Page.of("/plans", "/plans"),
                clause("六/（一）/3"),
                Page.of("/plans/provision/{id}", "/plans/provision/PL-6.1-3-d"),
                Page.of("/plans/search", "/plans/search?q=1965"));
    }

    private List<Page> officers() {
        Actor officer = service.actor("jingchuan");
        String draft = "/dossiers/" + samples.draft(officer, "self-assessment", "泾川县2024年度自评", "{}");
        String returned = "/dossiers/" + returned(officer, "泾川县2023年度自评");
        UUID twice = returned(officer, "泾川县2023年度自评（补正）");
        dossiers.openQuestions(dossiers.find(officer, twice))
                .forEach(question -> dossiers.answer(officer, twice, question.id(), "台账已建立，见附件。"));
        dossiers.submit(officer, twice);
        String mapping = "/dossiers/{id}";
        return List.of(
                Page.of("/dossiers", "/dossiers"),
                Page.of("/dossiers/new", "/dossiers/new"),
                Page.of(mapping, draft),
                Page.of(mapping, returned),
                Page.of(mapping, "/dossiers/" + twice),
                Page.of(mapping + "/evidence", returned + "/evidence"),
                Page.of(mapping + "/answers", returned + "/answers").then(page -> page.find("[name^='answer:']")),
                Page.of(mapping + "/prefill", returned + "/prefill"),
                Page.of(mapping + "/tables", returned + "/tables"),
                Page.of(mapping + "/submit", returned + "/submit"),
                Page.of(mapping + "/submit", draft + "/submit"),
                Page.of(mapping + "/edit", returned + "/edit").then(page -> {}).isLarge(),
                Page.of(mapping, "/dossiers/" + UUID.randomUUID()).refused(404),
                Page.of("", "/admin").refused(403),
                Page.of("", "/nowhere").refused(404),
                Page.of("/account/password", "/account/password"),
                Page.of("", "/account/password").then(page -> {
                    page.type("#old", "not my password");
                    page.type("#fresh", "a fresh password");
                    page.type("#again", "another password");
                    page.click("main button[type=submit]");
                    page.find("main .alert-danger");
                }));
    }

    /** A project's: a place's has the same parts, and each of them hundreds of times. */
    private Page report() {
        service.person("jingning", "620826", Role.COUNTY_OFFICER);
        UUID id = samples.submitted(
                service.actor("jingning"), "project", "通村道路项目", ReviewSamples.text("village-road-project"));
        return Page.of("/dossiers/{id}/revisions/{number}/report", "/dossiers/" + id + "/revisions/1/report");
    }

    /** Submitted with a file, asked about, and sent back. */
    private UUID returned(Actor officer, String title) {
        UUID id = samples.draft(officer, "self-assessment", title, ReviewSamples.text("jingchuan-2023"));
        byte[] file = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        dossiers.attach(officer, id, "/declarations/PL-7.5-2-c", "古树名木台账.pdf", file);
        dossiers.submit(officer, id);
        review.take(reviewer, id);
        ask(id, "台账是否已经建立？");
        review.returned(reviewer, id, "");
        return id;
    }

    private void ask(UUID id, String question) {
        Report report = dossiers.report(
                dossiers.revision(reviewer, id, dossiers.find(reviewer, id).revision()));
        ReviewDesk.Matter matter =
                ReviewDesk.Matter.of(report.with(Outcome.FAIL).get(1));
        review.opine(reviewer, id, matter, OpinionKind.ASK, question);
    }

    private List<Page> reviewers() {
        UUID asked = samples.kongtong("崆峒区2024年度自评");
        review.take(reviewer, asked);
        ask(asked, "请补充依据。");
        String waiting = "/review/" + samples.kongtong("崆峒区2024年度自评（待审）");
        UUID again = samples.kongtong("崆峒区2024年度自评（补正）");
        review.take(reviewer, again);
        ask(again, "请补充依据。");
        review.returned(reviewer, again, "");
        samples.again(again, ReviewSamples.text("kongtong-2024").replace("97.5", "98.5"));
        String open = "/review/" + asked;
        String mapping = "/review/{id}";
        String finding = "/findings/GS-7.6-2-h?subject=" + encoded("崆峒区");
        return List.of(
                Page.of("/review", "/review"),
                Page.of(mapping, waiting),
                Page.of(mapping, open),
                Page.of(mapping, open + "?force=&q=" + encoded("没有的词")),
                Page.of(mapping, "/review/" + again),
                Page.of(mapping + "/findings/{provision}", open + finding),
                Page.of(mapping + "/findings/{provision}", "/review/" + again + finding),
                Page.of(mapping + "/trail", open + "/trail"),
                Page.of(mapping + "/changes", "/review/" + again + "/changes"),
                Page.of(mapping + "/changes", open + "/changes").refused(404),
                Page.of(mapping + "/return", open + "/return"),
                Page.of(mapping + "/ask-missing", open + "/ask-missing"),
                Page.of(mapping + "/conclude", open + "/conclude"),
                Page.of(mapping + "/reopen", open + "/reopen"));
    }

    private List<Page> leaders() {
        Actor officer = ReviewSamples.officer("chongxin-officer", "620823");
        UUID sound = samples.submitted(officer, "self-assessment", "崇信县自评", ReviewSamples.text("chongxin-2023"));
        review.take(reviewer, sound);
        review.conclude(leader, sound, "同意");
        String concluded = "/review/" + sound;
        UUID undecided = samples.kongtong("崆峒区2024年度自评（未定）");
        review.take(reviewer, undecided);
        return List.of(
                Page.of("/review", "/review"),
                Page.of("/review/{id}", concluded),
                Page.of("/review/{id}/reopen", concluded + "/reopen"),
                Page.of("/review/{id}/conclude", "/review/" + undecided + "/conclude"));
    }

    private static List<Page> auditors() {
        return List.of(
                Page.of("/review", "/review"),
                Page.of("/audit", "/audit"),
                Page.of("/audit", "/audit?what=dossier.&page=1"),
                Page.of("/audit", "/audit?who=nobody-there"));
    }

    private List<Page> administrators() {
        service.person("locked", "", Role.REVIEWER);
        People people = service.bean(People.class);
        for (int i = 0; i < SignInPace.FREE; i++) {
            service.bean(SignInPace.class).take("locked", "192.0.2.1");
        }
        service.person("left", "", Role.REVIEWER);
        people.change(service.actor("administrator"), id("left"), "已离任", Set.of(Role.REVIEWER), "", false);
        issueTokens();
        return List.of(
                Page.of("/admin", "/admin"),
                Page.of("/admin/users", "/admin/users"),
                Page.of("/admin/users/new", "/admin/users/new"),
                Page.of("", "/admin/users/new").then(page -> {
                    page.type("#login", "reviewer");
                    page.type("#name", "重名");
                    page.click("#role-REVIEWER");
                    page.click("main button[type=submit]");
                    page.find("main .alert-danger");
                }),
                Page.of("/admin/users/{id}", "/admin/users/" + id("locked")),
                Page.of("/admin/users/{id}", "/admin/users/" + id("left")),
                Page.of("/admin/users/{id}", "/admin/users/" + id("reviewer")).then(page -> {
                    page.unfold();
                    page.click("form[action$='/reset'] button");
                    page.find("main .secret");
                }),
                Page.of("/admin/tokens", "/admin/tokens"),
                Page.of("/admin/tokens", "/admin/tokens").then(EveryPage::issue),
                Page.of("/admin/plans", "/admin/plans"),
                Page.of("", "/admin/plans").then(page -> {
                    page.upload("#file", Path.of("README.md"));
                    page.click("main button[type=submit]");
                    page.find("main .alert-danger");
                }));
    }

    /** Tokens that hold for ever, for a while, and no more. */
    private void issueTokens() {
        Tokens tokens = service.bean(Tokens.class);
        Actor administrator = service.actor("administrator");
        tokens.issue(administrator, "审批系统", Set.of(Scope.ASSESS), "", null);
        tokens.issue(
                administrator,
                "泾川县数据平台",
                Set.of(Scope.READ_DOSSIERS, Scope.WRITE_DOSSIERS),
                "620821",
                Instant.now().plus(Duration.ofDays(300)));
        Tokens.IssuedToken revoked = tokens.issue(administrator, "旧系统", Set.of(Scope.WEBHOOKS), "", null);
        tokens.revoke(administrator, revoked.token().id());
    }

    private static void issue(Chromium page) {
        page.type("#name", "督查平台");
        page.click("#scope-ASSESS");
        page.click("main .panel button[type=submit]");
        page.find("main .secret");
        page.unfold();
    }

    private List<Page> newcomers() {
        service.bean(People.class)
                .create(
                        service.actor("administrator"),
                        "newcomer",
                        "新来",
                        TestService.PASSWORD,
                        Set.of(Role.REVIEWER),
                        "",
                        true);
        return List.of(Page.of("/account/password", "/review"));
    }

    private UUID id(String login) {
        return service.bean(People.class).all().stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Page clause(String path) {
        return Page.of("/plans/{plan}/clause", "/plans/pingliang/clause?path=" + encoded(path));
    }

    /** A project's dossier into the self-check: a form with findings and problems beside it. */
    private static void handIn(Chromium page) {
        page.upload("#file", Path.of("test-cases/dossiers/village-road-project.yaml"));
        page.click("form[enctype] button");
        page.find("#findings");
    }

    private static void paste(Chromium page, String text) {
        page.driver().executeScript("document.getElementById('text').value = arguments[0]", text);
        page.click("#text ~ button, form:has(#text) button");
        page.unfold();
    }

    /** A project that is like several works of the plans, and its form. */
    private static void confirm(Chromium page) {
        page.type("#name", "崆峒区博物馆");
        page.click("form:has(#name) button[type=submit]");
        page.click("#work-none");
        page.click("#site-town");
        page.click("form[action$='/form'] button.btn-primary");
        page.find("#basis");
        page.unfold();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
