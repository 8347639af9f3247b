package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import plancheck.service.TestService;

/** A county's self-check as its officer meets it. */
class SelfCheckPageTest {
    private static final String SEWAGE = "f/figures/county-seat-sewage-treatment-rate/value";

    private final TestService service = TestService.shared();

    private static void openForm(Chromium browser) {
        browser.go("/check");
        new Select(browser.find("#place")).selectByValue("620821");
        browser.press("打开表单");
        browser.until("the form is there", () -> !browser.all("#findings, [id^='findings']").isEmpty());
    }

    @Test
    void findings_appear_beside_the_form_while_one_types() {
        try (Chromium browser = Chromium.open(service)) {
            openForm(browser);
            browser.unfold();
            WebElement field = browser.field(SEWAGE);
            field.sendKeys("90");
            browser.untilText("#findings", "PL-3.2-B2-2-g");
            browser.untilText("#findings", "7.5");
            browser.picture("self-check");

            field.sendKeys(Keys.BACK_SPACE, Keys.BACK_SPACE, "九十");
            browser.until("the field is marked", () -> "true".equals(browser.field(SEWAGE).getDomAttribute("aria-invalid"))
                    || browser.text("#findings").contains("九十"));
        }
    }

    @Test
    void villages_are_pasted_from_a_spreadsheet() {
        try (Chromium browser = Chromium.open(service)) {
            openForm(browser);
            browser.unfold();
            browser.field("paste:villages").sendKeys("x");
            browser.driver()
                    .executeScript(
                            "arguments[0].value = arguments[1]",
                            browser.field("paste:villages"),
                            "名称\t户数\t通硬化路\n张家湾\t42\t是\n李家庄\t31\t否\n");
            WebElement button = browser.find("button[value='paste:villages']");
            browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button);
            button.click();
            browser.until("two rows are there", () -> browser.all("input[name='/villages/1/name']").stream()
                    .anyMatch(e -> "李家庄".equals(e.getDomProperty("value"))));
            browser.untilText("#findings", "李家庄");
        }
    }

    @Test
    void the_pages_are_good_empty_and_filled_in_at_both_widths() {
        try (Chromium browser = Chromium.open(service)) {
            for (int width : new int[] {1366, 390}) {
                browser.resize(width, width == 390 ? 844 : 768);
                browser.go("/check");
                browser.assertGood("/check " + width);
                browser.upload("#file", Path.of("test-cases/dossiers/sewage-project.yaml"));
                browser.press("上传并检查");
                browser.until("the form is there", () -> browser.all("#findings").size() == 1);
                browser.assertGood("a project's form " + width);
                browser.picture("project-form-" + width);
                openForm(browser);
                browser.assertGood("a county's form " + width);
                browser.picture("county-form-" + width);
            }
        }
    }

    @Test
    void everything_works_without_javascript() {
        try (Chromium browser = Chromium.open(service, false)) {
            openForm(browser);
            WebElement field = browser.field(SEWAGE);
            for (WebElement folded : browser.all("details:not([open]) > summary")) {
                if (!field.isDisplayed() && folded.isDisplayed()) {
                    folded.click();
                }
            }
            field.sendKeys("90");
            browser.press("检查");
            browser.untilText("#findings", "7.5");
            assertEquals("90", browser.field(SEWAGE).getDomAttribute("value"));
        }
    }

    @Test
    void the_keyboard_alone_is_enough_to_begin() {
        try (Chromium browser = Chromium.open(service)) {
            browser.go("/check");
            WebElement page = browser.find("body");
            page.sendKeys(Keys.TAB);
            assertTrue(browser.driver().switchTo().activeElement().getText().contains("跳到正文"));
            browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            for (int i = 0; i < 3 && !focused(browser).equals("place"); i++) {
                browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            }
            assertEquals("place", focused(browser));
            browser.driver().switchTo().activeElement().sendKeys("泾川");
            new Select(browser.find("#place")).selectByValue("620821");
            for (int i = 0; i < 12 && !browser.driver().switchTo().activeElement().getText().contains("打开表单"); i++) {
                browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            }
            browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            browser.until("the form is there", () -> !browser.driver().findElements(By.id("findings")).isEmpty());
        }
    }

    private static String focused(Chromium browser) {
        return String.valueOf(browser.driver().switchTo().activeElement().getDomAttribute("id"));
    }
}
