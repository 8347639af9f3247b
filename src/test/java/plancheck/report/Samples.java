package plancheck.report;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import plancheck.check.ComplianceCheck;
import plancheck.check.RuleBookLexicon;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.report.keeping.Lexicon;
import plancheck.report.keeping.StoredReport;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** The sample dossiers and their reports. */
public final class Samples {
    public static final RuleBook BOOK = RuleBooks.shipped();

    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);

    public static final Lexicon LEXICON = RuleBookLexicon.of(BOOK);

    private Samples() {}

    /** As the archive keeps it. */
    public static byte[] stored(Report report) {
        return StoredReport.write(report, LEXICON);
    }

    public static Report read(byte[] stored) {
        return StoredReport.read(stored, digest -> LEXICON.digest().equals(digest) ? LEXICON : null);
    }

    /** The city's, the counties' and three made-up projects. */
    public static List<Path> dossiers() {
        try (Stream<Path> files = Files.list(Path.of("test-cases", "dossiers"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, with published projects of which each rests on the plans in another way: named, claimed, in lots, not at all. */
    public static List<Path> mixed() {
        return Stream.concat(
                        dossiers().stream(),
                        Stream.of(
                                        "airport",
                                        "jingning-qinan-expressway",
                                        "shuangfeng-road-lots",
                                        "bean-products-industry")
                                .map(name -> Path.of("test-cases", "dossiers", "projects", name + ".yaml")))
                .toList();
    }

    public static Report report(Path file) {
        try {
            Dossier dossier =
                    new DossierReader(BOOK).read(Files.readAllBytes(file)).dossier();
            assertNotNull(dossier, file.toString());
            return CHECK.check(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Report report(String name) {
        return report(Path.of("test-cases", "dossiers", name + ".yaml"));
    }
}
