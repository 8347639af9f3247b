package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.keeping.StoredReport;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Lists and their totals: what contradicts a total, and what long lists come to. */
class ListsTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);
    private static final String ALL_VILLAGES = "PL-6.1-3-f";

    @Test
    void an_item_of_unknown_class_beside_a_full_list_makes_the_total_doubtful_and_is_named() {
        Finding finding = villages(
                2,
                "甲村, households: 42, hardened-road: yes",
                "乙村, households: 38, hardened-road: yes",
                "丙村, hardened-road: no");
        assertEquals(Outcome.INSUFFICIENT_DATA, finding.outcome());
        assertEquals(
                List.of("常住户数：丙村", "30户以上自然村数：清单里受约束的已有2个；以下对象未写明是否受约束，如都受约束就多于所报总数，请核对：丙村"),
                finding.missing().stream()
                        .map(missing ->
                                missing.label().zh() + "：" + missing.hint().zh())
                        .toList());
        assertTrue(
                finding.missing().stream().allMatch(missing -> missing.items().equals(List.of("丙村"))));
    }

    @Test
    void more_bound_items_than_the_total_says_are_a_conflict_that_names_them() {
        Finding finding =
                villages(1, "甲村, households: 42, hardened-road: yes", "乙村, households: 38, hardened-road: yes");
        assertEquals(Outcome.INSUFFICIENT_DATA, finding.outcome());
        assertEquals(
                List.of("清单里有2个（甲村、乙村），多于所报总数，请核对"),
                finding.missing().stream().map(missing -> missing.hint().zh()).toList());
    }

    @Test
    void a_miss_fails_whatever_the_unknown_is() {
        Finding finding = villages(1, "甲村, households: 42, hardened-road: no", "丙村, hardened-road: no", "丁村");
        assertEquals(Outcome.FAIL, finding.outcome());
        assertEquals(List.of("甲村"), finding.left());
    }

    @Test
    void an_item_known_not_to_be_bound_contradicts_nothing() {
        assertEquals(
                Outcome.PASS,
                villages(1, "甲村, households: 42, hardened-road: yes", "丙村, households: 29, hardened-road: no")
                        .outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "html", "junit"})
    void a_long_list_is_named_to_the_twentieth_and_counted(String format) {
        for (String road : List.of("", ", hardened-road: no")) {
            Report report = check(many(1_000, road));
            String said = written(format, report);
            assertTrue(said.contains("村19等1000个"), () -> format + " counts them");
            assertFalse(said.contains("村20、"), () -> format + " names no more than twenty");
        }
    }

    @Test
    void so_it_is_in_sarif() {
        String said = written("sarif", check(many(1_000, ", hardened-road: no")));
        assertTrue(said.contains("村19等1000个"));
        assertFalse(said.contains("村20、"));
    }

    @Test
    void json_has_every_name() {
        String left = written("json", check(many(1_000, ", hardened-road: no")));
        String open = written("json", check(many(1_000, "")));
        String unclassified = written("json", check(many(1_000, "").replace("households: 42, ", "")));
        for (String said : List.of(left, open, unclassified)) {
            assertTrue(said.contains("\"村999\""));
        }
    }

    @Test
    void the_steps_to_an_outcome_do_not_grow_with_the_list() {
        Finding few = finding(check(many(10, "")), ALL_VILLAGES);
        Finding many = finding(check(many(10_000, "")), ALL_VILLAGES);
        assertEquals(few.because().size(), many.because().size());
        assertEquals(few.missing().size(), many.missing().size());
        assertEquals(10_000, many.missing().get(0).items().size());
    }

    @Test
    void a_stored_report_keeps_every_name() {
        Report report = check(many(100, ""));
        var lexicon = RuleBookLexicon.of(BOOK);
        Report read = StoredReport.read(StoredReport.write(report, lexicon), digest -> lexicon);
        assertEquals(
                finding(report, ALL_VILLAGES).missing(),
                finding(read, ALL_VILLAGES).missing());
    }

    private static Finding villages(int total, String... villages) {
        String list = List.of(villages).stream()
                .map(village -> "  - { name: " + village + " }\n")
                .collect(Collectors.joining());
        return finding(check(head(total) + list), ALL_VILLAGES);
    }

    private static String many(int villages, String road) {
        return head(villages)
                + IntStream.range(0, villages)
                        .mapToObj(i -> "  - { name: 村" + i + ", households: 42" + road + " }\n")
                        .collect(Collectors.joining());
    }

    private static String head(int total) {
        return """
                plancheck: 1
                kind: self-assessment
                id: L
                title: 自评
                place: "620821"
                as-of: 2025-12-31
                figures:
                  villages-of-30-households: %d
                villages:
                """.formatted(total);
    }

    private static Report check(String text) {
        Dossier dossier = new DossierReader(BOOK)
                .read(text.getBytes(StandardCharsets.UTF_8))
                .orThrow();
        return CHECK.check(dossier);
    }

    private static Finding finding(Report report, String provision) {
        return report.findings().stream()
                .filter(finding -> finding.provision().equals(provision))
                .findFirst()
                .orElseThrow();
    }

    private static String written(String format, Report report) {
        return ReportWriter.of(format, Language.ZH, citation -> Optional.empty(), BOOK.rulingTexts())
                .write(List.of(report), List.of("自评.yaml"));
    }
}
