package plancheck.pages;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openqa.selenium.support.ui.WebDriverWait;
import plancheck.service.TestService;

/**
 * How long a list takes in the browser: rows pasted, and one of them removed, from the click until it is seen, and until the
 * page, its findings and its scripts have come to rest. {@code mvn -q -P growth test} makes the table.
 */
public final class ListGrowth {
    private static final String BLANK = "/check/form?place=620821&kind=self-assessment&as-of=2024-12-31&lang=zh-CN";

    /** Notes when the page was last busy: a request under way, or a task of the main thread longer than 50 ms. */
    private static final String WATCH = """
            window.busy = 0;
            window.last = performance.now();
            const touch = () => { window.last = performance.now(); };
            document.addEventListener('htmx:beforeRequest', () => { window.busy++; touch(); });
            document.addEventListener('htmx:afterRequest', () => { window.busy--; touch(); });
            document.addEventListener('htmx:afterSettle', touch);
            new PerformanceObserver(list => list.getEntries().forEach(task => {
                window.last = Math.max(window.last, task.startTime + task.duration);
            })).observe({ type: 'longtask' });
            window.onbeforeunload = null;
            window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), true);
            """;

    /** The row or the table that the button is in has gone in the first frame in which it is not shown. */
    private static final String CLICK = """
            const button = document.querySelector(arguments[0]);
            const going = button.value.startsWith('remove:') ? button.closest('tr') : button.closest('.list');
            const look = () => {
                if (going.hidden || !going.isConnected) window.seen = performance.now();
                else requestAnimationFrame(look);
            };
            window.begun = window.last = performance.now();
            requestAnimationFrame(look);
            button.click();
            """;

    /** So many rows are removed one after the other, of which the median is told. */
    private static final int REMOVED = 9;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Chromium browser;

    private ListGrowth(Chromium browser) {
        this.browser = browser;
    }

    /** @param args numbers of rows; 300, 1,000, 3,000 and 5,000 when there are none */
    public static void main(String[] args) {
        List<Integer> sizes = args.length == 0
                ? List.of(300, 1_000, 3_000, 5_000)
                : Stream.of(args).map(Integer::valueOf).toList();
        TestService service = TestService.start(Map.of());
        try (Chromium browser = Chromium.open(service)) {
            browser.driver().executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
            ListGrowth growth = new ListGrowth(browser);
            growth.measure(sizes.get(0)); // warm
            System.out.printf("%n%8s %38s %38s %38s%n", "", "pasted", "a row removed", "the next page");
            String three = "%8s %9s %9s %9s".formatted("seen s", "rest s", "browser", "service");
            System.out.printf("%8s %38s %38s %38s%n", "rows", three, three, three);
            for (int rows : sizes) {
                List<Spent> spent = growth.measure(rows);
                System.out.printf("%8d %38s %38s %38s%n", rows, spent.get(0), spent.get(1), spent.get(2));
            }
        } finally {
            service.close();
        }
    }

    /**
     * Seconds from the click until what was asked for is seen, and to rest; of these the processor's for the page's main
     * thread and for the service.
     */
    private record Spent(double seen, double rest, double browser, double service) {
        @Override
        public String toString() {
            return "%8.2f %9.2f %9.2f %9.2f".formatted(seen, rest, browser, service);
        }

        /** The median of each. */
        static Spent median(List<Spent> several) {
            return new Spent(
                    median(several, Spent::seen),
                    median(several, Spent::rest),
                    median(several, Spent::browser),
                    median(several, Spent::service));
        }

        private static double median(List<Spent> several, ToDoubleFunction<Spent> of) {
            return several.stream()
                    .mapToDouble(of)
                    .sorted()
                    .skip(several.size() / 2)
                    .findFirst()
                    .orElse(-1);
        }
    }

    private List<Spent> measure(int rows) {
        browser.go(BLANK);
        browser.driver().executeScript(WATCH);
        browser.openSection("list-villages");
        browser.click("#list-villages .paste summary");
        browser.driver()
                .executeScript(
                        "document.querySelector(\"[name='paste:villages']\").value = arguments[0]", pasted(rows));
        Spent paste = clicked("button[value='paste:villages']", "已填入" + rows + "行");
        List<Spent> removed = IntStream.rangeClosed(1, REMOVED)
                .mapToObj(i -> clicked("button[value='remove:villages/0']", (rows - i) + "行"))
                .toList();
        return List.of(paste, Spent.median(removed), clicked("button[value='page:villages/2']", "51"));
    }

    private static String pasted(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "张家湾村第" + i + "组\t" + (20 + i % 60) + "\t" + (i % 7 == 0 ? "否" : "是"))
                .collect(Collectors.joining("\n", "名称\t常住户数\t通硬化路\n", "\n"));
    }

    private Spent clicked(String button, String said) {
        double browserBefore = browserSeconds();
        long serviceBefore = PROCESS.getProcessCpuTime();
        browser.driver().executeScript(CLICK, "#list-villages " + button);
        new WebDriverWait(browser.driver(), Duration.ofMinutes(9), Duration.ofMillis(200)).until(d -> rests(said));
        return new Spent(
                secondsTo("seen"),
                secondsTo("last"),
                browserSeconds() - browserBefore,
                (PROCESS.getProcessCpuTime() - serviceBefore) / 1e9);
    }

    private double secondsTo(String moment) {
        Number millis = (Number) browser.driver().executeScript("return window[arguments[0]] - window.begun", moment);
        return millis == null ? -1 : millis.doubleValue() / 1000;
    }

    /** The main thread's, by its own clock, which stands still while others have the processor. */
    private double browserSeconds() {
        Object metrics = browser.driver()
                .executeCdpCommand("Performance.getMetrics", Map.of())
                .get("metrics");
        return ((List<?>) Objects.requireNonNull(metrics))
                .stream()
                        .map(metric -> (Map<?, ?>) metric)
                        .filter(metric -> "TaskDuration".equals(metric.get("name")))
                        .mapToDouble(metric -> ((Number) Objects.requireNonNull(metric.get("value"))).doubleValue())
                        .sum();
    }

    private boolean rests(String said) {
        return Boolean.TRUE.equals(browser.driver()
                .executeScript(
                        "return window.busy === 0 && performance.now() - window.last > 1500 && "
                                + "document.getElementById('table-villages').textContent.includes(arguments[0])",
                        said));
    }
}
