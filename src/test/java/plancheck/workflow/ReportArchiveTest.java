package plancheck.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import plancheck.archive.Assessment;
import plancheck.archive.StoredLexicons;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.report.Report;
import plancheck.report.keeping.StoredReportException;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.service.TestDatabase;
import plancheck.service.TestService;

/** Reports are kept with the words of their rule book, alike in H2 and in PostgreSQL. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class ReportArchiveTest {
    private final TestService service;
    private final RuleBook book;

    ReportArchiveTest(TestDatabase database) {
        service = database.service();
        book = service.book();
    }

    private ReportArchive archive(RuleBook of) {
        return new ReportArchive(of, service.bean(StoredLexicons.class), Clock.systemUTC());
    }

    /** Every provision is worded otherwise in it. */
    private RuleBook reworded(String added) {
        List<Provision> provisions = book.provisions().stream()
                .map(p -> new Provision(
                        p.id(),
                        p.title() + added,
                        p.titleEn(),
                        p.plan(),
                        p.force(),
                        p.scope(),
                        p.criterion(),
                        p.indicator(),
                        p.total(),
                        p.reviewWithout(),
                        p.citations(),
                        p.rulings(),
                        p.relations(),
                        p.remedy(),
                        p.particulars(),
                        p.written()))
                .toList();
        return book.withProvisions(provisions);
    }

    private static Report report(RuleBook book, String dossier) {
        try {
            byte[] content = Files.readAllBytes(Path.of("test-cases", "dossiers", dossier + ".yaml"));
            return new ComplianceCheck(book)
                    .check(Objects.requireNonNull(
                            new DossierReader(book).read(content).dossier()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Assessment.Result result(byte[] report) {
        return new Assessment.Result("", "", "", "", "", "", "", "", report);
    }

    private String json(Report report) {
        return ReportWriter.of("json", Language.EN, citation -> Optional.empty(), book.rulingTexts())
                .write(List.of(report), List.of("-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jingchuan-2023", "sewage-project"})
    void a_report_says_what_it_said_when_the_rule_book_has_other_words(String dossier) {
        RuleBook earlier = reworded("（旧）");
        Report report = report(earlier, dossier);
        byte[] kept = archive(earlier).write(report);
        Report again = archive(book).read(result(kept));
        assertEquals(json(report), json(again));
        assertTrue(again.findings().get(0).title().zh().endsWith("（旧）"));
        assertFalse(report(book, dossier).findings().get(0).title().zh().endsWith("（旧）"));
    }

    private long lexicons() {
        return Objects.requireNonNull(
                service.bean(JdbcTemplate.class).queryForObject("select count(*) from lexicon", Long.class));
    }

    @Test
    void the_words_of_a_rule_book_are_kept_once_however_many_services_start_at_once() {
        RuleBook other = reworded("（并行）");
        long before = lexicons();
        List<byte[]> written = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> archive(other).write(report(other, "village-road-project")))
                .toList();
        assertEquals(before + 1, lexicons());
        String first = json(archive(other).read(result(written.get(0))));
        written.forEach(bytes -> assertEquals(first, json(archive(book).read(result(bytes)))));
    }

    @Test
    void a_report_whose_words_are_gone_is_refused_by_name_and_not_shown_in_part() {
        byte[] kept = archive(book).write(report(book, "village-road-project"));
        kept["plancheck-report".length() + 1] ^= 1;
        StoredReportException refused =
                assertThrows(StoredReportException.class, () -> archive(book).read(result(kept)));
        assertTrue(String.valueOf(refused.getMessage()).contains("lexicon"), refused.getMessage());
    }
}
