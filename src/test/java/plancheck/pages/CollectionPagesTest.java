package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.WebElement;
import plancheck.AnyJdk;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.dossier.form.DossierForm;
import plancheck.service.TestService;
import plancheck.sheet.DossierWorkbook;
import plancheck.workflow.BureauPart;
import plancheck.workflow.BureauParts;
import plancheck.workflow.DossierDesk;

/** A dossier collected from bureaus by link, account and workbook, and submitted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@AnyJdk
@InBrowser
class CollectionPagesTest {
    private final TestService service = TestService.shared();
    private final DossierDesk desk = service.bean(DossierDesk.class);
    private final DossierForm form = new DossierForm(service.book());
    private final Actor officer = service.actor("jingchuan");
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
        Map<String, List<String>> fields =
                new LinkedHashMap<>(form.fields(Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml")))
                        .values());
        fields.put("/id", List.of("collected-" + UUID.randomUUID()));
        return desk.create(officer, "620821", "self-assessment", "泾川县2023年度自评", form.dossier(fields))
                .id();
    }

    @Test
    void three_bureaus_hand_back_one_difference_is_decided_queries_are_explained_and_the_dossier_is_submitted()
            throws IOException {
        String clerk = "clerk" + System.nanoTime();
        service.person(clerk, "620821", Role.BUREAU);
        UUID id = draft();
        browser.signIn("jingchuan");
        browser.go("/dossiers/" + id + "/collection?lang=zh-CN");
        browser.assertGood("collect");
        browser.click("form[action$='/open'] button");
        browser.untilText("#links-title", "只显示这一次");
        browser.assertGood("collection");
        String link = browser.all("#links-title ~ div").stream()
                .filter(one -> one.getText().contains("住房和城乡建设局"))
                .map(one -> one.findElement(org.openqa.selenium.By.tagName("input")))
                .map(input -> URI.create(String.valueOf(input.getDomProperty("value")))
                        .getPath())
                .findFirst()
                .orElseThrow();

        browser.click("#part-agriculture details summary");
        browser.find("#login-agriculture").sendKeys("测试" + clerk);
        browser.click("#part-agriculture form[action$='/account'] button");
        browser.untilText("#part-agriculture", "账号");

        BureauPart health =
                service.bean(BureauParts.class).of(desk.find(officer, id).draft(), "health");
        Path workbook = Files.createTempFile("part", ".xlsx");
        Files.write(workbook, new DossierWorkbook(service.book()).of(health.bureau(), health.asked(), health.shown()));
        browser.click("#part-health details summary");
        browser.upload("#file-health", workbook);
        browser.click("#part-health form[action$='/return'] button");
        browser.untilText("#part-health", "已交回");
        browser.signOut();

        browser.go(link);
        browser.assertGood("part");
        assertTrue(browser.heading().contains("住房和城乡建设局"), browser.heading());
        browser.type("[name='/figures/county-seat-sewage-treatment-rate/value']", "100");
        browser.untilText("#saved", "已保存");
        browser.click("button[value=back]");
        browser.untilText("main .alert-success", "已交回");

        browser.signIn(clerk);
        browser.go("/parts");
        browser.click("main li a");
        browser.click("button[value=back]");
        browser.untilText("main .alert-success", "已交回");
        browser.signOut();

        browser.signIn("jingchuan");
        browser.go("/dossiers/" + id + "/collection");
        browser.untilText("main", "3个部门");
        browser.untilText("#differences-title", "填报不一1处");
        browser.click("input[type=radio][value='住房和城乡建设局']");
        browser.click("form[action$='/decide'] button");
        browser.untilText("#differences-title", "已全部决定");
        browser.assertGood("differences");
        browser.click("form[action$='/close'] button");
        browser.until("the form is shown", () -> browser.address().endsWith("/edit"));
        assertEquals(
                List.of("100"),
                form.fields(desk.find(officer, id).draft())
                        .values()
                        .get("/figures/county-seat-sewage-treatment-rate/value"));
        browser.go("/dossiers/" + id + "/submit");
        browser.untilText("#queries-title", "请核实");
        browser.assertGood("submit with queries");
        assertFalse(browser.find("form[action$='/submit'] button").isEnabled(), "not before they are explained");
        for (WebElement query : browser.all("#queries textarea")) {
            query.sendKeys("当年管网改造，与住建部门年报核对属实");
        }
        browser.click("#queries form button");
        browser.click("form[action$='/submit'] button:not([disabled])");
        browser.untilText("main .alert-success", "已提交");
        browser.signOut();
        browser.go(link);
        assertTrue(browser.heading().contains("链接无效"));
        assertFalse(desk.find(officer, id).revision() == 0);
    }
}
