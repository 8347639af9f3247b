package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.archive.Opinion;
import plancheck.archive.StoredDossier;
import plancheck.dossier.DossierForm;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.service.TestService;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.ReviewDesk;

/** A county's dossiers with scripts: saved as one goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierPagesTest {
    private static final String SEWAGE = "[name='/figures/county-seat-sewage-treatment-rate/value']";

    private final TestService service = TestService.shared();
    private final DossierDesk desk = service.bean(DossierDesk.class);
    private final Actor officer =
            service.bean(People.class).current("jingchuan").orElseThrow();
    private Chromium browser;

    @BeforeAll
    void open() {
        browser = Chromium.open(service);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private UUID draft() throws IOException {
        DossierForm form = new DossierForm(service.book());
        byte[] content =
                form.dossier(form.fields(Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml")))
                        .values());
        StoredDossier made = desk.create(officer, "620821", "self-assessment", "泾川县2023年度自评", content);
        return made.id();
    }

    @Test
    void a_draft_is_saved_while_one_types_time_and_again() throws IOException {
        UUID id = draft();
        browser.signIn("jingchuan");
        browser.go("/dossiers/" + id + "/edit?lang=zh-CN");
        for (String value : new String[] {"91", "92", "93"}) {
            browser.type(SEWAGE, value);
            browser.until(
                    "it is saved",
                    () -> saved(id).contains("\"value\" : " + value)
                            || saved(id).contains("\"value\": " + value));
        }
        browser.click("#list-markets button[value='add:markets']");
        browser.until(
                "there is one more row",
                () -> browser.all("#table-markets tbody tr").size() > 5);
        browser.type(SEWAGE, "94");
        browser.until("it is saved after a row was added", () -> saved(id).contains("94"));
        assertTrue(browser.text("#saved").startsWith("已保存"), browser.text("#saved"));

        StoredDossier now = desk.find(officer, id);
        desk.save(officer, id, "改过的标题", now.draft());
        browser.type(SEWAGE, "95");
        browser.untilText("#saved", "没有保存");
        assertTrue(!saved(id).contains("\"value\" : 95"));
        browser.click("button[value=overwrite]");
        browser.untilText("#saved", "已保存");
        assertTrue(saved(id).contains("95"));
        browser.signOut();
    }

    private String saved(UUID id) {
        String all = new String(desk.find(officer, id).draft(), java.nio.charset.StandardCharsets.UTF_8);
        int at = all.indexOf("county-seat-sewage-treatment-rate");
        return all.substring(at, at + 120);
    }

    @Test
    void every_page_on_the_way_is_good_in_both_languages_and_on_a_phone() throws IOException {
        UUID id = draft();
        desk.attach(
                officer,
                id,
                "/declarations/ancient-trees-protected",
                "古树名木台账.pdf",
                "%PDF-1.4\n%%EOF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        desk.submit(officer, id);
        returned(id);
        browser.signIn("jingchuan");
        for (String language : new String[] {"zh-CN", "en"}) {
            for (int width : new int[] {1366, 390}) {
                browser.resize(width, width == 390 ? 844 : 768);
                good("/dossiers", "list", language, width);
                good("/dossiers/new", "new", language, width);
                for (String page : new String[] {"", "/evidence", "/answers", "/submit"}) {
                    good("/dossiers/" + id + page, page.isEmpty() ? "view" : page.substring(1), language, width);
                }
            }
        }
        browser.resize(1366, 768);
        good("/dossiers/" + id + "/edit", "edit", "zh-CN", 1366); // once: it has two thousand fields
        browser.signOut();
        assertEquals(1, desk.openQuestions(desk.find(officer, id)).size());
    }

    private void good(String path, String name, String language, int width) {
        browser.go(path + "?lang=" + language);
        browser.assertGood(path + " " + language + width);
        browser.picture("dossier-" + name + "-" + language + width);
    }

    private void returned(UUID id) {
        ReviewDesk review = service.bean(ReviewDesk.class);
        Actor reviewer = service.bean(People.class).current("reviewer").orElseThrow();
        review.take(reviewer, id);
        Report report = desk.report(desk.revision(reviewer, id, 1));
        review.opine(
                reviewer, id, ReviewDesk.Matter.of(report.with(Outcome.FAIL).get(1)), Opinion.Kind.ASK, "台账是否已经建立？");
        review.returned(reviewer, id, "");
    }
}
