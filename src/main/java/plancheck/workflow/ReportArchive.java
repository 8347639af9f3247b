package plancheck.workflow;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import plancheck.archive.Assessment;
import plancheck.archive.StoredLexicon;
import plancheck.archive.StoredLexicons;
import plancheck.check.RuleBookLexicon;
import plancheck.report.Report;
import plancheck.report.keeping.Lexicon;
import plancheck.report.keeping.StoredReport;
import plancheck.rulebook.RuleBook;

/** Turns reports into what the archive keeps, and back; the words of each rule book are kept once. */
@Component
class ReportArchive {
    private final StoredLexicons lexicons;
    private final CompletableFuture<Lexicon> current;
    private final Map<String, Lexicon> known = new ConcurrentHashMap<>();

    /** Keeps the rule book's words while the service goes on starting; the first report waits for it. */
    ReportArchive(RuleBook book, StoredLexicons lexicons, Clock clock) {
        this.lexicons = lexicons;
        this.current = CompletableFuture.supplyAsync(() -> {
            Lexicon lexicon = RuleBookLexicon.of(book);
            keep(new StoredLexicon(lexicon.digest(), lexicon.bytes(), clock.instant()));
            known.put(lexicon.digest(), lexicon);
            return lexicon;
        });
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
        return StoredReport.write(report, current.join());
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
