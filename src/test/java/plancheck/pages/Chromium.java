package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;
import plancheck.service.TestService;

/** The system's Chromium without a window, with what the tests of pages do again and again. */
final class Chromium implements AutoCloseable {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String AXE = script();
    /** Asks for the violations alone: what passes is a hundred thousand times more on a county's whole form. */
    private static final String VIOLATIONS = """
            const done = arguments[arguments.length - 1];
            const said = v => `${v.id}: ${v.help} (${v.nodes.length}) ${v.nodes[0].html}`;
            axe.run(document, { runOnly: { type: 'tag', values: arguments[0] }, resultTypes: ['violations'],
                    rules: { 'label-content-name-mismatch': { enabled: true } } }) // WCAG 2.5.3, which axe calls experimental
                .then(found => done(found.violations.map(said)), failed => done([String(failed)]));
            """;

    private static final String DRAWN =
            "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";

    /** Tables to be read, not to be filled in, that are wider than a phone, or are no longer tables when they are stacked. */
    private static final String TABLES = """
            const wide = [...document.querySelectorAll('.table-wrap')]
                .filter(wrap => innerWidth < 768 && !wrap.closest('.list') && wrap.scrollWidth > wrap.clientWidth)
                .map(wrap => `${wrap.textContent.trim().slice(0, 40)} scrolls to the side`);
            const bare = [...document.querySelectorAll('.stacked, .stacked :is(thead, tbody, tr, th, td)')]
                .filter(part => !part.hasAttribute('role') || part.tagName === 'TD' && !part.dataset.label)
                .map(part => `no role or label: ${part.outerHTML.slice(0, 80)}`);
            return [...wide, ...bare];
            """;

    private final ChromeDriver driver;
    private final TestService service;

    private Chromium(ChromeDriver driver, TestService service) {
        this.driver = driver;
        this.service = service;
    }

    /** Opens one, 1366 by 768. */
    static Chromium open(TestService service) {
        return open(service, true);
    }

    static Chromium open(TestService service, boolean javascript) {
        return open(service, javascript, List.of());
    }

    /** One that keeps what it keeps in a directory, to be killed and opened again. */
    static Chromium open(TestService service, Path profile) {
        return open(service, true, List.of("--user-data-dir=" + profile));
    }

    private static Chromium open(TestService service, boolean javascript, List<String> also) {
        Path chromium = found("chromium", "chromium-browser", "google-chrome");
        Path chromedriver = found("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--force-prefers-reduced-motion",
                "--window-size=1366,768");
        options.addArguments(also);
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        if (!javascript) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService program = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(program, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60)).scriptTimeout(Duration.ofMinutes(4));
        return new Chromium(driver, service);
    }

    private static String script() {
        try {
            return new EmbeddedResourceAxeProvider().getScript();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (javax.naming.OperationNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path found(String... names) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin");
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(path.split(java.io.File.pathSeparator)).map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the tests of pages need " + names[0]
                        + ", which is not installed here (Debian: chromium chromium-driver fonts-noto-cjk)"));
    }

    /** Ends it as a power failure would; nothing of it can be asked afterwards. */
    void kill() {
        long pid = ((Number) java.util.Objects.requireNonNull(
                        driver.getCapabilities().getCapability("goog:processID")))
                .longValue();
        ProcessHandle browser = ProcessHandle.of(pid).orElseThrow();
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly();
        driver.quit(); // which reaps it
    }

    /** The driver itself, for what has no word here. */
    ChromeDriver driver() {
        return driver;
    }

    void go(String path) {
        driver.get(service.url() + path);
    }

    /** Signs in with the password all test accounts have. */
    void signIn(String login) {
        go("/login");
        type("#username", login);
        type("#password", TestService.PASSWORD);
        click("main button[type=submit]");
        until("signed in as " + login, () -> !driver.getCurrentUrl().contains("/login"));
    }

    void signOut() {
        driver.manage().deleteAllCookies();
    }

    /** What was there a moment ago may belong to the page before; then it is looked for again. */
    private FluentWait<WebDriver> patience() {
        return new WebDriverWait(driver, PATIENCE).ignoring(StaleElementReferenceException.class);
    }

    WebElement find(String css) {
        return patience().until(d -> d.findElement(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Puts the text in place of what the field holds. */
    void type(String css, String text) {
        patience().until(d -> {
            WebElement field = d.findElement(By.cssSelector(css));
            field.clear();
            field.sendKeys(text);
            return true;
        });
    }

    /** A part of the page that is replaced at this very moment is clicked when it is there again. */
    void click(String css) {
        patience().until(d -> clicked(d.findElement(By.cssSelector(css))));
    }

    /** Clicks the button or link of the page, not of its navigation, that says just this. */
    void press(String said) {
        By by = By.xpath("//main//*[(self::button or self::a) and normalize-space(.)='" + said + "' and not(@hidden)]");
        patience()
                .withMessage("nothing to press that says " + said)
                .until(d -> d.findElements(by).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .map(this::clicked)
                        .orElse(false));
    }

    private boolean clicked(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
        return true;
    }

    /** Puts a file into a field that takes one. */
    void upload(String css, Path file) {
        find(css).sendKeys(file.toAbsolutePath().toString());
    }

    /** A field by its id, which may hold what CSS would read otherwise. */
    WebElement field(String id) {
        return patience().until(d -> d.findElement(By.id(id)));
    }

    /** Opens every part that is folded, so that what stands in it can be used and looked at. */
    void unfold() {
        driver.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        until(
                "what was opened is there",
                () -> all("details[open] > .rest:not(.failed)").isEmpty());
    }

    /** Opens a section of a form, which comes from the service. */
    void openSection(String id) {
        click("#" + id + " > summary");
        until(id + " is there", () -> all("#" + id + " > .rest").isEmpty());
    }

    String text(String css) {
        return find(css).getText();
    }

    String heading() {
        return text("h1");
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl()).substring(service.url().length());
    }

    /** Waits until it holds. */
    void until(String what, java.util.function.BooleanSupplier holds) {
        patience().withMessage(what).until(d -> holds.getAsBoolean());
    }

    void untilText(String css, String contained) {
        until(
                css + " says " + contained,
                () -> all(css).stream().anyMatch(e -> e.getText().contains(contained)));
    }

    /** What the page that is shown was answered with. */
    int status() {
        Number status =
                (Number) driver.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus");
        return status == null ? 0 : status.intValue();
    }

    /** Another size, and what is drawn anew for it. */
    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        driver.executeAsyncScript(DRAWN);
    }

    /** Whether the page's script looks at the width when the page is loaded and not again: a form folds its chapters. */
    boolean asksForItsSizeOnce() {
        return !all(".chapters").isEmpty();
    }

    /** No violation axe can find, nothing on the console, and no scrolling to the side on a phone, not even of a table. */
    void assertGood(String page) {
        if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
            driver.executeScript(AXE);
        }
        assertEquals(List.of(), driver.executeAsyncScript(VIOLATIONS, TAGS), page);
        List<String> console = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (!entry.getMessage().contains("status of 4")) {
                console.add(entry.getMessage());
            }
        }
        assertEquals(List.of(), console, page);
        Number tooWide = (Number) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, tooWide == null ? -1 : tooWide.intValue(), page + " scrolls to the side");
        assertEquals(List.of(), driver.executeScript(TABLES), page);
    }

    /** Keeps a picture below {@code target/pages}, for people to look at. */
    void picture(String name) {
        try {
            Path file = Path.of("target/pages", name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
