package plancheck.report.keeping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.Portion;
import plancheck.Thorough;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.facts.Level;
import plancheck.facts.Relation;
import plancheck.facts.RelationKind;
import plancheck.facts.Source;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Progress;
import plancheck.report.Quantifier;
import plancheck.report.Reason;
import plancheck.report.Report;
import plancheck.report.Samples;
import plancheck.report.Verdict;
import plancheck.report.writing.ReportWriter;

@Thorough
class StoredReportTest {
    private static final Label WORDS = new Label("甲“乙”\n\t丙 😀", "a \"b\" \\ </script>\u2028");

    @TestFactory
    Stream<DynamicTest> every_writer_says_the_same_of_a_re_read_report() {
        return Portion.of(Samples.mixed(), 4).stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Report report = Samples.report(file);
                    Report again = Samples.read(Samples.stored(report));
                    for (String format : ReportWriter.FORMATS) {
                        for (Language language : Language.values()) {
                            assertEquals(
                                    written(report, format, language, file),
                                    written(again, format, language, file),
                                    format + language);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_same_report_gives_the_same_bytes_also_when_re_read() {
        return Samples.dossiers().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    byte[] bytes = Samples.stored(Samples.report(file));
                    assertArrayEquals(bytes, Samples.stored(Samples.report(file)));
                    assertArrayEquals(bytes, Samples.stored(Samples.read(bytes)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_report_takes_no_more_than_35_bytes_a_finding() {
        return Samples.dossiers().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Report report = Samples.report(file);
                    int size = Samples.stored(report).length;
                    int findings = report.findings().size();
                    assertTrue(size <= 35 * findings, size + " bytes for " + findings);
                }));
    }

    @Test
    void every_sort_of_value_comes_back_equal_with_the_scale_of_its_numbers() {
        for (Object value : List.of(
                new BigDecimal("97.20"),
                new BigDecimal("0.000"),
                new BigDecimal("-1E+3"),
                new BigDecimal("1E-30"),
                new BigDecimal("12345678901234567890.123456789"),
                3,
                -7,
                true,
                false,
                "",
                "97.20",
                "甲\u0000\n乙",
                "半个字\uD83D",
                "\uD83D半个字\uDE00",
                LocalDate.of(2035, 12, 31),
                WORDS,
                new Reason.DossierLine(0),
                new Reason.DossierLine(314),
                Unit.PERCENT,
                Stage.STARTED,
                Level.COUNTY_SEAT,
                Source.ASSUMED,
                Force.STRIVE,
                RelationKind.FLOOR,
                Basis.REVIEWED,
                Outcome.NOT_DUE,
                Verdict.INDETERMINATE,
                List.of(),
                List.of("一", new BigDecimal("1.0"), List.of(WORDS, WORDS), Unit.MU))) {
            Report report = report(finding(value, Reason.of(Reason.Key.FAILED, value), Reason.of(Reason.Key.NEAR)));
            assertEquals(report, Samples.read(Samples.stored(report)), value.toString());
        }
    }

    @Test
    void a_term_of_a_foreign_vocabulary_comes_back_with_its_id_and_words() {
        Finding stored =
                Samples.read(Samples.stored(report(finding(true)))).findings().get(0);
        Term op = stored.line().op();
        assertTrue(op != null && op.id().equals("about") && op.inWords().equals(WORDS), String.valueOf(op));
    }

    @Test
    void a_report_without_findings_or_words_comes_back_equal() {
        Report report = new Report(
                new Report.DossierId("", "", "", "", ""),
                new Report.RuleBookId("", ""),
                LocalDate.MIN,
                Verdict.INDETERMINATE,
                List.of());
        assertEquals(report, Samples.read(Samples.stored(report)));
    }

    @Test
    void a_value_that_no_stored_report_has_is_refused_when_writing() {
        Report report = report(finding(1.5));
        assertThrows(IllegalArgumentException.class, () -> Samples.stored(report));
    }

    @Test
    void another_version_is_named_in_the_refusal() {
        byte[] bytes = Samples.stored(report(finding(true)));
        bytes["plancheck-report".length()] = 9;
        StoredReportException refusal = assertThrows(StoredReportException.class, () -> Samples.read(bytes));
        assertEquals("stored report of version 9, known here are versions 1 to 4", refusal.getMessage());
    }

    @Test
    void what_is_no_stored_report_is_refused() {
        for (String text : List.of(
                "",
                "{}",
                "plancheck-report",
                "plancheck-report\u0001",
                "plancheck-report\u0001abc",
                "plancheck-report\u0002",
                "plancheck-report\u0002abc")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThrows(StoredReportException.class, () -> Samples.read(bytes), text);
        }
    }

    @Test
    void a_report_asks_for_the_very_lexicon_it_was_written_with_and_is_refused_without_it() {
        Report report = report(finding(WORDS, Reason.of(Reason.Key.BINDS, WORDS)));
        Lexicon lexicon = Lexicon.of(List.of(), List.of(), List.of(), List.of(WORDS));
        byte[] bytes = StoredReport.write(report, lexicon);
        List<String> asked = new ArrayList<>();
        assertEquals(report, StoredReport.read(bytes, digest -> {
            asked.add(digest);
            return lexicon;
        }));
        assertEquals(List.of(lexicon.digest()), asked);
        StoredReportException refusal =
                assertThrows(StoredReportException.class, () -> StoredReport.read(bytes, digest -> null));
        assertTrue(String.valueOf(refusal.getMessage()).contains(lexicon.digest()), refusal.getMessage());
    }

    @Test
    void what_a_lexicon_does_not_hold_or_holds_otherwise_a_report_says_itself() {
        Finding finding = finding("55%", Reason.of(Reason.Key.BINDS, WORDS));
        Report report = report(finding);
        Finding.Rule other = new Finding.Rule(
                finding.provision(), WORDS, finding.force(), finding.citations(), finding.rulings(), "另建{shortfall}");
        for (Lexicon lexicon :
                List.of(Lexicon.empty(), Lexicon.of(List.of(other), List.of(), List.of(Unit.MU), List.of()))) {
            assertEquals(report, StoredReport.read(StoredReport.write(report, lexicon), digest -> lexicon));
        }
    }

    @Test
    void a_lexicon_comes_back_as_it_was_kept() {
        Lexicon again = Lexicon.read(Samples.LEXICON.bytes());
        assertEquals(Samples.LEXICON.digest(), again.digest());
        assertEquals(Samples.LEXICON.things(), again.things());
        Report report = Samples.report("jingchuan-2023");
        assertArrayEquals(StoredReport.write(report, Samples.LEXICON), StoredReport.write(report, again));
    }

    @Test
    void what_is_no_lexicon_is_refused() {
        for (String json :
                List.of("", "{}", "[1]", "[{\"label\":7}]", "[{\"later\":[]}]", "[]]", "[{\"provision\":{}}]")) {
            assertThrows(StoredReportException.class, () -> Lexicon.read(deflated(json)), json);
        }
        byte[] whole = Samples.LEXICON.bytes();
        assertThrows(StoredReportException.class, () -> Lexicon.read(Arrays.copyOf(whole, whole.length / 2)));
        assertThrows(StoredReportException.class, () -> Lexicon.read(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_report_kept_in_an_earlier_version_is_read_as_it_was_given(int version) throws IOException {
        Lexicon lexicon = Lexicon.read(kept("lexicon"));
        Label other = new Label("另", "other");
        Report given = report(
                kept("PL-1-a", new BigDecimal("97.20"), Reason.of(Reason.Key.BINDS, other, WORDS)),
                kept(
                        "PL-1-b",
                        true,
                        Reason.of(
                                Reason.Key.FIGURE,
                                other,
                                new BigDecimal("-1E+3"),
                                Unit.MU,
                                3,
                                new Reason.DossierLine(7),
                                LocalDate.of(2035, 12, 31),
                                List.of("一", WORDS, Unit.MU))),
                kept("PL-1-c", Stage.STARTED, Reason.of(Reason.Key.NEAR)));
        Report read = StoredReport.read(
                kept("version-" + version), digest -> digest.equals(lexicon.digest()) ? lexicon : null);
        assertEquals(given, read);
        assertEquals(read, Samples.read(Samples.stored(read)));
    }

    @Test
    void a_reason_that_the_first_version_repeated_by_its_number_is_read() {
        String json =
                "{\"dossier\":{\"id\":\"a\"},\"rulebook\":{},\"asOf\":\"2023-12-31\",\"verdict\":\"compliant\",\"findings\":["
                        + "{\"provision\":\"PL-1-a\",\"title\":[\"甲\",\"a\"],\"force\":\"must\",\"subject\":0,\"outcome\":\"pass\",\"because\":[[\"BINDS\",{\"label\":0}],1]}]}";
        Finding read = Samples.read(packedInFirstVersion(json)).findings().get(0);
        Label words = new Label("甲", "a");
        assertEquals(words, read.subject());
        assertEquals(List.of(Reason.of(Reason.Key.BINDS, words), Reason.of(Reason.Key.BINDS, words)), read.because());
        assertEquals(Finding.Measurement.NOTHING, read.given());
        assertEquals(Finding.Target.NONE, read.line());
        assertEquals(Finding.Remainder.NOTHING, read.open());
    }

    @Test
    void a_list_of_which_some_might_be_left_is_worded_as_it_was_when_it_was_kept() {
        String finding =
                "{\"provision\":\"PL-1-a\",\"title\":[\"甲\",\"a\"],\"force\":\"must\",\"rulings\":[\"R1\",\"%s\"],\"subject\":0,\"outcome\":\"pass\",\"because\":[[\"%s\"]]}";
        String json =
                "{\"dossier\":{\"id\":\"a\"},\"rulebook\":{},\"asOf\":\"2023-12-31\",\"verdict\":\"compliant\",\"findings\":["
                        + finding.formatted("R3", "LIST_COUNT") + "," + finding.formatted("R2", "LIST_COUNT") + ","
                        + finding.formatted("R3", "NEAR") + "]}";
        List<Finding> read = Samples.read(packedInFirstVersion(json)).findings();
        assertEquals(Quantifier.NEARLY_ALL, read.get(0).line().op());
        assertNull(read.get(1).line().op());
        assertNull(read.get(2).line().op());
    }

    /** Written when the version was the newest. */
    private static byte[] kept(String name) throws IOException {
        try (InputStream kept = StoredReportTest.class.getResourceAsStream("stored/" + name)) {
            return Objects.requireNonNull(kept, name).readAllBytes();
        }
    }

    /** As those kept have it. */
    private static Finding kept(String provision, Object measured, Reason... because) {
        Finding now = finding(measured, because);
        return new Finding(
                new Finding.Rule(provision, now.title(), now.force(), now.citations(), now.rulings(), "再建{shortfall}"),
                now.subject(),
                now.outcome(),
                now.given(),
                now.line(),
                now.relations(),
                new Finding.Remainder(
                        List.of(new Missing("f", WORDS, WORDS), Missing.of("g", WORDS, List.of("张家湾"))),
                        now.left(),
                        now.progress(),
                        now.question()),
                now.because());
    }

    @Test
    void a_report_cut_short_is_refused_wherever_it_is_cut() {
        byte[] bytes = Samples.stored(report(finding("材料", Reason.of(Reason.Key.BINDS, WORDS, WORDS))));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(StoredReportException.class, () -> Samples.read(cut), "cut at " + length);
        }
    }

    @Test
    void a_changed_byte_is_noticed_by_the_checksum_or_changes_no_word() {
        byte[] bytes = Samples.stored(Samples.report("sewage-project"));
        Random random = new Random(1);
        int noticed = 0;
        int rounds = Portion.rounds(100, 500);
        for (int i = 0; i < rounds; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                // A reference of the compression to another place with the same words gives the same report.
                assertArrayEquals(bytes, Samples.stored(Samples.read(damaged)), "change " + i);
            } catch (StoredReportException e) {
                noticed++;
            }
        }
        assertTrue(100 * noticed >= 99 * rounds, noticed + " of " + rounds);
    }

    @Test
    void hostile_json_gives_a_report_or_the_one_exception() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Report report = report(
                finding(Stage.STARTED, Reason.of(Reason.Key.FIGURE, WORDS, new BigDecimal("1.50"), Unit.MU)),
                finding(List.of(LocalDate.EPOCH), Reason.of(Reason.Key.BINDS, WORDS)));
        StoredJson.write(report, StoredWords.with(Samples.LEXICON), written);
        byte[] json = written.toByteArray();
        byte[] pieces = "{}[],:\"0123456789-.eEtfn\\u".getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(2);
        for (int i = 0; i < Portion.rounds(2_500, 20_000); i++) {
            byte[] hostile = json.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                hostile[random.nextInt(hostile.length)] = pieces[random.nextInt(pieces.length)];
            }
            readOrRefused(hostile);
        }
    }

    @Test
    void json_that_leads_astray_is_refused() {
        for (String json : List.of(
                "[]",
                "{}",
                "null",
                "{\"findings\":[]}",
                "{\"findings\":[{\"subject\":0}]}",
                "{\"findings\":[{\"subject\":-1}]}",
                "{\"findings\":[{\"subject\":99999999999}]}",
                "{\"findings\":[{\"title\":[0,\"\"]}]}",
                "{\"findings\":[{\"because\":[[\"BINDS\",{\"label\":0}]]}]}",
                "{\"findings\":[{\"measured\":{\"number\":1,\"count\":1}}]}",
                "{\"findings\":[{\"margin\":{\"count\":1}}]}",
                "{\"findings\":[{\"measured\":" + "[".repeat(100_000) + "}]}",
                "{\"later\":1}",
                "{\"findings\":[{\"outcome\":\"passed\"}]}",
                "{\"findings\":[{\"rule\":{}}]}",
                "{\"findings\":[{\"rule\":0}]}",
                "{\"findings\":[{\"given\":{\"measured\":{\"number\":1,\"count\":1}}}]}",
                "{\"findings\":[{\"given\":{\"measured\":" + "[".repeat(100_000) + "}}]}",
                "{\"findings\":[{\"given\":{\"later\":1}}]}")) {
            assertThrows(StoredReportException.class, () -> Samples.read(packed(json)), json);
            assertThrows(StoredReportException.class, () -> Samples.read(packedInFirstVersion(json)), json);
        }
    }

    @Test
    void a_few_bytes_that_would_become_gigabytes_are_refused() {
        String blanks = " ".repeat(100 << 20);
        assertThrows(StoredReportException.class, () -> Samples.read(packed("{\"findings\":" + blanks)));
    }

    private static void readOrRefused(byte[] json) {
        try {
            Samples.read(packed(json));
        } catch (StoredReportException expected) {
            assertTrue(expected.getMessage() != null && !expected.getMessage().isEmpty());
        }
    }

    private static byte[] packed(String json) {
        return packed(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Samples.stored(report()), 0, "plancheck-report".length() + 1 + 32);
        bytes.writeBytes(deflated(json));
        return bytes.toByteArray();
    }

    private static byte[] packedInFirstVersion(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("plancheck-report\u0001".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(deflated(json));
        return bytes.toByteArray();
    }

    private static byte[] deflated(String json) {
        return deflated(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] deflated(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(json);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static String written(Report report, String format, Language language, Path file) {
        return ReportWriter.of(
                        format, language, citation -> Optional.of("全文" + citation.anchor()), Samples.BOOK.rulingTexts())
                .write(List.of(report), List.of(file.toString()));
    }

    private static Report report(Finding... findings) {
        return new Report(
                new Report.DossierId("620821-2023-ZP", "泾川县", "self-assessment", "620821", "0".repeat(64)),
                new Report.RuleBookId("1", "f".repeat(64)),
                LocalDate.of(2023, 12, 31),
                Verdict.COMPLIANT,
                List.of(findings));
    }

    private static Finding finding(Object measured, Reason... because) {
        Citation citation = new Citation("pingliang", WORDS, "", "一/1", "55%");
        return new Finding(
                new Finding.Rule("PL-1-a", WORDS, Force.MUST, List.of(citation), List.of("R1", "R2"), "再建{shortfall}"),
                WORDS,
                Outcome.PASS,
                new Finding.Measurement(measured, new BigDecimal("-0.50"), Basis.DECLARED, true),
                new Finding.Target(
                        measured,
                        measured instanceof Boolean ? new StoredTerm("about", WORDS) : null,
                        "%",
                        LocalDate.of(2025, 12, 31)),
                List.of(new Relation(RelationKind.SAME, "GS-1", WORDS, Missing.NO_HINT, "R9")),
                new Finding.Remainder(
                        List.of(new Missing("f", WORDS, WORDS), Missing.of("g", WORDS)),
                        List.of("张家湾"),
                        new Progress(new BigDecimal("1.10"), 2020, new BigDecimal("1.200000"), true),
                        WORDS),
                List.of(because));
    }
}
