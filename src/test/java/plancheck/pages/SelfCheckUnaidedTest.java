package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import plancheck.AnyJdk;
import plancheck.service.TestService;

/** The self-check for those who have no scripts, or no mouse. */
@AnyJdk
@InBrowser
class SelfCheckUnaidedTest {
    private static final String SEWAGE = "f/figures/county-seat-sewage-treatment-rate/value";

    private final TestService service = TestService.shared();

    private static void openForm(Chromium browser) {
        browser.go("/check");
        new Select(browser.find("#place")).selectByValue("620821");
        browser.press("打开表单");
        browser.until(
                "the form is there",
                () -> !browser.all("#findings, [id^='findings']").isEmpty());
    }

    @Test
    void everything_works_without_javascript() {
        try (Chromium browser = Chromium.open(service, false)) {
            openForm(browser);
            WebElement field = browser.field(SEWAGE);
            field.findElements(By.xpath("ancestor::details[not(@open)]/summary"))
                    .forEach(WebElement::click);
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
            for (int i = 0;
                    i < 12
                            && !browser.driver()
                                    .switchTo()
                                    .activeElement()
                                    .getText()
                                    .contains("打开表单");
                    i++) {
                browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            }
            browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            browser.until(
                    "the form is there",
                    () -> !browser.driver().findElements(By.id("findings")).isEmpty());
        }
    }

    private static String focused(Chromium browser) {
        return String.valueOf(browser.driver().switchTo().activeElement().getDomAttribute("id"));
    }
}
