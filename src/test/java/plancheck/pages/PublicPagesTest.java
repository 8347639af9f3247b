package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import plancheck.service.TestService;

/** The pages nobody has to sign in for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InBrowser
class PublicPagesTest {
    private final TestService service = TestService.shared();
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

    @Test
    void the_language_is_switched_by_a_link_and_stays_switched() {
        browser.resize(1366, 768);
        browser.go("/?lang=zh-CN");
        assertTrue(browser.heading().contains("新型城镇化"), browser.heading());
        browser.click("a[lang=en]");
        assertEquals("en", browser.find("html").getDomAttribute("lang"));
        browser.go("/login");
        assertEquals("Sign in", browser.heading());
        browser.click("a[lang=zh-CN]");
        assertEquals("登录", browser.heading());
    }
}
