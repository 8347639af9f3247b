package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import plancheck.access.Scope;

/** The database goes away and comes back; the disk fills up and has room again. Nobody has to start anything anew. */
class AbsentDatabaseTest {
    private static final int SECONDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path data;

    /** A way to keep the database from answering or saving, and to let it again. */
    private interface Break {
        void begin() throws Exception;

        void end() throws Exception;
    }

    private record Met(TestService service, Browser officer, String token, byte[] dossier) {
        HttpResponse<String> assess() {
            return new Browser(service)
                    .send(new Browser(service)
                            .request("/api/v1/assessments")
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/yaml")
                            .POST(BodyPublishers.ofByteArray(dossier)));
        }

        String signIn() {
            Browser browser = new Browser(service);
            browser.get("/login");
            HttpResponse<String> in =
                    browser.post("/login", Map.of("username", "jingchuan", "password", TestService.PASSWORD));
            return in.statusCode() == 503
                    ? in.body()
                    : in.headers().firstValue("Location").orElse("");
        }

        HttpResponse<String> health() {
            return new Browser(service).get("/actuator/health");
        }

        void untilWell() throws Exception {
            until(this::isWell);
        }

        private boolean isWell() {
            return health().statusCode() == 200
                    && assess().statusCode() == 201
                    && signIn().endsWith("/home")
                    && officer.get("/dossiers").statusCode() == 200;
        }
    }

    private static void until(BooleanSupplier so) {
        Awaitility.await().atMost(Duration.ofSeconds(SECONDS)).until(so::getAsBoolean);
    }

    private static void goesAndComesBack(TestService service, Break broken, boolean reads, String said, String brief)
            throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            Met met = new Met(
                    service,
                    Browser.signedIn(service, "jingchuan"),
                    service.token("", Scope.ASSESS),
                    Files.readAllBytes(Path.of("test-cases", "dossiers", "village-road-project.yaml")));
            met.untilWell();
            for (int round = 0; round < 2; round++) {
                broken.begin();
                try {
                    isTold(met, reads, said, brief);
                } finally {
                    broken.end();
                }
                met.untilWell();
            }
            assertTrue(log.list.size() < 100, () -> "the log has " + log.list.size() + " lines: " + log.list);
        } finally {
            root.detachAppender(log);
            service.close();
        }
    }

    private static void isTold(Met met, boolean reads, String said, String brief) throws Exception {
        HttpResponse<String> refused = met.assess();
        assertEquals(503, refused.statusCode(), refused.body());
        assertTrue(refused.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
        assertTrue(refused.body().contains(said), refused.body());

        until(() -> met.health().statusCode() == 503);
        String health = met.health().body();
        assertTrue(health.contains("\"DOWN\"") && health.contains("\"" + brief + "\""), health);

        String signIn = met.signIn();
        assertFalse(signIn.contains("failed"), "a right password is not wrong: " + signIn);
        for (String open : new String[] {"/check", "/plans", "/", "/login?away"}) {
            assertEquals(200, met.officer().get(open).statusCode(), open);
            assertEquals(200, new Browser(met.service()).get(open).statusCode(), open);
        }
        if (!reads) {
            HttpResponse<String> page = met.officer().get("/dossiers");
            assertEquals(503, page.statusCode());
            assertTrue(page.body().contains(said) && page.body().contains("<html"), page.body());
            assertTrue(signIn.contains("away"), signIn);
        }
        for (int i = 0; i < 12; i++) {
            assertTrue(met.assess().statusCode() >= 500);
        }
    }

    @Test
    void with_room_on_the_disk_again_it_goes_on_by_itself() throws Exception {
        FullDisk.register();
        String url = "jdbc:h2:full:" + data.resolve("db")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        goesAndComesBack(
                TestService.start(url, Map.of()),
                new Break() {
                    @Override
                    public void begin() {
                        FullDisk.FULL.set(true);
                    }

                    @Override
                    public void end() {
                        FullDisk.FULL.set(false);
                    }
                },
                true,
                "磁盘已满",
                "the disk is full or cannot be written to");
    }

    /** A real disk of a few megabytes, where mounting one is allowed. */
    @Test
    void a_real_disk_that_was_full_is_used_again() throws Exception {
        assumeTrue(mount("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", data.toString()), "no disk can be mounted");
        Path filler = data.resolve("filler");
        try {
            goesAndComesBack(
                    TestService.start(data.resolve("d"), "", Map.of()),
                    new Break() {
                        @Override
                        public void begin() throws IOException {
                            try (OutputStream out = Files.newOutputStream(filler)) {
                                for (int size : new int[] {1 << 16, 1 << 10, 1}) {
                                    fill(out, size);
                                }
                            } catch (IOException full) {
                                // which is what it is to be
                            }
                        }

                        @Override
                        public void end() throws IOException {
                            Files.delete(filler);
                        }
                    },
                    true,
                    "磁盘已满",
                    "the disk is full or cannot be written to");
        } finally {
            mount("umount", "-l", data.toString());
        }
    }

    private static void fill(OutputStream out, int size) {
        try {
            while (true) {
                out.write(new byte[size]);
            }
        } catch (IOException full) {
            // with less next time
        }
    }

    private static boolean mount(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream said = process.getInputStream()) {
                said.readAllBytes();
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_postgresql_that_was_stopped_is_used_again_once_it_is_back() throws Exception {
        Server server = new Server(data.resolve("pg"));
        server.end();
        try {
            goesAndComesBack(
                    TestService.start(server.url(), Map.of()),
                    server,
                    false,
                    "数据库暂时连不上",
                    "the database cannot be reached");
        } finally {
            server.begin();
        }
    }

    private static final class Server implements Break {
        private final Path folder;
        private int port;
        private @org.jspecify.annotations.Nullable EmbeddedPostgres running;

        Server(Path folder) {
            this.folder = folder;
        }

        String url() {
            return Objects.requireNonNull(running).getJdbcUrl("postgres", "postgres");
        }

        @Override
        public void end() throws IOException {
            var builder = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
            if (port > 0) {
                builder.setPort(port);
            }
            running = builder.start();
            port = running.getPort();
        }

        @Override
        public void begin() throws IOException {
            Objects.requireNonNull(running).close();
        }
    }
}
