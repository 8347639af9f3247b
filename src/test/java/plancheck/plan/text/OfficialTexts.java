package plancheck.plan.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import plancheck.plan.store.KnownPlans;
import plancheck.plan.store.PlanStore;
import plancheck.rulebook.reading.RuleBooks;

/**
 * The official texts for tests. They are no part of the project: where they are not there, a test that needs them is
 * skipped and says so.
 */
public final class OfficialTexts {
    private static final Path DIRECTORY = Path.of(System.getProperty("plancheck.plans", "../shared/plans"));

    private static final KnownPlans PLANS = RuleBooks.shipped().knownPlans();

    private OfficialTexts() {}

    /** Plan id to the text as extracted; skips the calling test when the texts are not there. */
    public static Map<String, String> raw() {
        if (!Files.isDirectory(DIRECTORY)) {
            System.out.println("Skipped: the official texts are not in " + DIRECTORY
                    + " (-Dplancheck.plans=DIR names another place)");
        }
        Assumptions.assumeTrue(Files.isDirectory(DIRECTORY), "the official texts are not there");
        Map<String, String> raw = new TreeMap<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                String text = Files.readString(file);
                raw.put(PLANS.recognise(text), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return raw;
    }

    /** Adds all of them to a store. */
    public static void addTo(PlanStore store) {
        raw();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            files.filter(file -> file.toString().endsWith(".txt")).forEach(store::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses of one plan. */
    public static PlanText of(String plan) {
        return PlanText.parse(raw().getOrDefault(plan, ""), PLANS.numbering(plan));
    }

    /** Plan id to clauses. */
    public static Map<String, PlanText> parsed() {
        Map<String, PlanText> parsed = new TreeMap<>();
        raw().forEach((plan, text) -> parsed.put(plan, PlanText.parse(text, PLANS.numbering(plan))));
        return parsed;
    }
}
