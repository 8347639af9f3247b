package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.PrintsPage;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import plancheck.facts.Language;
import plancheck.report.Samples;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.reading.RuleBooks;
import plancheck.service.TestService;

/** Reports of projects as they come out of the printer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InBrowser
class ProjectReportPagesTest {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");

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

    @Test
    void every_published_project_has_its_report_on_two_pages_of_a4(@TempDir Path directory) throws IOException {
        ReportWriter html = ReportWriter.of(
                "html",
                Language.ZH,
                citation -> Optional.empty(),
                RuleBooks.shipped().rulingTexts());
        PrintOptions a4 = new PrintOptions();
        a4.setPageSize(new PageSize(29.7, 21.0));
        try (Stream<Path> dossiers = Files.list(Path.of("test-cases", "dossiers", "projects"))) {
            for (Path dossier :
                    dossiers.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                Path page = directory.resolve("report.html");
                Files.writeString(page, html.write(List.of(Samples.report(dossier)), List.of("")));
                browser.driver().get(page.toUri().toString());
                byte[] pdf = Base64.getDecoder()
                        .decode(((PrintsPage) browser.driver()).print(a4).getContent());
                long pages = PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count();
                assertTrue(pages == 1 || pages == 2, dossier + " takes " + pages + " pages");
            }
        }
    }
}
