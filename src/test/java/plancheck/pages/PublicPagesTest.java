package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.service.TestService;

/** The pages nobody has to sign in for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/nowhere"})
    void a_public_page_is_good_in_both_languages_and_on_a_phone(String path) {
        for (String language : List.of("zh-CN", "en")) {
            browser.resize(1366, 768);
            browser.go(path + "?lang=" + language);
            browser.assertGood(path + " " + language);
            browser.resize(390, 844);
            browser.go(path + "?lang=" + language);
            browser.assertGood(path + " " + language + " on a phone");
        }
        browser.go("/?lang=zh-CN");
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
