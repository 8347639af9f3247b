package plancheck.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.report.Report;
import plancheck.report.Samples;
import plancheck.report.Verdict;

class HtmlReportTest {
    private static final String HOSTILE = "<script>alert('县')</script><img src=x onerror=\"x\">&amp;${7*7}[[${7*7}]]";

    private static String html(Language language, Report... reports) {
        return ReportWriter.of("html", language, citation -> Optional.empty(), Samples.BOOK.rulingTexts())
                .write(List.of(reports), List.of());
    }

    @TestFactory
    Stream<DynamicTest> every_report_is_well_formed_with_headings_landmarks_and_links_that_lead_somewhere() {
        return Samples.mixed().stream()
                .flatMap(file -> Arrays.stream(Language.values())
                        .map(language -> DynamicTest.dynamicTest(
                                file + " " + language, () -> wellFormed(html(language, Samples.report(file))))));
    }

    private static void wellFormed(String html) throws Exception {
        Document document = parsed(html);
        assertEquals(1, document.getElementsByTagName("main").getLength());
        assertEquals(1, document.getElementsByTagName("h1").getLength());
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertFalse(
                document.getElementsByTagName("title").item(0).getTextContent().isBlank());
        List<String> ids = attributes(document, "id");
        assertEquals(ids.size(), new HashSet<>(ids).size(), "an id occurs twice");
        for (String to : attributes(document, "href")) {
            assertTrue(to.startsWith("#") && ids.contains(to.substring(1)), to);
        }
        attributes(document, "aria-labelledby").forEach(to -> assertTrue(ids.contains(to), to));
        NodeList headers = document.getElementsByTagName("th");
        for (int i = 0; i < headers.getLength(); i++) {
            assertFalse(((Element) headers.item(i)).getAttribute("scope").isEmpty());
        }
        assertFalse(
                html.contains(" th:") || html.contains("<th:") || html.contains("${"), "the template shows through");
        assertFalse(
                Pattern.compile("(?:src|href)=\"(?!#)|url\\(|@import")
                        .matcher(html)
                        .find(),
                "needs something else");
    }

    @Test
    void the_document_says_its_language() {
        Report report = Samples.report("sewage-project");
        assertTrue(html(Language.ZH, report).contains("<html lang=\"zh-CN\">"));
        assertTrue(html(Language.EN, report).contains("<html lang=\"en\">"));
    }

