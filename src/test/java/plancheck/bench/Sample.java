package plancheck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.report.Report;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/**
 * The sample plan, its dossiers and both ways to check them.
 *
 * @param batches the dossiers, fifty at a time
 */
record Sample(ComplianceCheck check, PlainCheck plain, List<List<Dossier>> batches) {
    static final int BATCH = 50;
    private static final long SEED = 20211101;

    /** Writes the plan's rules below the directory and reads them. */
    static Sample in(Path directory, int dossiers) throws IOException {
        SamplePlan plan = new SamplePlan(SEED);
        plan.write(directory.resolve("rules"));
        RuleBook book = RuleBooks.of(directory.resolve("rules"));
        List<Dossier> all = new SampleDossiers(plan, SEED).take(dossiers);
        List<List<Dossier>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return new Sample(new ComplianceCheck(book), new PlainCheck(plan, book), batches);
    }

    /** Where the three ways do not give equal reports: the first finding of each dossier that differs. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (List<Dossier> batch : batches) {
            List<Report> together = check.check(batch);
            for (int i = 0; i < batch.size(); i++) {
                Report expected = plain.check(batch.get(i));
                difference(expected, check.check(batch.get(i))).ifPresent(differences::add);
                difference(expected, together.get(i)).ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static Optional<String> difference(Report expected, Report actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        for (int i = 0;
                i < Math.min(expected.findings().size(), actual.findings().size());
                i++) {
            if (!expected.findings().get(i).equals(actual.findings().get(i))) {
                return Optional.of("expected " + expected.findings().get(i) + "\nbut was "
                        + actual.findings().get(i));
            }
        }
        return Optional.of("expected " + expected + "\nbut was " + actual);
    }
}
