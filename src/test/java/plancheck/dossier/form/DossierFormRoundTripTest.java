package plancheck.dossier.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.Given;
import plancheck.facts.Figure;
import plancheck.facts.Item;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.Subject;
import plancheck.report.Report;

/** A dossier that went through a form says what it said before. */
class DossierFormRoundTripTest {
    private static final DossierForm FORM = new DossierForm(Given.BOOK);
    private static final ComplianceCheck CHECK = new ComplianceCheck(Given.BOOK);

    @TestFactory
    Stream<DynamicTest> shipped_dossiers_keep_their_subjects_figures_stages_and_report() throws IOException {
        return dossiers().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    byte[] before = Files.readAllBytes(file);
                    DossierForm.Fields fields = FORM.fields(before);
                    assertEquals(List.of(), fields.problems());
                    byte[] after = FORM.dossier(fields.values());
                    same(before, after);
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_second_time_through_the_form_changes_no_byte() throws IOException {
        return dossiers().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    byte[] once =
                            FORM.dossier(FORM.fields(Files.readAllBytes(file)).values());
                    byte[] twice = FORM.dossier(FORM.fields(once).values());
                    assertEquals(new String(once, StandardCharsets.UTF_8), new String(twice, StandardCharsets.UTF_8));
                }));
    }

    private static List<Path> dossiers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-cases/dossiers"))) {
            List<Path> dossiers = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertFalse(dossiers.isEmpty());
            return dossiers;
        }
    }

    private static void same(byte[] before, byte[] after) {
        DossierReading one = Given.READER.read(before);
        DossierReading other = Given.READER.read(after);
        assertEquals(Given.said(one), Given.said(other));
        Dossier read = one.orThrow();
        Dossier again = other.orThrow();
        assertEquals(subjects(read), subjects(again));
        assertEquals(figures(read.stages().values()), figures(again.stages().values()));
        assertEquals(
                List.of(read.kind(), read.id(), read.title(), read.place(), read.asOf()),
                List.of(again.kind(), again.id(), again.title(), again.place(), again.asOf()));
        Report report = CHECK.check(read);
        Report reportAgain = CHECK.check(again);
        assertEquals(report.verdict(), reportAgain.verdict());
        assertIterableEquals(findings(report), findings(reportAgain));
    }

    /** Without the lines the figures stand in. */
    private static List<String> findings(Report report) {
        return report.findings().stream()
                .map(finding -> finding.toString().replaceAll("DossierLine\\[[^\\]]*\\]", ""))
                .toList();
    }

    private static List<String> subjects(Dossier dossier) {
        return dossier.subjects().stream()
                .map(subject -> who(subject) + " " + subject.getLevel() + " " + figures(subject.figures()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String who(Subject subject) {
        if (subject instanceof Item item) {
            return item.getKind() + " " + item.getName();
        }
        if (subject instanceof Project project) {
            return project.getCode() + " " + project.getSector() + " " + project.getName();
        }
        return ((Place) subject).getCode() + " " + subject.getName();
    }

    /** Without lines and order. */
    private static List<String> figures(Collection<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparing(Figure::indicator))
                .map(f ->
                        f.indicator() + " " + f.value() + " " + f.year() + " " + f.source() + f.evidence() + f.series()
                                + Map.copyOf(f.byCounty()).entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .toList())
                .toList();
    }
}