    @Test
    void every_finding_that_applies_stands_there_with_its_outcome_in_words() {
        Report report = Samples.report("jingning-2025");
        String html = html(Language.ZH, report);
        long applied = report.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.NOT_APPLICABLE)
                .count();
        assertEquals(
                applied,
                Jsoup.parse(html).select("tr > th[scope=row] > span[class=id]").size());
        for (Outcome outcome : Outcome.values()) {
            long expected = report.findings().stream()
                    .filter(finding -> finding.outcome() == outcome)
                    .count();
            String row = "<span class=\"outcome " + outcome.id() + "\"><span class=\"mark\" aria-hidden=\"true\">";
            if (outcome != Outcome.NOT_APPLICABLE) {
                assertEquals(expected, count(html, row), outcome.id());
            }
        }
    }

    @Test
    void the_verdict_comes_first_then_binding_fails_then_what_is_missing() {
        Report report = Samples.report("jingchuan-2023");
        String html = html(Language.ZH, report);
        List<Integer> places = Stream.of(
                        "class=\"verdict non-compliant\"",
                        "id=\"r1-fails\"",
                        report.with(Outcome.FAIL).get(0).provision(),
                        "id=\"r1-missing\"",
                        "id=\"r1-all\"",
                        "id=\"r1-outside\"")
                .map(html::indexOf)
                .toList();
        assertEquals(places.stream().sorted().toList(), places);
        assertTrue(places.get(0) > 0);
    }

    /** Whoever has failed by one part of three has to see which; where the remedy names it, once is enough. */
    @Test
    void a_fail_names_what_is_left_of_it() {
        Label part = new Label("电梯", "Lifts");
        Finding.Rule rule = new Finding.Rule("PL-1-a", part, Force.MUST, List.of(), List.of(), "整改电梯等各项");
        Finding failed = new Finding(
                rule,
                part,
                Outcome.FAIL,
                Finding.Measurement.NOTHING,
                Finding.Target.NONE,
                List.of(),
                new Finding.Remainder(List.of(), List.of("电梯"), null, Label.of("")),
                List.of(Reason.of(Reason.Key.PARTS_LEFT, List.of(part))));
        assertEquals("电梯", new FindingWords(new Wording(Language.ZH)).left(failed));
        assertEquals("", new FindingWords(new Wording(Language.EN)).left(failed), "the usual remedy names it");
    }

    @Test
    void the_figure_that_most_binding_provisions_wait_for_comes_first() {
        Report report = report(
                waiting("PL-1-a", Force.STRIVE, "few"),
                waiting("PL-1-b", Force.STRIVE, "many"),
                waiting("PL-1-c", Force.MUST, "one"),
                waiting("PL-1-d", Force.STRIVE, "many"));
        List<String> order = page(report).missing().stream()
                .map(ReportPage.MissingFigure::figure)
                .toList();
        assertEquals(List.of("one", "many", "few"), order);
    }

    @Test
    void what_a_dossier_says_is_shown_as_it_is_and_never_becomes_markup() throws Exception {
        Report report =
                report(hostile(Outcome.FAIL), hostile(Outcome.INSUFFICIENT_DATA), hostile(Outcome.NEEDS_REVIEW));
        for (Language language : Language.values()) {
            String html = ReportWriter.of("html", language, citation -> Optional.of(HOSTILE), Map.of())
                    .write(List.of(report), List.of(HOSTILE));
            assertEquals(0, count(html, "<script") + count(html, "<img"));
            assertEquals(0, count(html, "49"), "an expression was evaluated");
            Document document = parsed(html);
            assertTrue(document.getElementsByTagName("title")
                    .item(0)
                    .getTextContent()
                    .contains(HOSTILE));
            assertTrue(document.getElementsByTagName("td").item(0) != null);
        }
    }

    @Test
    void several_reports_share_one_document_without_sharing_ids() throws Exception {
        Report report = Samples.report("sewage-project");
        Document document = parsed(html(Language.ZH, report, report));
        assertEquals(2, document.getElementsByTagName("article").getLength());
        List<String> ids = attributes(document, "id");
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    private static ReportPage page(Report report) {
        return new PageMaker("r1", new Wording(Language.ZH), citation -> Optional.empty(), Map.of()).page(report);
    }

    private static Document parsed(String html) throws Exception {
        String xml = html.replaceFirst("<!DOCTYPE html>", "").replaceAll("<(meta|col|br)\\b([^>]*)>", "<$1$2/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> attributes(Document document, String name) {
        List<String> values = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).hasAttribute(name)) {
                values.add(((Element) all.item(i)).getAttribute(name));
            }
        }
        return values;
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static Report report(Finding... findings) {
        return new Report(
                new Report.DossierId(HOSTILE, HOSTILE, "self-assessment", "620821", "0".repeat(64)),
                new Report.RuleBookId(HOSTILE, "f".repeat(64)),
                LocalDate.of(2023, 12, 31),
                Verdict.NON_COMPLIANT,
                List.of(findings));
    }

    private static Finding waiting(String provision, Force force, String figure) {
        Label name = Label.of(figure);
        return finding(provision, Outcome.INSUFFICIENT_DATA, force, name, List.of(Missing.of(figure, name)));
    }

    private static Finding hostile(Outcome outcome) {
        Label name = Label.of(HOSTILE);
        return finding("PL-1-a", outcome, Force.MUST, name, List.of(new Missing(HOSTILE, name, name)));
    }

    private static Finding finding(String provision, Outcome outcome, Force force, Label words, List<Missing> missing) {
        String text = words.zh();
        Citation citation = new Citation("pingliang", words, text, "一/1", text);
        return new Finding(
                new Finding.Rule(provision, words, force, List.of(citation), List.of(text), text),
                words,
                outcome,
                new Finding.Measurement(text, null, Basis.DECLARED, true),
                new Finding.Target(text, null, text, null),
                List.of(),
                new Finding.Remainder(missing, List.of(text), null, words),
                List.of(Reason.of(Reason.Key.FAILED, text)));
    }
}
