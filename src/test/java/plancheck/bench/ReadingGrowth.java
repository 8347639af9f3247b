package plancheck.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.rulebook.reading.RuleBooks;

/**
 * What reading takes as a list grows, right and with every entry twice, and what ten megabytes of nonsense take: {@code
 * mvn -q -P bench test} prints it. Growth is to be seen by the column of microseconds an entry.
 */
public final class ReadingGrowth {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final int ROUNDS = 3;
    private static final String HEAD = """
            plancheck: 1
            kind: self-assessment
            id: 620821-2024-ZP
            title: 泾川县2024年度自评
            place: "620821"
            as-of: "2024-12-31"
            """;

    private final DossierReader reader = new DossierReader(RuleBooks.shipped());
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReadingGrowth() {}

    public static void main(String[] args) {
        new ReadingGrowth().print();
    }

    private void print() {
        measure(villages(1_000, i -> i)); // warms up
        measure(doubled(1_000));
        System.out.printf("%-34s %9s %9s %9s %9s %9s%n", "", "cpu ms", "µs/entry", "alloc MB", "problems", "said kB");
        for (int count : new int[] {1_000, 10_000, 100_000}) {
            row(count + " villages", count, villages(count, i -> i));
            row(count + " villages, each twice", count, doubled(count));
            row(count + " villages, none right", count, villages(count, i -> i).replace("42", "四十二"));
        }
        String village = "{name: %d, households: 42, hardened-road: yes},";
        row("200000 villages without end", 200_000, HEAD + "villages: [\n" + lines(200_000, village::formatted));
        row("165000 villages (10 MB)", 165_000, villages(165_000, i -> i));
        row("165000 villages, each twice", 165_000, doubled(165_000));
        row("10 MB of numbers, JSON", 0, filled("[", "1,"));
        row("10 MB of numbers, YAML", 0, filled(HEAD + "villages:\n", "- 1\n"));
        row("10 MB of empty objects, JSON", 0, filled("{\"villages\":[", "{},"));
        row("10 MB of empty objects, YAML", 0, filled(HEAD + "villages:\n", "- {}\n"));
        row("10 MB of keys, YAML", 0, HEAD + "figures:\n" + lines(700_000, i -> "  f" + i + ": 1"));
        row("10 MB of one key, YAML", 0, filled(HEAD, "a: 1\n"));
        row("10 MB of slips, YAML", 0, filled(HEAD, "a:1\n"));
        row("19000 unknown figures", 19_000, HEAD + "figures:\n" + lines(19_000, i -> "  no-such-" + i + ": 1"));
    }

    private void row(String name, int entries, String text) {
        List<Measured> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(measure(text));
        }
        rounds.sort((a, b) -> Long.compare(a.nanos, b.nanos));
        Measured median = rounds.get(ROUNDS / 2);
        System.out.printf(
                Locale.ROOT,
                "%-34s %9.0f %9s %9.0f %9d %9.1f%n",
                name,
                median.nanos / 1e6,
                entries == 0 ? "" : "%.1f".formatted(median.nanos / 1e3 / entries),
                median.bytes / 1048576.0,
                median.problems,
                median.said / 1024.0);
    }

    /** @param said characters of all messages */
    private record Measured(long nanos, long bytes, int problems, long said) {}

    private Measured measure(String text) {
        byte[] dossier = text.getBytes(StandardCharsets.UTF_8);
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long before = system.getProcessCpuTime();
        DossierReading reading = reader.read(dossier);
        long nanos = system.getProcessCpuTime() - before;
        long said = reading.problems().stream()
                .mapToLong(problem -> problem.said().zh().length())
                .sum();
        return new Measured(
                nanos,
                threads.getCurrentThreadAllocatedBytes() - allocated,
                reading.problems().size(),
                said);
    }

    private static String doubled(int count) {
        return villages(count, i -> i / 2);
    }

    private static String villages(int count, IntFunction<Integer> number) {
        return HEAD
                + "villages:\n"
                + lines(count, i -> "  - { name: 村%d, households: 42, hardened-road: yes }".formatted(number.apply(i)));
    }

    private static String filled(String start, String again) {
        return start + again.repeat((TEN_MEGABYTES - start.getBytes(StandardCharsets.UTF_8).length) / again.length());
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
