package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import plancheck.AnyJdk;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.archive.StoredDossier;
import plancheck.dossier.form.DossierForm;
import plancheck.service.TestService;
import plancheck.workflow.DossierDesk;

/** A county's dossiers with scripts: saved as one goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@AnyJdk
@InBrowser
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
        browser.openSection("list-rural-black-waters");
        browser.click("#list-rural-black-waters button[value='add:rural-black-waters']");
        browser.until(
                "there is one more row",
                () -> browser.all("#table-rural-black-waters tbody tr").size() > 5);
        browser.type(SEWAGE, "94");
        browser.until("it is saved after a row was added", () -> saved(id).contains("94"));
        browser.until("the page says so too", () -> browser.text("#saved").startsWith("已保存"));

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
}
