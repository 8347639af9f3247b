package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import plancheck.AnyJdk;
import plancheck.service.TestService;
import plancheck.web.review.ReviewSamples;

/** The review desk in a browser: the drawer and the keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@AnyJdk
@InBrowser
class ReviewDrawerTest {
    private static final String FINDING = "#findings a[href*='GS-7.5-1-a']";

    private final TestService service = TestService.shared();
    private final ReviewSamples samples = new ReviewSamples(service);
    private @Nullable Chromium opened;

    @BeforeAll
    void open() {
        opened = Chromium.open(service);
    }

    @AfterAll
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private Chromium signedIn(String login) {
        Chromium browser = java.util.Objects.requireNonNull(opened);
        browser.signOut();
        browser.resize(1366, 768);
        browser.signIn(login);
        return browser;
    }

    private static String focused(Chromium browser) {
        return String.valueOf(browser.driver().switchTo().activeElement().getDomAttribute("id"));
    }

    @Test
    void a_finding_opens_in_a_drawer_takes_an_opinion_and_gives_the_focus_back() {
        UUID id = samples.kongtong("崆峒抽屉");
        Chromium browser = signedIn("reviewer");
        browser.go("/review/" + id);
        browser.click(".actions button");
        browser.untilText(".alert-success", "已开始审核");

        String link = String.valueOf(browser.find(FINDING).getDomAttribute("id"));
        browser.find(FINDING).sendKeys(Keys.ENTER);
        browser.until("the focus is in the drawer", () -> focused(browser).equals("finding-title"));
        browser.assertGood("the drawer");

        browser.find("#k-DISAGREE").sendKeys(Keys.SPACE);
        browser.find("#reason").sendKeys(Keys.TAB, Keys.ENTER);
        browser.untilText("#drawer .alert-danger", "请写明理由");
        browser.find("#reason").sendKeys("属棚户区改造", Keys.TAB, Keys.ENTER);
        browser.untilText("#drawer .alert-success", "意见已记录");
        browser.until(
                "the list has it",
                () -> !browser.all("#findings .opinion-disagree").isEmpty());
        assertEquals("/review/" + id, browser.address(), "the drawer is no page of its own");

        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.until("the focus is back", () -> focused(browser).equals(link));
    }

    @Test
    void filters_act_at_once_and_are_part_of_the_address() {
        UUID id = samples.kongtong("崆峒即时");
        Chromium browser = signedIn("auditor");
        browser.go("/review/" + id);
        browser.click("#o-pass");
        browser.untilText("#findings", "第1页");
        browser.until("the address says so", () -> browser.address().contains("outcome=pass"));
    }

    @Test
    void without_javascript_a_finding_is_a_page() {
        UUID id = samples.kongtong("崆峒无脚本");
        try (Chromium plain = Chromium.open(service, false)) {
            plain.signIn("reviewer");
            plain.go("/review/" + id);
            plain.find(FINDING).sendKeys(Keys.ENTER);
            plain.untilText("h1", "城市不搞大拆大建");
            assertTrue(plain.address().contains("/findings/GS-7.5-1-a"), plain.address());
        }
    }
}
