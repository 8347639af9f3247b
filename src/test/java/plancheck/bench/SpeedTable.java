package plancheck.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints how quick the check is beside plain Java. Other work on the machine would blur a clock, so what is compared is
 * dossiers per second of processor time; the ways take turns, each time in a fresh process.
 */
final class SpeedTable {
    private static final int ROUNDS = 3;
    private static final double MICROS = 1e6;

    /** A way to check, and the least part of plain Java's speed that is asked of it. */
    private enum Way {
        PLAIN("plainJava", "plain Java", 1),
        SINGLE("sessionPerDossier", "session per dossier", 0.20),
        FIFTY("fiftyPerSession", "fifty dossiers per session", 0.25);

        private final String benchmark;
        private final String label;
        private final double asked;

        Way(String benchmark, String label, double asked) {
            this.benchmark = benchmark;
            this.label = label;
            this.asked = asked;
        }
    }

    /** What was measured of each way, round by round. */
    private static final class Scores {
        private final Map<Way, List<Double>> perSecond = new EnumMap<>(Way.class);
        private final Map<Way, List<Double>> perCpuSecond = new EnumMap<>(Way.class);

        void add(Way way, RunResult result) {
            add(perSecond, way, MICROS / result.getPrimaryResult().getScore());
            add(
                    perCpuSecond,
                    way,
                    MICROS / result.getSecondaryResults().get(CpuTime.RESULT).getScore());
        }

        private static void add(Map<Way, List<Double>> scores, Way way, double score) {
            scores.computeIfAbsent(way, w -> new ArrayList<>()).add(score);
        }

        double perSecond(Way way) {
            return median(perSecond.get(way));
        }

        double perCpuSecond(Way way) {
            return median(perCpuSecond.get(way));
        }

        double ratio(Way way) {
            return perCpuSecond(way) / perCpuSecond(Way.PLAIN);
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
        }
    }

    private SpeedTable() {}

    /** Ends with status 1 when a ratio is below what is asked. */
    public static void main(String[] args) throws IOException, RunnerException {
        requireEqualReports();
        Scores scores = new Scores();
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : Way.values()) {
                scores.add(way, run(way));
            }
        }
        print(scores);
        if (Stream.of(Way.values()).anyMatch(way -> scores.ratio(way) < way.asked)) {
            System.exit(1);
        }
    }

    private static void requireEqualReports() throws IOException {
        List<String> differences =
                Sample.in(SpeedBenchmark.DIRECTORY, SpeedBenchmark.DOSSIERS).differences();
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    differences.size() + " reports differ, the first of them:\n" + differences.get(0));
        }
    }

    private static RunResult run(Way way) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(SpeedBenchmark.class.getSimpleName() + "\\." + way.benchmark + "$")
                        .addProfiler(CpuTime.class)
                        .forks(1)
                        .warmupIterations(12)
                        .measurementIterations(8)
                        // Compiling in the foreground, so that a starved compiler thread cannot outlast the warm-up.
                        .jvmArgs("-Xms1g", "-Xmx1g", "-Xbatch")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
    }

    private static void print(Scores scores) {
        System.out.printf(
                Locale.ROOT,
                "%nThe same reports for the same %,d dossiers; warm, one thread, median of %d rounds%n%n",
                SpeedBenchmark.DOSSIERS,
                ROUNDS);
        System.out.printf(
                Locale.ROOT, "%-28s %12s %16s %10s %9s%n", "", "dossiers/s", "per CPU second", "of plain", "at least");
        for (Way way : Way.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %,12.0f %,16.0f %10.2f %9.2f%n",
                    way.label,
                    scores.perSecond(way),
                    scores.perCpuSecond(way),
                    scores.ratio(way),
                    way.asked);
        }
    }
}
