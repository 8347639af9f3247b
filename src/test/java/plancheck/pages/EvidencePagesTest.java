package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import plancheck.access.Actor;
import plancheck.archive.EvidenceRow;
import plancheck.dossier.form.DossierForm;
import plancheck.service.TestService;
import plancheck.web.review.ReviewSamples;
import plancheck.workflow.DossierDesk;

/** Several files at once: by their names, one for two things, one refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InBrowser
class EvidencePagesTest {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final TestService service = TestService.shared();
    private final DossierDesk desk = service.bean(DossierDesk.class);
    private final Actor officer = service.actor("jingchuan");
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

    private static void choose(Chromium browser, Path... files) {
        browser.find("#file").sendKeys(Stream.of(files).map(Path::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void three_files_are_taken_by_their_names_one_for_two_things_and_a_fourth_is_refused(@TempDir Path folder)
            throws IOException {
        UUID id = desk.create(
                        officer,
                        "620821",
                        "self-assessment",
                        "泾川县自评",
                        ReviewSamples.text("jingchuan-2023").getBytes(StandardCharsets.UTF_8))
                .id();
        Path rate = Files.write(folder.resolve("县城污水处理率核算表.pdf"), PDF);
        Path trees = Files.write(
                folder.resolve("古树名木保护管理得到加强（台账）.pdf"), "%PDF-1.4\n%\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        Path scan =
                Files.write(folder.resolve("IMG_0312.pdf"), "%PDF-1.5\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        Path wrong = Files.writeString(folder.resolve("说明.html"), "<html></html>");
        browser.signIn("jingchuan");
        browser.go("/dossiers/" + id + "/evidence?lang=zh-CN");
        choose(browser, rate, trees, scan, wrong);
        browser.click("main form[enctype] button");
        browser.untilText("main", "说明.html");
        browser.untilText("#unsaid-title", "3个文件还没有对应事项");
        browser.go("/dossiers/" + id + "/submit");
        browser.untilText("main .alert-warning", "3个文件还没有对应事项");
        browser.click("main .alert-warning a[href$='/evidence']");
        browser.untilText("#unsaid-title", "3个文件还没有对应事项");
        browser.assertGood("evidence with proposals");
        browser.driver().executeScript("document.getElementById('unsaid-title').scrollIntoView()");
        browser.picture("evidence-proposals-1366");
        browser.resize(390, 844);
        browser.assertGood("evidence with proposals on a phone");
        browser.driver().executeScript("document.getElementById('unsaid-title').scrollIntoView()");
        browser.picture("evidence-proposals-390");
        browser.resize(1366, 768);
        assertEquals(2, browser.all("#unsaid-title ~ fieldset input:checked").size(), "what a name says is ticked");
        String[] titles = browser.all("#titles option").stream()
                .map(option -> String.valueOf(option.getDomProperty("value")))
                .filter(title -> title.contains("人口"))
                .limit(1)
                .toArray(String[]::new);
        browser.all("#unsaid-title ~ fieldset").stream()
                .filter(one -> one.getText().contains("IMG_0312"))
                .map(one -> one.findElement(org.openqa.selenium.By.cssSelector("[list=titles]")))
                .forEach(input -> input.sendKeys(titles[0]));
        browser.click("button[form=prove]");
        browser.untilText("main", "还佐证其他事项");
        assertTrue(browser.all("#unsaid-title").isEmpty());
        browser.click("main li:nth-child(1) details summary");
        browser.type("main li:nth-child(1) [list=titles]", titles[0]);
        browser.click("main li:nth-child(1) details button");
        browser.untilText("main", "不佐证此项");
        browser.assertGood("evidence");
        browser.driver().executeScript("document.querySelector('main ul').scrollIntoView()");
        browser.picture("evidence-1366");

        Map<String, List<String>> proves = desk.evidence(desk.find(officer, id)).stream()
                .collect(Collectors.groupingBy(
                        EvidenceRow::name, Collectors.mapping(EvidenceRow::figure, Collectors.toList())));
        assertEquals(3, proves.size());
        assertEquals(List.of("/declarations/ancient-trees-protected"), proves.get("古树名木保护管理得到加强（台账）.pdf"));
        assertEquals(2, proves.getOrDefault("县城污水处理率核算表.pdf", List.of()).size());
        String named = new DossierForm(service.book())
                .fields(desk.find(officer, id).draft())
                .values()
                .getOrDefault("/figures/county-seat-sewage-treatment-rate/evidence", List.of(""))
                .get(0);
        assertTrue(named.contains("县城污水处理率核算表.pdf"), named);
        browser.signOut();
    }
}
