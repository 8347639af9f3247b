package plancheck.workflow;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import plancheck.archive.Assessment;
import plancheck.archive.StoredLexicon;
import plancheck.archive.StoredLexicons;
import plancheck.check.RuleBookLexicon;
import plancheck.report.Lexicon;
import plancheck.report.Report;
import plancheck.report.StoredReport;
import plancheck.rulebook.RuleBook;

/** Turns reports into what the archive keeps, and back; the words of each rule book are kept once. */
@Component
class ReportArchive {
    private final StoredLexicons lexicons;
    private final Lexicon current;
    private final Map<String, Lexicon> known = new ConcurrentHashMap<>();

    /** Keeps the rule book's words before any report can rely on them. */
    ReportArchive(RuleBook book, StoredLexicons lexicons, Clock clock) {
        this.lexicons = lexicons;
        this.current = RuleBookLexicon.of(book);
        known.put(current.digest(), current);
        keep(new StoredLexicon(current.digest(), current.bytes(), clock.instant()));
    }

    private void keep(StoredLexicon lexicon) {
        if (!lexicons.existsById(lexicon.digest())) {
            try {
                lexicons.insert(lexicon);
            } catch (DuplicateKeyException e) {
                // Another service on the same database was quicker with the very same words.
            }
        }
    }

    /** @param report by the service's own rule book */
    byte[] write(Report report) {
        return StoredReport.write(report, current);
    }

    Report read(Assessment.Result result) {
        return StoredReport.read(result.report(), digest -> known.computeIfAbsent(digest, this::kept));
    }

    private @Nullable Lexicon kept(String digest) {
        return lexicons.findById(digest)
                .map(kept -> Lexicon.read(kept.content()))
                .orElse(null);
    }
}
