package plancheck.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plancheck.service.TestService;

/**
 * How soon the form of a county is there in the browser: what the page weighs, when it is first painted and at rest, and how long a
 * section takes from the click until it can be filled in. {@code mvn -q -P paint test} makes the table.
 */
public final class FormPaint {
    private static final String BLANK = "/check/form?kind=self-assessment&as-of=2024-12-31&lang=zh-CN&place=";
    private static final int RUNS = 5;

    private static final String FIRST = """
            const page = performance.getEntriesByType('navigation')[0];
            const paint = performance.getEntriesByName('first-contentful-paint')[0];
            return [page.decodedBodySize, paint ? paint.startTime : page.domContentLoadedEventEnd,
                    page.domContentLoadedEventEnd, page.loadEventEnd];
            """;

    /** From the click until the section is in the page and drawn; the largest of those that are closed. */
    private static final String SECTION = """
            const done = arguments[arguments.length - 1];
            const rests = [...document.querySelectorAll('.part > .rest')];
            const rest = rests.sort((a, b) => b.querySelectorAll('i').length - a.querySelectorAll('i').length)[0];
            const part = rest.parentElement;
            const begun = performance.now();
            const look = () => {
                if (rest.isConnected) requestAnimationFrame(look);
                else requestAnimationFrame(() => setTimeout(() => done([performance.now() - begun, part.querySelectorAll('.q').length])));
            };
            part.querySelector('summary').click();
            look();
            """;

    private FormPaint() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        TestService service = TestService.start(Map.of());
        try (Chromium browser = Chromium.open(service)) {
            System.out.printf(
                    "%n%-24s %10s %10s %10s %10s %12s %10s%n",
                    "", "bytes", "painted", "ready", "loaded", "section", "questions");
            blank(browser, "620821");
            blank(browser, "620821");
            blank(browser, "620800");
            for (String sample : List.of("jingchuan-2023", "huating-2022", "pingliang-2022")) {
                print(sample, measured(browser, () -> uploaded(browser, sample)));
            }
        } finally {
            service.close();
        }
    }

    private static void blank(Chromium browser, String place) {
        print(place, measured(browser, () -> browser.go(BLANK + place)));
    }

    private static void uploaded(Chromium browser, String sample) {
        browser.go("/check?lang=zh-CN");
        browser.upload("input[type=file]", Path.of("test-cases/dossiers", sample + ".yaml"));
        browser.driver().executeScript("document.querySelector('input[type=file]').form.requestSubmit()");
        browser.until("the form is there", () -> !browser.all("#dossier").isEmpty());
    }

    /** The median of each. */
    private static double[] measured(Chromium browser, Runnable open) {
        double[][] runs =
                IntStream.range(0, RUNS).mapToObj(run -> once(browser, open)).toArray(double[][]::new);
        return IntStream.range(0, runs[0].length)
                .mapToDouble(i ->
                        Arrays.stream(runs).mapToDouble(run -> run[i]).sorted().toArray()[RUNS / 2])
                .toArray();
    }

    private static double[] once(Chromium browser, Runnable open) {
        open.run();
        browser.until(
                "it is at rest",
                () -> Boolean.TRUE.equals(browser.driver()
                        .executeScript("return performance.getEntriesByType('navigation')[0].loadEventEnd > 0")));
        List<?> first = Objects.requireNonNull((List<?>) browser.driver().executeScript(FIRST));
        List<?> section = Objects.requireNonNull((List<?>) browser.driver().executeAsyncScript(SECTION));
        browser.driver()
                .executeScript("localStorage.clear();"
                        + " window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
        return Stream.concat(first.stream(), section.stream())
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    private static void print(String what, double[] figures) {
        System.out.printf(
                "%-24s %,10.0f %7.0f ms %7.0f ms %7.0f ms %9.0f ms %10.0f%n",
                what, figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
    }
}
