package plancheck.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;
import plancheck.web.form.FormWork;

/**
 * What a row of a list costs the service when a form is sent, in lists of 1,000, 10,000 and 100,000 rows: processor time
 * for each row, the garbage collector's included, and how many times that of the shortest list. {@code mvn -q -P growth test} prints the table.
 */
public final class FormGrowth {
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int ROUNDS = 3;

    /** So many rows at least are worked on in a round, so that a short list is not measured by a tick of the clock. */
    private static final int ROWS = 30_000;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private FormGrowth() {}

    public static void main(String[] args) {
        RuleBook book = RuleBooks.shipped();
        Map<String, double[]> micros = new LinkedHashMap<>();
        for (int size = 0; size < SIZES.length; size++) {
            FormWork work = new FormWork(book, SIZES[size]);
            measure("rows unpacked", work::unpacked, size, micros);
            measure("read and written", work::written, size, micros);
            measure("page and packing", work::shown, size, micros);
        }
        System.out.printf(
                "%n%-20s %12s %12s %12s %18s%n", "µs a row", "1,000", "10,000", "100,000", "100,000 to 1,000");
        double[] all = new double[SIZES.length];
        micros.values().forEach(each -> Arrays.setAll(all, size -> all[size] + each[size]));
        micros.put("all of it", all);
        micros.forEach((what, each) -> System.out.printf(
                "%-20s %12.2f %12.2f %12.2f %18.2f%n", what, each[0], each[1], each[2], each[2] / each[0]));
    }

    private static void measure(String what, IntSupplier work, int size, Map<String, double[]> micros) {
        int times = Math.max(1, ROWS / SIZES[size]);
        double[] rounds = new double[ROUNDS];
        long done = 0; // looked at below, so that nothing is left out
        for (int round = -1; round < ROUNDS; round++) { // the first warms up
            long before = PROCESS.getProcessCpuTime();
            for (int i = 0; i < times; i++) {
                done += work.getAsInt();
            }
            if (round >= 0) {
                rounds[round] = (PROCESS.getProcessCpuTime() - before) / 1e3 / times / SIZES[size];
            }
        }
        if (done == 0) {
            throw new IllegalStateException(what + " did nothing");
        }
        Arrays.sort(rounds);
        micros.computeIfAbsent(what, none -> new double[SIZES.length])[size] = rounds[ROUNDS / 2];
    }
}
