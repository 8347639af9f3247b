package plancheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Files kept beside a dossier are evidence for what they are attached to, and for nothing else (ruling R44). */
class FilesTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final String DUTY = "PL-8.2-2-b";
    private static final String STAGE = "PL-6.1-3-a";

    @Test
    void without_a_document_and_without_a_file_an_answer_proves_nothing() {
        assertEquals(Outcome.INSUFFICIENT_DATA, duty("answer: yes", Set.of()).outcome());
        assertEquals(
                Outcome.INSUFFICIENT_DATA,
                duty("answer: yes", Set.of("/declarations/PL-8.2-2")).outcome());
        assertEquals(
                Outcome.INSUFFICIENT_DATA,
                duty("answer: yes", Set.of("/figures/residents")).outcome());
    }

    @Test
    void a_file_is_firmer_than_a_document_that_is_only_named() {
        String named = "answer: yes, evidence: [泾政发〔2025〕3号]";
        assertEquals(Basis.CITED, duty(named, Set.of()).basis());
        assertEquals(
                Basis.ATTACHED, duty(named, Set.of("/declarations/" + DUTY)).basis());
        assertEquals(
                Outcome.PASS,
                duty("answer: yes", Set.of("/declarations/" + DUTY)).outcome());
    }

    @Test
    void a_file_makes_no_pass_of_a_no() {
        assertEquals(
                Outcome.FAIL,
                duty("answer: no", Set.of("/declarations/" + DUTY)).outcome());
    }

    @Test
    void a_stage_and_a_figure_of_ones_own_may_have_files_and_statistics_stay_what_is_measured() {
        String works = "named-projects: { " + STAGE + ": { stage: completed } }";
        assertEquals(
                Basis.ATTACHED,
                finding(STAGE, works, Set.of("/named-projects/" + STAGE)).basis());
        String rate =
                "figures: { county-seat-sewage-treatment-rate: { value: 98, unit: \"%\", year: 2025, source: %s } }";
        Set<String> file = Set.of("/figures/county-seat-sewage-treatment-rate");
        String provision = "PL-3.2-B2-2-g";
        assertEquals(
                Basis.ATTACHED,
                finding(provision, rate.replace("%s", "self-reported"), file).basis());
        assertEquals(
                Basis.MEASURED,
                finding(provision, rate.replace("%s", "statistics"), file).basis());
    }

    private static Finding duty(String answer, Set<String> files) {
        return finding(DUTY, "declarations: { " + DUTY + ": { " + answer + " } }", files);
    }

    private static Finding finding(String provision, String rest, Set<String> files) {
        String yaml = "plancheck: 1\nkind: self-assessment\nid: x\ntitle: x\nplace: \"620821\"\nas-of: 2025-12-31\n"
                + rest + "\n";
        Dossier dossier = Objects.requireNonNull(new DossierReader(BOOK)
                .read(yaml.getBytes(StandardCharsets.UTF_8))
                .dossier());
        return new ComplianceCheck(BOOK)
                .check(dossier.withFiles(files)).findings().stream()
                        .filter(one -> one.provision().equals(provision))
                        .findFirst()
                        .orElseThrow();
    }
}
