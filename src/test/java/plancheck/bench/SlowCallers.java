package plancheck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import plancheck.PackagedService;

/**
 * The packaged service while others make trouble: forty that send slowly, a hundred at once without an account, and
 * thirty-six large uploads. All the while its health is asked for, and a program with a token hands in dossiers.
 */
public final class SlowCallers {
    private static final int SECONDS = 10;
    private static final List<String> SLOW = List.of("/check/form", "/check/upload", "/login");
    private static final String UPLOAD = "multipart/form-data; boundary=x";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client = HttpClient.newHttpClient();
    private final PackagedService service;
    private final byte[] dossier;
    private final Map<String, Integer> said = new ConcurrentSkipListMap<>();

    private SlowCallers(PackagedService service, byte[] dossier) {
        this.service = service;
        this.dossier = dossier;
    }

    /** Trouble that is made until told otherwise. */
    private interface Trouble {
        void make(AtomicBoolean on) throws IOException, InterruptedException;
    }

    /** Prints the table; takes about two minutes with the start. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("plancheck-slow");
        PackagedService service = PackagedService.start(data, "", "");
        try {
            byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml"));
            SlowCallers callers = new SlowCallers(service, dossier);
            System.out.printf("%nJDK %s, %d s each%n%n", Runtime.version().feature(), SECONDS);
            System.out.printf(
                    "%-34s %8s %8s %8s   %8s %8s %8s   %s%n",
                    "beside", "health", "p50 ms", "max ms", "stored", "p50 ms", "max ms", "answers to the others");
            callers.row("(warm-up)", 1, on -> {});
            callers.row("nobody", 1, on -> {});
            callers.row("forty slow senders", 40, callers::sendSlowly);
            callers.row("a hundred without an account", 100, callers::askForChecks);
            callers.row("36 uploads of 20,000 villages", 36, callers::uploadMuch);
            callers.row("nobody, afterwards", 1, on -> {});
            long told = System.nanoTime();
            service.stop();
            System.out.printf("%nended %d ms after it was told to%n", (System.nanoTime() - told) / 1_000_000);
        } finally {
            service.stop();
        }
    }

    private void row(String beside, int many, Trouble trouble) throws InterruptedException {
        said.clear();
        AtomicBoolean on = new AtomicBoolean(true);
        ExecutorService others = Executors.newFixedThreadPool(many);
        for (int i = 0; i < many; i++) {
            others.execute(() -> {
                try {
                    trouble.make(on);
                } catch (IOException | UncheckedIOException e) {
                    count("broken off");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        TimeUnit.SECONDS.sleep(1);
        List<Long> health = new ArrayList<>();
        List<Long> stored = new ArrayList<>();
        int asked = 0;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS); System.nanoTime() < end; asked++) {
            timed(health, () -> get("/actuator/health") == 200);
            timed(stored, () -> service.assessed(dossier, "return=minimal") == 201);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        on.set(false);
        others.shutdownNow();
        others.awaitTermination(1, TimeUnit.MINUTES);
        System.out.printf(
                "%-34s %8s %8d %8d   %8s %8d %8d   %s%n",
                beside,
                health.size() + "/" + asked,
                millis(health, 0.5),
                millis(health, 1),
                stored.size() + "/" + asked,
                millis(stored, 0.5),
                millis(stored, 1),
                said);
    }

    private interface Question {
        boolean isAnswered() throws IOException, InterruptedException;
    }

    private static void timed(List<Long> times, Question question) throws InterruptedException {
        long start = System.nanoTime();
        try {
            if (question.isAnswered()) {
                times.add(System.nanoTime() - start);
            }
        } catch (IOException | UncheckedIOException notAnswered) {
            return; // which the table shows
        }
    }

    private static long millis(List<Long> nanos, double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.isEmpty() ? -1 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1_000_000;
    }

    private void count(String what) {
        said.merge(what, 1, Integer::sum);
    }

    private int get(String path) throws IOException, InterruptedException {
        return client.send(to(path).GET().build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path)).timeout(Duration.ofSeconds(30));
    }

    /** A byte a second, again and again. */
    private void sendSlowly(AtomicBoolean on) throws IOException, InterruptedException {
        String path = SLOW.get((int) (Thread.currentThread().getId() % SLOW.size()));
        String type = path.endsWith("upload") ? UPLOAD : FORM;
        while (on.get()) {
            try (Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(service.url()).getPort())) {
                String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                        + "\r\nContent-Length: 100000\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
                while (on.get() && socket.getInputStream().available() == 0) {
                    socket.getOutputStream().write('a');
                    TimeUnit.SECONDS.sleep(1);
                }
                byte[] status = socket.getInputStream().available() == 0
                        ? new byte[0]
                        : socket.getInputStream().readNBytes(12);
                count(status.length < 12 ? "none" : new String(status, 9, 3, StandardCharsets.UTF_8));
            }
        }
    }

    private void askForChecks(AtomicBoolean on) throws IOException, InterruptedException {
        while (on.get()) {
            count(String.valueOf(upload(dossier)));
        }
    }

    private void uploadMuch(AtomicBoolean on) throws IOException, InterruptedException {
        StringBuilder villages = new StringBuilder(new String(dossier, StandardCharsets.UTF_8)).append("\nvillages:\n");
        for (int i = 0; i < 20_000; i++) {
            villages.append("- {name: 第").append(i).append("村, households: 42}\n");
        }
        byte[] large = villages.toString().getBytes(StandardCharsets.UTF_8);
        while (on.get()) {
            count(String.valueOf(upload(large)));
        }
    }

    private int upload(byte[] file) throws IOException, InterruptedException {
        byte[] start = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.yaml\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        HttpRequest request = to("/check/upload")
                .header("Content-Type", UPLOAD)
                .POST(BodyPublishers.ofByteArrays(List.of(start, file, end)))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
