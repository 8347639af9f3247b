package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import plancheck.service.TestService;

/** A project from nothing to a verdict, with as few clicks as a person has patience for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InBrowser
class ProjectWizardPagesTest {
    private static final int PATIENCE = 40;
    private static final Duration TIME = Duration.ofMinutes(3);

    private final TestService service = TestService.shared();
    private Chromium browser;
    private int clicks;

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
        browser.driver()
                .executeScript("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
    }

    /** The whole page, at the width at which it is used. */
    private void picture(String name, int width, int height) {
        Number all = (Number) browser.driver().executeScript("return document.documentElement.scrollHeight");
        browser.resize(width, Math.min(4000, all == null ? height : all.intValue() + 200));
        browser.picture("project-" + name + "-" + width);
        browser.resize(width, height);
    }

    private void click(String css) {
        browser.click(css);
        clicks++;
    }

    /** Whoever fills in a field clicks into it. */
    private void type(String css, String text) {
        browser.type(css, text);
        clicks++;
    }

    private void choose(WebElement select, String value) {
        new Select(select).selectByValue(value);
        clicks++;
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "390, 844"})
    void a_heating_project_comes_from_its_name_to_a_verdict(int width, int height, TestReporter measured) {
        clicks = 0;
        Instant began = Instant.now();
        browser.resize(width, height);
        browser.go("/check?lang=zh-CN");
        picture("0", width, height);
        click("main a.btn-primary[href='/check/project']");
        browser.find("#name");
        type("#name", "崇信县热电联产集中供热建设项目");
        type("#scale", "新建热源厂1座，敷设供热管网12.6公里");
        browser.driver().executeScript("document.getElementById('completion').value = '2028-10-31'");
        clicks++;
        browser.driver().executeScript("scrollTo(0, 0)");
        picture("1", width, height);
        browser.assertGood("the first step at " + width);
        click("form[action='/check/project'] button.btn-primary");

        browser.untilText("h1", "确认");
        assertEquals(
                "620823",
                new Select(browser.find("#place")).getFirstSelectedOption().getDomAttribute("value"));
        assertTrue(browser.field("sector-heating").isSelected());
        picture("2", width, height);
        browser.assertGood("the second step at " + width);
        click("#site-town");
        picture("2b", width, height);
        click("form[action='/check/project/form'] > div > button.btn-primary");

        browser.untilText("#basis", "规划要求建设的同类工程");
        picture("3", width, height);
        answer();
        browser.untilText("#findings .verdict", "符合");
        picture("4", width, height);
        Duration took = Duration.between(began, Instant.now());
        measured.publishEntry(clicks + " clicks", took.toMillis() + " ms");
        assertTrue(clicks <= PATIENCE, clicks + " clicks");
        assertTrue(took.compareTo(TIME) < 0, took.toString());
        forget();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "390, 844"})
    void of_a_work_that_it_may_be_a_person_says_whether_it_is(int width, int height) {
        browser.resize(width, height);
        browser.go("/check/project?lang=zh-CN");
        browser.type("#name", "华亭至灵台高速公路");
        browser.type("#scale", "新建高速公路，全长95公里，双向四车道");
        browser.click("form[action='/check/project'] button.btn-primary");
        browser.until("a work to choose", () -> !browser.all(".work").isEmpty());
        picture("works", width, height);
        browser.click(".work input");
        browser.type("#by", "市交通运输局");
        browser.type("#by-document", "市交通运输局2024年3月认定意见");
        browser.click("#site-rest");
        String work = String.valueOf(browser.find(".work input").getDomAttribute("value"));
        browser.click("form[action='/check/project/form'] > div > button.btn-primary");
        browser.untilText("#basis", "由市交通运输局认定");
        browser.unfold();
        assertEquals(
                work,
                new Select(browser.field("f/project/basis/0/work"))
                        .getFirstSelectedOption()
                        .getDomAttribute("value"));
        browser.assertGood("the form of a road at " + width);
        picture("road", width, height);
        forget();
    }

    /** All is as it should be, with a document where one is needed; the findings follow by themselves. */
    private void answer() {
        for (WebElement select : browser.all("#works select, .answer select[name^='/declarations/']")) {
            choose(select, "yes");
        }
        for (WebElement document : browser.all(".proof textarea")) {
            document.sendKeys("可行性研究报告");
            clicks++;
        }
    }
}
