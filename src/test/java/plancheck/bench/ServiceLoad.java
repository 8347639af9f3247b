package plancheck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import plancheck.PackagedService;

/**
 * The packaged service under a steady load: so many assessments a second for a minute, each stored, and how long each
 * took. A request's time counts from when it was due, not from when a thread came round to it, so that a stall shows in
 * everything it held up.
 */
public final class ServiceLoad {
    private static final int PER_SECOND = 50;
    private static final int WARM_UP_SECONDS = 90;
    private static final int SECONDS = 60;
    private static final int CLIENTS = 16;
    private static final List<String> DOSSIERS = List.of(
            "jingchuan-2023",
            "lingtai-2022",
            "chongxin-2023",
            "zhuanglang-2024",
            "jingning-2025",
            "kongtong-2024",
            "huating-2022");

    private ServiceLoad() {}

    /** Prints the table; takes about five minutes. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("plancheck-load");
        PackagedService service = PackagedService.start(data, "", "");
        try {
            System.out.printf(
                    "%n%d assessments a second for %d s, seven counties' dossiers in turn, %d clients, stored in an H2 file%n%n",
                    PER_SECOND, SECONDS, CLIENTS);
            System.out.printf(
                    "%-34s %8s %8s %9s %9s %9s %9s%n",
                    "answer", "asked", "stored", "p50 ms", "p95 ms", "p99 ms", "max ms");
            round(service, "return=minimal", WARM_UP_SECONDS);
            print("Prefer: return=minimal", round(service, "return=minimal", SECONDS));
            round(service, "", WARM_UP_SECONDS);
            print("the whole report as JSON", round(service, "", SECONDS));
        } finally {
            service.stop();
        }
    }

    private record Round(int asked, int stored, long[] nanos) {}

    private static Round round(PackagedService service, String prefer, int seconds)
            throws IOException, InterruptedException {
        List<byte[]> dossiers = new ArrayList<>();
        for (String name : DOSSIERS) {
            dossiers.add(Files.readAllBytes(Path.of("test-cases/dossiers", name + ".yaml")));
        }
        int requests = PER_SECOND * seconds;
        long[] nanos = new long[requests];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger stored = new AtomicInteger();
        long start = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> {
                for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                    long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                    waitUntil(due);
                    if (answered(service, dossiers.get(i % dossiers.size()), prefer)) {
                        stored.incrementAndGet();
                    }
                    nanos[i] = System.nanoTime() - due;
                }
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(10L * seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service does not keep up at all");
        }
        return new Round(requests, stored.get(), nanos);
    }

    private static boolean answered(PackagedService service, byte[] dossier, String prefer) {
        try {
            return service.assessed(dossier, prefer) == 201;
        } catch (UncheckedIOException notAnswered) {
            return false;
        }
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void print(String answer, Round round) {
        long[] sorted = round.nanos().clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%-34s %8d %8d %9.1f %9.1f %9.1f %9.1f%n",
                answer,
                round.asked(),
                round.stored(),
                millis(sorted, 0.50),
                millis(sorted, 0.95),
                millis(sorted, 0.99),
                millis(sorted, 1.0));
    }

    private static double millis(long[] sorted, double share) {
        int index = Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1);
        return sorted[index] / 1e6;
    }
}
