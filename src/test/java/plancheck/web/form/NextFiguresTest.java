package plancheck.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Force;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** What to fill in next decides most for the trouble it takes. */
class NextFiguresTest {
    private static final RuleBook BOOK = RuleBooks.shipped();

    private static Report report(String name) throws IOException {
        Dossier dossier = new DossierReader(BOOK)
                .read(Files.readAllBytes(Path.of("test-cases", "dossiers", name + ".yaml")))
                .dossier();
        assertNotNull(dossier);
        return new ComplianceCheck(BOOK).check(dossier);
    }

    private static Set<String> wanted(Finding finding) {
        return finding.missing().stream().map(Missing::figure).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jingchuan-2023", "pingliang-2022", "zhuanglang-2024"})
    void nothing_else_that_is_open_would_decide_more_for_each_figure(String name) throws IOException {
        Report report = report(name);
        List<Finding> open = report.with(Outcome.INSUFFICIENT_DATA).stream()
                .filter(finding -> !finding.missing().isEmpty())
                .toList();
        NextFigures next = NextFigures.of(report);
        assertTrue(next.figures().size() <= 8);
        Set<String> taken = new HashSet<>();
        int decided = 0;
        int from = 0;
        for (int i = 0; i < next.figures().size(); i++) {
            if (next.figures().get(i).decides() == decided) {
                continue; // the step goes on with the next figure
            }
            Set<String> step = next.figures().subList(from, i + 1).stream()
                    .map(one -> one.missing().figure())
                    .collect(Collectors.toSet());
            double worth = worth(open, taken, step) / step.size();
            for (Finding other : open) {
                Set<String> left = wanted(other);
                left.removeAll(taken);
                if (!left.isEmpty() && left.size() <= 8 - from) {
                    assertTrue(worth(open, taken, left) / left.size() <= worth, other.provision() + " before " + step);
                }
            }
            taken.addAll(step);
            from = i + 1;
            decided = next.figures().get(i).decides();
            int sofar = (int) open.stream()
                    .filter(finding -> taken.containsAll(wanted(finding)))
                    .count();
            assertEquals(sofar, decided);
        }
        assertEquals(decided, next.decides());
        assertTrue(decided > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jingchuan-2023", "pingliang-2022", "zhuanglang-2024"})
    void each_tells_its_own_worth_and_not_what_those_before_it_decide(String name) throws IOException {
        Report report = report(name);
        List<Set<String>> open = report.with(Outcome.INSUFFICIENT_DATA).stream()
                .map(NextFiguresTest::wanted)
                .toList();
        for (NextFigures.NextFigure one : NextFigures.of(report).figures()) {
            String figure = one.missing().figure();
            assertEquals(open.stream().filter(Set.of(figure)::equals).count(), one.settles(), figure);
            assertEquals(open.stream().filter(wanted -> wanted.contains(figure)).count(), one.wanted(), figure);
        }
    }

    private static double worth(List<Finding> open, Set<String> taken, Set<String> more) {
        Set<String> together = new HashSet<>(taken);
        together.addAll(more);
        return open.stream()
                .filter(finding -> !taken.containsAll(wanted(finding)) && together.containsAll(wanted(finding)))
                .mapToInt(finding -> finding.force() == Force.MUST ? 1001 : 1000)
                .sum();
    }
}
