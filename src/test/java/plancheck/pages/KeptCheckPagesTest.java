package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WindowType;
import plancheck.AnyJdk;
import plancheck.service.TestService;

/** A self-check without an account: what was typed survives the browser, two windows leave each other alone, and it can be erased. */
@AnyJdk
@InBrowser
class KeptCheckPagesTest {
    private static final String SEWAGE = "[name='/figures/county-seat-sewage-treatment-rate/value']";
    private static final String BLANK = "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31&lang=zh-CN";

    @TempDir(cleanup = CleanupMode.NEVER) // a killed browser's processes may still be writing
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path profile;

    private static @Nullable Object kept(Chromium browser) {
        return browser.driver()
                .executeScript(
                        "return Object.entries(localStorage).filter(([key]) => key.startsWith('plancheck:check:'))"
                                + ".map(([, entry]) => entry).join()");
    }

    private static void typed(Chromium browser, String value) {
        browser.type(SEWAGE, value);
        browser.until("it is kept", () -> String.valueOf(kept(browser)).contains("\"" + value + "\""));
    }

    private static String value(Chromium browser) {
        return String.valueOf(browser.find(SEWAGE).getDomProperty("value"));
    }

    /** The browser itself writes what pages keep to its disk some seconds later. */
    private boolean isOnDisk(String value) {
        try (Stream<Path> files = Files.walk(profile)) {
            return files.filter(file -> file.toString().contains("Local Storage"))
                    .filter(Files::isRegularFile)
                    .anyMatch(file -> {
                        try {
                            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                    .replace("\0", "")
                                    .contains("\"" + value + "\"");
                        } catch (java.io.IOException e) {
                            return false;
                        }
                    });
        } catch (java.io.IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    @Test
    void what_was_typed_survives_a_killed_browser() {
        TestService service = TestService.shared();
        Chromium first = Chromium.open(service, profile);
        first.go(BLANK);
        typed(first, "96.37");
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> isOnDisk("96.37"));
        first.kill();

        try (Chromium again = Chromium.open(service, profile)) {
            again.go(BLANK);
            again.until("it is offered", () -> again.find("#kept").isDisplayed());
            assertEquals("", value(again), "and nothing is put in unasked");
            assertTrue(again.text("#kept").contains("与本页有1项不同"), again.text("#kept"));
            again.click("#kept [data-take]");
            again.until("it is there", () -> value(again).equals("96.37"));
            assertFalse(again.find("#kept").isDisplayed());

            again.click("#kept-here [data-erase]");
            assertEquals("", kept(again));
            assertTrue(again.text("#kept-here").contains("已清除"));
            again.driver()
                    .executeScript("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
            again.go(BLANK);
            again.until("nothing is left", () -> !again.find("#kept").isDisplayed());
            assertEquals("", kept(again));
        }
    }

    @Test
    void two_windows_of_one_place_do_not_overwrite_each_other() {
        try (Chromium browser = Chromium.open(TestService.shared())) {
            browser.go(BLANK);
            typed(browser, "96.1");
            String one = browser.driver().getWindowHandle();
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.go(BLANK);
            browser.until(
                    "it is told of the other",
                    () -> browser.find("#kept-here .also").isDisplayed());
            assertFalse(browser.find("#kept").isDisplayed(), "what another window is filling in is not offered");
            typed(browser, "97.2");
            assertTrue(String.valueOf(kept(browser)).contains("\"96.1\""), "the other's is still there");
            browser.driver()
                    .executeScript("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
            browser.driver().close();
            browser.driver().switchTo().window(one);
            assertEquals("96.1", value(browser));
            browser.driver()
                    .executeScript("localStorage.clear();"
                            + " window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
        }
    }
}
