package plancheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged service under eight clients at once, and killed twice meanwhile: what it has acknowledged, it has.
 * Each database has a process of its own, which waits much for its disk: they run side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class PackagedServiceIT {
    private static final int CLIENTS = 8;
    private static final int ASSESSMENTS = 300;
    private static final int PATIENCE = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final List<Integer> KILLED_AFTER = List.of(80, 160);

    @TempDir
    private Path directory;

    @Test
    void nothing_acknowledged_is_lost_or_doubled_on_h2() throws Exception {
        killedInTheMiddle(PackagedService.startBriefly(directory, "", ""));
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            killedInTheMiddle(
                    PackagedService.startBriefly(directory, postgres.getJdbcUrl("postgres", "postgres"), "postgres"));
        }
    }

    /** Every key is sent until it is acknowledged, and every third once more: the answers must be the same. */
    private static void killedInTheMiddle(PackagedService service) throws Exception {
        try {
            Map<String, String> acknowledged = new ConcurrentHashMap<>();
            for (int after : KILLED_AFTER) {
                clients(service, acknowledged, after);
                int before = acknowledged.size();
                assertTrue(before >= after && before < ASSESSMENTS, "killed in the middle: after " + before);
                service.restart();
                for (String location : acknowledged.values()) {
                    HttpResponse<String> kept = service.get(location);
                    assertEquals(200, kept.statusCode(), location);
                    assertTrue(kept.body().contains("\"completed\""), kept.body());
                }
            }
            clients(service, acknowledged, Integer.MAX_VALUE);

            assertEquals(ASSESSMENTS, acknowledged.size());
            assertEquals(ASSESSMENTS, new HashSet<>(acknowledged.values()).size());
            assertEquals(new HashSet<>(acknowledged.values()), listed(service));
        } finally {
            service.stop();
        }
    }

    /** Eight clients share the keys; the service is killed as soon as so many are acknowledged. */
    private static void clients(PackagedService service, Map<String, String> acknowledged, int killAfter)
            throws Exception {
        List<byte[]> dossiers = dossiers();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger killed = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Callable<Void> work = () -> {
                    for (int i = next.getAndIncrement();
                            i < ASSESSMENTS && killed.get() == 0;
                            i = next.getAndIncrement()) {
                        try {
                            for (int repeat = 0; repeat <= (i % 3 == 0 ? 1 : 0); repeat++) {
                                send(service, dossiers.get(i % dossiers.size()), "key-" + i, acknowledged);
                            }
                        } catch (UncheckedIOException cut) {
                            assertTrue(killAfter < Integer.MAX_VALUE, () -> "not killed, yet: " + cut);
                        }
                        if (acknowledged.size() >= killAfter && killed.getAndIncrement() == 0) {
                            service.kill();
                        }
                    }
                    return null;
                };
                running.add(pool.submit(work));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void send(PackagedService service, byte[] dossier, String key, Map<String, String> acknowledged) {
        HttpResponse<String> answer = service.assess(dossier, key, "return=minimal");
        for (int again = 0; again < PATIENCE && mayBeTriedAgain(answer); again++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = service.assess(dossier, key, "return=minimal");
        }
        assertEquals(201, answer.statusCode(), answer.body());
        String location = answer.headers().firstValue("Location").orElseThrow();
        String earlier = acknowledged.putIfAbsent(key, location);
        assertTrue(earlier == null || earlier.equals(location), key + " is doubled: " + earlier + ", " + location);
    }

    /** A disk that stalls for long is answered for with 503 and a time after which to come again, as a workflow then does. */
    private static boolean mayBeTriedAgain(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    /** One in a dozen large: what is lost or doubled does not depend on how long a check takes. */
    private static List<byte[]> dossiers() throws IOException {
        List<byte[]> small = new ArrayList<>();
        for (String name : List.of("sewage-project", "village-road-project", "compound-renovation-project")) {
            small.add(Files.readAllBytes(Path.of("test-cases/dossiers", name + ".yaml")));
        }
        List<byte[]> dossiers = new ArrayList<>(
                Collections.nCopies(4, small).stream().flatMap(List::stream).toList());
        dossiers.set(0, Files.readAllBytes(Path.of("test-cases/dossiers/jingchuan-2023.yaml")));
        return dossiers;
    }

    /** All assessments the service says it has. */
    private static Set<String> listed(PackagedService service) {
        Set<String> found = new HashSet<>();
        for (int page = 0; ; page++) {
            HttpResponse<String> answer = service.get("/api/v1/assessments?limit=200&offset=" + page * 200);
            assertEquals(200, answer.statusCode(), answer.body());
            JsonNode items = JsonMapper.shared().readTree(answer.body()).path("items");
            if (items.isEmpty()) {
                return found;
            }
            items.forEach(
                    item -> found.add("/api/v1/assessments/" + item.path("id").asString()));
        }
    }
}
