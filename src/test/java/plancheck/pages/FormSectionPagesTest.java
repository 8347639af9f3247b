package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import plancheck.service.TestService;

/** The form by section with scripts, by mouse and by keyboard, at a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InBrowser
class FormSectionPagesTest {
    private static final String BLANK = "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31&lang=zh-CN";
    private static final String SEWAGE = "[name='/figures/county-seat-sewage-treatment-rate/value']";
    private static final String TREES = "/declarations/ancient-trees-protected/answer";

    /** So many presses of the tab key lead to the first question at most. */
    private static final int MOST_STOPS = 10;

    private Chromium browser;

    @BeforeAll
    void open() {
        browser = Chromium.open(TestService.shared());
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Each begins with nothing kept, and from another page: another place in the same one would not load it again. */
    @BeforeEach
    void forget() {
        browser.go("/plans?lang=zh-CN");
        browser.driver().executeScript("localStorage.clear()");
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private String focusedId() {
        return String.valueOf(focused().getDomAttribute("id"));
    }

    /** Presses the tab key until the element has the focus; how often. */
    private int tabTo(String css, int most) {
        WebElement wanted = browser.find(css);
        int stops = 0;
        while (!focused().equals(wanted)) {
            stops++;
            assertTrue(
                    stops <= most,
                    css + " is not within " + most + " stops but at "
                            + focused().getText());
            focused().sendKeys(Keys.TAB);
        }
        return stops;
    }

    @Test
    void a_link_opens_the_section_it_leads_to_and_counters_follow_what_is_typed_there() {
        browser.resize(1366, 768);
        browser.go(BLANK + "#f" + TREES);
        browser.until("the field has the focus", () -> focusedId().equals("f" + TREES));
        focused().sendKeys("是");
        browser.untilText("#pingliang-later-8 > summary .tally", "1/");
        browser.untilText("#progress", "已填 1/");
        browser.type(SEWAGE, "9O");
        browser.untilText("#problems", "应为");
        browser.click("#q\\/declarations\\/ancient-trees-protected > .more > summary");
        browser.until(
                "what stands beside it is there",
                () -> !browser.all("[name='/declarations/ancient-trees-protected/note']")
                        .isEmpty());
        browser.click("[value='by:bureau']");
        browser.until(
                "by bureau", () -> !browser.all("#later-natural-resources").isEmpty());
        browser.untilText("#progress", "已填 2/");
        assertEquals("9O", browser.find(SEWAGE).getDomProperty("value"));
        browser.picture("form-by-bureau-1366");
    }

    @Test
    void a_part_that_does_not_come_says_so_with_a_button_and_loses_nothing() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        browser.driver().executeScript("window.fetch = () => Promise.reject(new Error('away'))");
        browser.click("#pingliang-8 > summary");
        browser.until(
                "a button in its place",
                () -> browser.all("#pingliang-8 > .rest > button").stream().anyMatch(WebElement::isDisplayed));
        browser.type(SEWAGE, "98");
        browser.untilText("#progress", "已填 1/");
        browser.click("#pingliang-8 > .rest > button");
        browser.until(
                "the whole page brings it",
                () -> !browser.all("#pingliang-8 > .q").isEmpty());
        assertEquals("98", browser.find(SEWAGE).getDomProperty("value"));
    }

    @Test
    void the_list_of_what_is_open_stays_open_with_its_place_and_the_focus() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        browser.click("#g-insufficient-data > button");
        browser.until(
                "by bureau", () -> browser.all("#g-insufficient-data .bureau").size() > 5);
        Number top = (Number) browser.driver()
                .executeScript(
                        "const link = document.querySelectorAll('#g-insufficient-data .finding h4 a')[40];"
                                + " link.focus(); window.was = link.getAttribute('href');"
                                + " const field = document.querySelector(arguments[0]); field.value = '98';"
                                + " field.dispatchEvent(new Event('change', { bubbles: true }));"
                                + " return document.querySelector('.beside').scrollTop",
                        SEWAGE);
        browser.untilText("#progress", "已填 1/");
        assertEquals(
                true,
                browser.driver().executeScript("return document.activeElement.getAttribute('href') === window.was"));
        assertTrue(browser.all("#g-insufficient-data .finding").size() > 100, "it is still open");
        Number now = (Number) browser.driver().executeScript("return document.querySelector('.beside').scrollTop");
        assertTrue(top != null && now != null && top.intValue() > 0 && Math.abs(top.intValue() - now.intValue()) < 400);
        browser.picture("form-open-list-1366");
    }

    @Test
    void answers_are_entered_by_keyboard_alone_and_the_first_question_is_within_ten_stops() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        int stops = tabTo(".skip[href='#measures']", MOST_STOPS);
        focused().sendKeys(Keys.ENTER);
        browser.until("the first question has the focus", () -> focusedId().startsWith("f/figures/"));
        assertTrue(stops < MOST_STOPS, stops + " stops");
        String first = focusedId();
        focused().sendKeys("12");
        focused().sendKeys(Keys.TAB);
        browser.untilText("#progress", "已填 1/");
        assertTrue(!focusedId().equals(first));

        browser.driver().executeScript("document.querySelector('#list-villages > summary').focus()");
        focused().sendKeys(Keys.ENTER);
        browser.until("the list is open", () -> !browser.all("#table-villages").isEmpty());
        tabTo("[name='/villages/0/name']", 8);
        focused().sendKeys("张家湾");
        tabTo("#table-villages > button[value='add:villages']", 40);
        focused().sendKeys(Keys.ENTER);
        browser.until(
                "another row", () -> !browser.all("[name='/villages/1/name']").isEmpty());
        assertEquals("张家湾", browser.find("[name='/villages/0/name']").getDomProperty("value"));
        browser.untilText("#list-villages > summary .tally", "1行");
    }

    @Test
    void a_phone_keeps_the_verdict_and_what_the_last_change_did_in_sight() {
        browser.resize(390, 844);
        browser.go(BLANK);
        browser.type(SEWAGE, "98");
        browser.untilText("#now", "资料不足 −1");
        browser.openSection("pingliang-later-8");
        browser.driver().executeScript("document.getElementById('pingliang-later-8').scrollIntoView()");
        assertEquals(
                true,
                browser.driver()
                        .executeScript("const box = document.getElementById('now').getBoundingClientRect();"
                                + " return box.top >= 0 && box.bottom <= innerHeight && box.height < 80"));
        browser.picture("form-section-phone");
        browser.assertGood("the form by section on a phone");
    }
}
