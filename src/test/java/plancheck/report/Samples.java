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
import plancheck.dossier.DossierReader;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBooks;

/** The sample dossiers and their reports. */
final class Samples {
    static final RuleBook BOOK = RuleBooks.shipped();

    private static final ComplianceCheck CHECK = new ComplianceCheck(BOOK);

    static final Lexicon LEXICON = RuleBookLexicon.of(BOOK);

    private Samples() {}

    /** As the archive keeps it. */
    static byte[] stored(Report report) {
        return StoredReport.write(report, LEXICON);
    }

    static Report read(byte[] stored) {
        return StoredReport.read(stored, digest -> LEXICON.digest().equals(digest) ? LEXICON : null);
    }

    static List<Path> dossiers() {
        try (Stream<Path> files = Files.list(Path.of("test-cases", "dossiers"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Report report(Path file) {
        try {
            Dossier dossier =
                    new DossierReader(BOOK).read(Files.readAllBytes(file)).dossier();
            assertNotNull(dossier, file.toString());
            return CHECK.check(dossier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Report report(String name) {
        return report(Path.of("test-cases", "dossiers", name + ".yaml"));
    }
}
