package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.JavascriptExecutor;
import plancheck.service.TestService;

/** The self-check with scripts: findings while one types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InBrowser
class SelfCheckPagesTest {
    private static final String BLANK = "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31&lang=zh-CN";
    private static final String SEWAGE = "[name='/figures/county-seat-sewage-treatment-rate/value']";

    private final TestService service = TestService.shared();
    private Chromium browser;

    @BeforeAll
    void open() {
        browser = Chromium.open(service);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            forget();
            browser.close();
        }
    }

    /** The page would ask whether to leave it. */
    private void forget() {
        ((JavascriptExecutor) browser.driver())
                .executeScript("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
    }

    @Test
    void findings_follow_what_is_typed_and_problems_stand_at_their_field() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        browser.type(SEWAGE, "80");
        browser.untilText("#findings", "县城污水处理率");
        browser.untilText("#progress", "已填 1/");
        browser.type(SEWAGE, "8O");
        browser.untilText("#findings", "有1处问题");
        assertEquals("true", browser.find(SEWAGE).getDomAttribute("aria-invalid"));
        browser.click("#problems a");
        browser.until(
                "the field has the focus",
                () -> browser.driver().switchTo().activeElement().equals(browser.find(SEWAGE)));
        browser.type(SEWAGE, "98");
        browser.until("no problem is left", () -> browser.all("#problems").isEmpty());
        assertEquals(null, browser.find(SEWAGE).getDomAttribute("aria-invalid"));
        forget();
    }

    @Test
    void a_row_begun_with_its_households_leaves_the_findings_where_they_are() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        browser.type(SEWAGE, "80");
        browser.untilText("#findings", "县城污水处理率");
        browser.openSection("list-villages");
        browser.type("[name='/villages/0/households']", "42");
        browser.untilText("#problems", "自然村第1行：“名称”没有填写。请补上");
        assertTrue(browser.find("#findings").getText().contains("还差17.5个百分点"));
        assertEquals("true", browser.find("[name='/villages/0/name']").getDomAttribute("aria-invalid"));
        browser.picture("row-without-a-name");
        browser.type("[name='/villages/0/name']", "张家湾");
        browser.until("no problem is left", () -> browser.all("#problems").isEmpty());
        forget();
    }

    @Test
    void a_paste_fills_the_table_in_place_and_is_checked() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        browser.type(SEWAGE, "98");
        browser.openSection("list-villages");
        browser.click("#list-villages .paste summary");
        ((JavascriptExecutor) browser.driver())
                .executeScript(
                        "document.querySelector(\"[name='paste:villages']\").value = arguments[0]",
                        "名称\t常住户数\t通硬化路\n甲村\t42\t是\n乙村\t30\t否\n");
        browser.click("#list-villages button[value='paste:villages']");
        browser.until("the table is filled", () -> value("/villages/1/name").equals("乙村"));
        assertEquals("42", value("/villages/0/households"));
        assertEquals("no", value("/villages/1/hardened-road"));
        assertEquals("98", browser.find(SEWAGE).getDomProperty("value"), "the rest of the form stays");
        browser.click("#list-villages button[value='remove:villages/0']");
        browser.until("the first row is gone", () -> value("/villages/0/name").equals("乙村"));
        forget();
    }

    @Test
    void a_long_list_is_shown_by_pages_and_what_is_wrong_on_another_leads_there() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        browser.openSection("list-villages");
        browser.click("#list-villages .paste summary");
        String rows = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> "村" + i + "\t" + (i == 111 ? "四十" : "42") + "\t是\n")
                .collect(Collectors.joining());
        ((JavascriptExecutor) browser.driver())
                .executeScript("document.querySelector(\"[name='paste:villages']\").value = arguments[0]", rows);
        browser.click("#list-villages button[value='paste:villages']");
        browser.untilText("#list-villages .pages", "第1页，共3页，120行");
        assertEquals(50, browser.all("#table-villages tbody tr").size());
        browser.untilText("#list-villages > summary .tally", "120行");
        browser.untilText("#problems", "自然村第111行");
        browser.picture("list-desk");

        browser.click("#problems button");
        browser.until(
                "the field on the third page has the focus",
                () -> "f/villages/110/households"
                        .equals(browser.driver().switchTo().activeElement().getDomAttribute("id")));
        assertEquals("true", browser.field("f/villages/110/households").getDomAttribute("aria-invalid"));
        browser.type("[name='/villages/110/households']", "40");
        browser.until("no problem is left", () -> browser.all("#problems").isEmpty());

        browser.click("#list-villages button[value='page:villages/2']");
        browser.until("the second page", () -> value("/villages/50/name").equals("村51"));
        browser.click("#list-villages button[value='remove:villages/50']");
        browser.until("a row less", () -> value("/villages/50/name").equals("村52"));
        browser.untilText("#list-villages > summary .tally", "119行");
        browser.click("#list-villages button[value='page:villages/3']");
        browser.until(
                "what was corrected is kept",
                () -> value("/villages/109/households").equals("40"));
        browser.resize(390, 844);
        browser.driver().executeScript("document.getElementById('table-villages').scrollIntoView()");
        browser.picture("list-phone");
        forget();
    }

    private String value(String name) {
        Object value = ((JavascriptExecutor) browser.driver())
                .executeScript(
                        "const field = document.getElementsByName(arguments[0])[0]; return field && field.value", name);
        return String.valueOf(value);
    }

    @Test
    void only_what_is_not_filled_in_is_shown_on_request_and_the_rest_of_a_group_comes() {
        browser.resize(1366, 768);
        browser.go(BLANK);
        browser.click("#g-insufficient-data button");
        browser.until(
                "all findings are there",
                () -> browser.all("#g-insufficient-data .finding").size() > 100);
        browser.type(SEWAGE, "98");
        browser.find("#filter").sendKeys("没填的");
        browser.until("the question is hidden", () -> !browser.find(SEWAGE).isDisplayed());
        assertTrue(browser.find("[name='/figures/property-management-coverage/value']")
                .isDisplayed());
        forget();
    }
}
