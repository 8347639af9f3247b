package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.logging.LogType;
import plancheck.AnyJdk;
import plancheck.access.Actor;
import plancheck.archive.StoredDossier;
import plancheck.dossier.form.DossierForm;
import plancheck.service.TestService;
import plancheck.workflow.DossierDesk;

/** Saving while the network, the session or the service is away: it is true, or the page says so, and nothing is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@AnyJdk
@InBrowser
class SavingPagesTest {
    private static final String SEWAGE = "[name='/figures/county-seat-sewage-treatment-rate/value']";
    private static final String BLANK = "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31&lang=zh-CN";

    private TestService service;
    private Chromium browser;

    @BeforeAll
    void open() {
        service = TestService.start(Map.of());
        browser = Chromium.open(service);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            forget();
            browser.close();
        }
        if (service != null) {
            service.close();
        }
    }

    @AfterEach
    void leave() {
        network(true);
        forget();
        script("localStorage.clear()");
        browser.resize(1366, 768);
        browser.signOut();
    }

    private @Nullable Object script(String script, Object... arguments) {
        return browser.driver().executeScript(script, arguments);
    }

    /** The page would ask whether to leave it. */
    private void forget() {
        script("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
    }

    private void network(boolean there) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private UUID draft() throws IOException {
        DossierForm form = new DossierForm(service.book());
        byte[] content =
                form.dossier(form.fields(Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml")))
                        .values());
        Actor officer = service.actor("jingchuan");
        return service.bean(DossierDesk.class)
                .create(officer, "620821", "self-assessment", "泾川县2023年度自评", content)
                .id();
    }

    private UUID opened() throws IOException {
        UUID id = draft();
        browser.signIn("jingchuan");
        browser.go("/dossiers/" + id + "/edit?lang=zh-CN");
        return id;
    }

    private boolean has(UUID id, String value) {
        StoredDossier dossier = service.bean(DossierDesk.class).find(service.actor("jingchuan"), id);
        String all = new String(dossier.draft(), StandardCharsets.UTF_8);
        int at = all.indexOf("county-seat-sewage-treatment-rate");
        return all.substring(at, at + 120).matches("(?s).*\"value\" ?: " + value + "\\b.*");
    }

    private void savedAs(UUID id, String value) {
        browser.until("it is saved: " + value, () -> has(id, value));
        browser.until("the page says so", () -> browser.text("#saved").startsWith("已保存"));
        browser.until("and nothing else", () -> browser.text("#saving").isEmpty());
        String kept = "return Object.keys(localStorage).filter(key => key.includes(arguments[0])).length";
        browser.until("nothing is kept that is saved", () -> Long.valueOf(0).equals(script(kept, id.toString())));
        assertFalse(asks());
    }

    private boolean asks() {
        return Boolean.TRUE.equals(script("const e = new Event('beforeunload', { cancelable: true });"
                + " dispatchEvent(e); return e.defaultPrevented"));
    }

    /** A page that one comes back to tries again by itself, so that its button may be gone before it is pressed. */
    private void again() {
        script("const again = document.querySelector('#saving button'); if (again) again.click();");
    }

    private void notSaved(String because) {
        browser.untilText("#saving", because);
        assertTrue(browser.text("#saving").startsWith("没有保存"));
        assertFalse(browser.find("#saved").isDisplayed(), "nothing says that it is saved");
        assertTrue(asks(), "leaving is asked about");
        browser.until(
                "it is kept",
                () -> String.valueOf(script("return Object.values(localStorage).join()"))
                        .contains("fields"));
    }

    @Test
    void without_the_network_the_page_says_so_and_sends_again_when_it_is_back() throws IOException {
        UUID id = opened();
        network(false);
        browser.type(SEWAGE, "91.5");
        notSaved("连不上服务器");
        browser.picture("saving-away-1366");
        browser.resize(390, 844);
        browser.picture("saving-away-390");
        network(true);
        savedAs(id, "91.5");

        network(false);
        browser.type(SEWAGE, "91.6");
        notSaved("连不上服务器");
        network(true);
        again();
        savedAs(id, "91.6");
    }

    @Test
    void when_the_session_has_ended_one_signs_in_in_another_window_and_the_page_goes_on() throws IOException {
        UUID id = opened();
        String page = browser.driver().getWindowHandle();
        browser.signOut();
        browser.type(SEWAGE, "92.5");
        notSaved("登录已失效");
        browser.picture("saving-ended-1366");
        assertFalse(has(id, "92.5"));

        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.signIn("lingtai");
        browser.driver().switchTo().window(page);
        again();
        notSaved("另一个用户（lingtai）");
        assertFalse(has(id, "92.5"));

        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.signOut();
        browser.signIn("jingchuan");
        browser.driver().switchTo().window(page);
        again();
        savedAs(id, "92.5");
        for (String other : browser.driver().getWindowHandles()) {
            if (!other.equals(page)) {
                browser.driver().switchTo().window(other).close();
            }
        }
        browser.driver().switchTo().window(page);
    }

    @Test
    void a_restart_of_the_service_loses_nothing_and_signs_nobody_out() throws IOException {
        UUID id = opened();
        browser.type(SEWAGE, "93.4");
        savedAs(id, "93.4");
        service.restart(() -> {
            browser.type(SEWAGE, "93.5");
            notSaved("连不上服务器");
        });
        again();
        savedAs(id, "93.5");
    }

    @Test
    void an_answer_that_never_comes_is_not_waited_for_for_ever() throws IOException {
        UUID id = opened();
        script("document.getElementById('saving').dataset.patience = 1");
        browser.type(SEWAGE, "94.5");
        browser.untilText("#saving", "连不上服务器");
        script("document.getElementById('saving').dataset.patience = 30000");
        again();
        savedAs(id, "94.5");
        browser.type(SEWAGE, "94.6");
        savedAs(id, "94.6");
    }

    @Test
    void what_could_not_be_saved_is_offered_when_the_page_is_opened_again() throws IOException {
        UUID id = opened();
        network(false);
        browser.type(SEWAGE, "95.5");
        notSaved("连不上服务器");
        forget();
        browser.signOut(); // or the page would save it as soon as the network is there
        network(true);
        browser.go("/dossiers/" + id + "/edit");
        browser.signIn("jingchuan");
        browser.go("/dossiers/" + id + "/edit");
        browser.untilText("#kept", "没有保存上的内容");
        browser.picture("saving-kept-1366");
        browser.driver().manage().logs().get(LogType.BROWSER); // says that there was no network
        browser.assertGood("a draft that has been kept");
        assertFalse(has(id, "95.5"));
        browser.click("#kept [data-take]");
        savedAs(id, "95.5");
        assertEquals("95.5", browser.find(SEWAGE).getDomProperty("value"));
        browser.go("/dossiers/" + id + "/edit");
        assertFalse(browser.find("#kept").isDisplayed());
    }

    @Test
    void what_was_kept_is_not_put_over_what_somebody_else_has_saved_meanwhile() throws IOException {
        UUID id = opened();
        network(false);
        browser.type(SEWAGE, "96.5");
        notSaved("连不上服务器");
        forget();
        DossierDesk desk = service.bean(DossierDesk.class);
        Actor officer = service.actor("jingchuan");
        desk.save(officer, id, "另一人改的标题", desk.find(officer, id).draft());
        network(true);
        browser.go("/dossiers/" + id + "/edit");
        browser.click("#kept [data-take]");
        browser.untilText("#differences", "没有保存");
        assertFalse(has(id, "96.5"));
        assertTrue(asks());
        browser.click("button[value=overwrite]");
        savedAs(id, "96.5");
    }

    @Test
    void findings_of_the_self_check_that_could_not_be_renewed_say_so() {
        browser.go(BLANK);
        browser.type(SEWAGE, "80");
        browser.untilText("#findings", "县城污水处理率");
        network(false);
        browser.type(SEWAGE, "99");
        browser.untilText("#saving", "结论没有更新：连不上服务器");
        browser.untilText("#stale", "还没有按最新填写的内容更新");
        browser.picture("check-stale-1366");
        network(true);
        browser.until("the findings are renewed", () -> browser.all("#stale").isEmpty());
        assertEquals("", browser.text("#saving"));
    }

    @Test
    void a_row_that_could_not_be_removed_comes_back() {
        browser.go(BLANK);
        browser.openSection("list-villages");
        browser.click("#list-villages .paste summary");
        script(
                "document.querySelector(\"[name='paste:villages']\").value = arguments[0]",
                "名称\t常住户数\n张家湾村\t35\n李家村\t60\n");
        browser.click("button[value='paste:villages']");
        browser.untilText("#table-villages", "已填入2行");
        network(false);
        browser.click("button[value='remove:villages/0']");
        browser.untilText("#saving", "连不上服务器");
        assertTrue(browser.find("[name='/villages/0/name']").isDisplayed());
        network(true);
        browser.until(
                "the service is there again", () -> browser.text("#saving").isEmpty());
        browser.click("button[value='remove:villages/0']");
        browser.until(
                "it is gone",
                () -> "李家村".equals(browser.find("[name='/villages/0/name']").getDomProperty("value")));
    }

    @Test
    void a_form_sent_after_the_session_has_ended_is_there_again_after_signing_in() {
        browser.signIn("administrator");
        browser.go("/admin/users/new?lang=zh-CN");
        browser.type("#login", "new.officer");
        browser.type("#name", "李四");
        browser.signOut();
        browser.click("main form button[type=submit]");
        browser.until("asked to sign in", () -> browser.address().startsWith("/login"));
        browser.type("#username", "administrator");
        browser.type("#password", TestService.PASSWORD);
        browser.click("main button[type=submit]");
        browser.until("back at the form", () -> browser.address().startsWith("/admin/users/new"));
        browser.untilText("main .typed", "刚才没有送出");
        browser.picture("typed-1366");
        assertEquals("new.officer", browser.find("#login").getDomProperty("value"));
        assertEquals("李四", browser.find("#name").getDomProperty("value"));
    }
}
