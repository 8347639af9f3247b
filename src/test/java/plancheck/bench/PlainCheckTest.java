package plancheck.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.dossier.Dossier;
import plancheck.report.Finding;
import plancheck.report.Outcome;

/** The twin that the benchmark measures against decides like the real check; else its speed would say nothing. */
class PlainCheckTest {
    @TempDir
    static Path directory;

    private static Sample sample;

    @BeforeAll
    static void generate() throws IOException {
        sample = Sample.in(directory, 300);
    }

    @Test
    void plainJavaAndTheRulesGiveTheSameReports() {
        List<Dossier> first = sample.batches().get(0);
        for (Dossier dossier : first) {
            assertEquals(sample.plain().check(dossier), sample.check().check(dossier));
        }
        assertEquals(List.of(), sample.differences());
    }

    @Test
    void theSampleIsAsMixedAsRealDossiers() {
        List<Finding> findings = sample.batches().stream()
                .flatMap(Collection::stream)
                .flatMap(dossier -> sample.plain().check(dossier).findings().stream())
                .toList();
        Set<Outcome> outcomes = findings.stream().map(Finding::outcome).collect(Collectors.toSet());
        assertEquals(EnumSet.complementOf(EnumSet.of(Outcome.ERROR, Outcome.DIRECTION)), outcomes);
        long bound = findings.stream()
                .filter(f -> f.outcome() != Outcome.NOT_APPLICABLE)
                .count();
        assertTrue(bound / 300 >= 27 && bound / 300 <= 30, "findings that bind, per dossier: " + bound / 300.0);
    }
}
