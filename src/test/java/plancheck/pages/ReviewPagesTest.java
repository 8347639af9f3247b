package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import plancheck.AnyJdk;
import plancheck.access.Role;
import plancheck.service.TestService;

/** A dossier from draft to conclusion, through the pages of everybody who has a part in it. */
@AnyJdk
@InBrowser
class ReviewPagesTest {
    private static final String TITLE = "崇信县2023年度新型城镇化自评";

    private final TestService service = TestService.shared();

    @Test
    void draft_submit_return_resubmit_conclude() {
        service.person("chongxin", "620823", Role.COUNTY_OFFICER);
        try (Chromium browser = Chromium.open(service)) {
            browser.signIn("chongxin");
            browser.assertGood("no dossiers yet");
            browser.press("新的申报材料");
            browser.assertGood("new dossier");
            browser.upload("#file", Path.of("test-cases/dossiers/chongxin-2023.yaml"));
            browser.find("form[action='/dossiers/upload'] button").click();
            browser.until("the draft is open", () -> browser.address().contains("/edit"));
            browser.assertGood("draft");
            browser.picture("draft");
            submit(browser);

            browser.signOut();
            browser.signIn("reviewer");
            browser.untilText("main", TITLE);
            browser.assertGood("queue");
            browser.picture("queue");
            open(browser);
            browser.press("开始审核");
            browser.until("in review", () -> browser.text("main").contains("审核中"));
            browser.assertGood("dossier in review");
            browser.picture("review");
            ask(browser);
            browser.go(here(browser));
            browser.press("退回补正");
            browser.assertGood("return");
            browser.press("确认退回");
            browser.until("returned", () -> browser.text("main").contains("已退回"));

            browser.signOut();
            browser.signIn("chongxin");
            browser.press("答复退回问题");
            browser.assertGood("answers");
            browser.find("textarea[name^='answer:']").sendKeys("以2023年公报为准，已附后。");
            browser.press("保存答复");
            browser.untilText("main", "答复已保存");
            browser.press("提交…");
            browser.assertGood("resubmission");
            browser.press("确认提交");
            browser.untilText("main", "已提交");
            browser.assertGood("submitted twice");
            browser.picture("submitted-twice");

            browser.signOut();
            browser.signIn("reviewer");
            open(browser);
            browser.press("开始审核");
            browser.until("in review", () -> browser.text("main").contains("审核中"));

            browser.signOut();
            browser.signIn("leader");
            open(browser);
            browser.press("办结");
            browser.assertGood("conclude");
            browser.press("确认办结");
            browser.until("concluded", () -> browser.text("main").contains("已办结"));
            browser.resize(390, 844);
            browser.go(here(browser));
            browser.assertGood("concluded, on a phone");
        }
    }

    private static void submit(Chromium browser) {
        String draft = browser.address().replace("/edit", "/submit");
        browser.go(draft);
        browser.assertGood("submission");
        browser.press("确认提交");
        browser.untilText("main", "已提交");
    }

    private static void open(Chromium browser) {
        browser.driver().findElement(By.partialLinkText(TITLE)).click();
        browser.until("the dossier is open", () -> browser.address().startsWith("/review/"));
    }

    /** The dossier's page, without what may hang on to its address. */
    private static String here(Chromium browser) {
        String address = browser.address();
        String[] parts = address.split("[/?]");
        return "/" + parts[1] + "/" + parts[2];
    }

    /** Opens the first finding in the drawer by keyboard, asks, and closes it again. */
    private static void ask(Chromium browser) {
        browser.go(here(browser) + "?outcome=pass"); // a dossier that keeps everything has nothing else to show
        WebElement link = browser.find("#findings a[hx-get]");
        String id = link.getDomAttribute("id");
        link.sendKeys(Keys.ENTER);
        browser.until(
                "the drawer is open",
                () -> browser.all("#drawer.show #finding-title").size() == 1);
        assertTrue(
                browser.text("#drawer").contains("条款")
                        || browser.text("#drawer").contains("《"),
                "the clause");
        browser.assertGood("finding in the drawer");
        browser.picture("drawer");
        browser.driver().executeScript("document.querySelector('#drawer input[value=ASK]').click()");
        browser.find("#drawer #reason").sendKeys("请附2023年的佐证。");
        WebElement button = browser.find("#drawer form button[type=submit]");
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button);
        button.click();
        browser.until("the opinion is there", () -> browser.text("#drawer").contains("请附2023年的佐证"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.until("the drawer is closed", () -> browser.all("#drawer.show").isEmpty());
        browser.until(
                "the focus is back",
                () -> String.valueOf(id)
                        .equals(browser.driver().switchTo().activeElement().getDomAttribute("id")));
        assertEquals(0, browser.all("#drawer.show").size());
    }
}
