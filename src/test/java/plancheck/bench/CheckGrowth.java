package plancheck.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plancheck.check.ComplianceCheck;
import plancheck.check.RuleBookLexicon;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.report.Report;
import plancheck.report.keeping.Lexicon;
import plancheck.report.keeping.StoredReport;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/**
 * Prints what an entry of a list costs the check and each writer as the list grows, in processor time, with every
 * attribute given and with one missing everywhere. Work that grows with the square of a list shows as a ratio of a
 * hundred.
 */
final class CheckGrowth {
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final double ASKED = 1.5;
    private static final List<String> FORMATS = List.of("text", "json", "html", "sarif", "junit");
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final RuleBook book = RuleBooks.shipped();
    private final DossierReader reader = new DossierReader(book);
    private final ComplianceCheck check = new ComplianceCheck(book);
    private final Lexicon lexicon = RuleBookLexicon.of(book);

    private CheckGrowth() {}

    /** Ends with status 1 when an entry of the longest list costs half as much again as one of the shortest. */
    public static void main(String[] args) {
        CheckGrowth growth = new CheckGrowth();
        boolean grows = false;
        for (boolean open : new boolean[] {false, true}) {
            Map<String, List<Double>> costs = new LinkedHashMap<>();
            for (int size : SIZES) {
                growth.costs(size, open)
                        .forEach((step, cost) -> costs.computeIfAbsent(step, s -> new ArrayList<>())
                                .add(cost));
            }
            grows |= print(open ? "one attribute missing" : "all attributes given", costs);
        }
        System.exit(grows ? 1 : 0);
    }

    private static boolean print(String which, Map<String, List<Double>> costs) {
        System.out.printf(
                Locale.ROOT,
                "%nMicroseconds of processor time for a village, %s%n%n%-8s %12s %12s %12s %8s%n",
                which,
                "",
                "of 1,000",
                "of 10,000",
                "of 100,000",
                "ratio");
        boolean grows = false;
        for (Map.Entry<String, List<Double>> step : costs.entrySet()) {
            List<Double> cost = step.getValue();
            double ratio = cost.get(SIZES.length - 1) / cost.get(0);
            grows |= ratio > ASKED;
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %12.2f %12.2f %12.2f %8.2f%n",
                    step.getKey(),
                    cost.get(0),
                    cost.get(1),
                    cost.get(2),
                    ratio);
        }
        return grows;
    }

    private Map<String, Double> costs(int size, boolean open) {
        Dossier dossier = reader.read(dossier(size, open)).orThrow();
        Report report = check.check(dossier);
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put("check", cost(size, () -> check.check(dossier)));
        for (String format : FORMATS) {
            ReportWriter writer =
                    ReportWriter.of(format, Language.ZH, citation -> Optional.empty(), book.rulingTexts());
            costs.put(format, cost(size, () -> writer.write(List.of(report), List.of("villages.json"))));
        }
        costs.put("stored", cost(size, () -> StoredReport.write(report, lexicon)));
        return costs;
    }

    /** The mean of as many runs as two seconds allow, after as many to warm up; the processor's clock is coarse. */
    private static double cost(int size, Supplier<?> work) {
        runs(work);
        long before = SYSTEM.getProcessCpuTime();
        int runs = runs(work);
        return (SYSTEM.getProcessCpuTime() - before) / 1e3 / size / runs;
    }

    private static int runs(Supplier<?> work) {
        long end = System.nanoTime() + 2_000_000_000L;
        int runs = 0;
        do {
            if (work.get() == null) {
                throw new IllegalStateException("nothing done");
            }
            runs++;
        } while (System.nanoTime() < end);
        return runs;
    }

    private static byte[] dossier(int size, boolean open) {
        String road = open ? "" : ", \"hardened-road\": true";
        String villages = IntStream.range(0, size)
                .mapToObj(i -> "{\"name\": \"村" + i + "\", \"households\": 42" + road + "}")
                .collect(Collectors.joining(",\n"));
        return """
                {"plancheck": 1, "kind": "self-assessment", "id": "J", "title": "t", "place": "620821",
                 "as-of": "2025-12-31", "figures": {"villages-of-30-households": %d}, "villages": [
                %s]}
                """.formatted(size, villages).getBytes(StandardCharsets.UTF_8);
    }
}
