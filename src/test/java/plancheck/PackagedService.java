package plancheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.access.Tokens;
import plancheck.rulebook.reading.RuleBooks;
import plancheck.service.Service;
import plancheck.service.Settings;

/** The packaged jar serving, in a process of its own that can be killed. */
public final class PackagedService {
    private static final Pattern STARTED = Pattern.compile("http://[^:]+:(\\d+)/");
    private static final List<String> BRIEFLY = List.of("-XX:TieredStopAtLevel=1");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final Map<String, String> environment;
    private final List<String> options;
    private final String token;
    private final Path said;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;
    private String url;

    private PackagedService(Settings settings, Map<String, String> environment, List<String> options)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.environment = environment;
        this.options = options;
        this.token = token(settings);
        this.said = Files.createTempFile("plancheck", ".log");
        this.process = launch();
        this.url = address();
    }

    /** Starts it with data below the directory, or in the database of the URL; an empty URL means the H2 file. */
    public static PackagedService start(Path data, String database, String user)
            throws IOException, InterruptedException {
        return new PackagedService(new Settings("127.0.0.1", 0, data, database, user, "", true), Map.of(), List.of());
    }

    /** The same for a few minutes, in which the second compiler would take more time than it saves. */
    public static PackagedService startBriefly(Path data, String database, String user)
            throws IOException, InterruptedException {
        return new PackagedService(new Settings("127.0.0.1", 0, data, database, user, "", true), Map.of(), BRIEFLY);
    }

    /** Starts it briefly with data below the directory, and variables beside those of this process. */
    public static PackagedService startBriefly(Path data, Map<String, String> environment)
            throws IOException, InterruptedException {
        return new PackagedService(new Settings("127.0.0.1", 0, data, "", "", "", true), environment, BRIEFLY);
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    /** The first start makes the token, in this process; the jar finds it in the database. */
    private static String token(Settings settings) {
        try (Service.RunningService service = Service.start(RuleBooks.shipped(), settings, Map.of())) {
            Actor system = new Actor("system", "test", Set.of(), "", Set.of());
            return service.context()
                    .getBean(Tokens.class)
                    .issue(system, "load", Set.of(Scope.ASSESS), "", null)
                    .secret();
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("@target/serve.args", "--port", "0"));
        command.addAll(List.of("--data", settings.data().toString()));
        if (!settings.databaseUrl().isEmpty()) {
            command.addAll(List.of("--database", settings.databaseUrl(), "--database-user", settings.databaseUser()));
        }
        Files.writeString(said, "");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Matcher started() throws IOException {
        return STARTED.matcher(Files.readString(said, StandardCharsets.UTF_8));
    }

    private String address() throws IOException, InterruptedException {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || started().find());
        Matcher started = started();
        if (!started.find()) {
            throw new IllegalStateException("it does not start: " + Files.readString(said, StandardCharsets.UTF_8));
        }
        return "http://127.0.0.1:" + started.group(1);
    }

    /** Ends it as a power failure of the process would: {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again with the same data, on another port. */
    public void restart() throws IOException, InterruptedException {
        process = launch();
        url = address();
    }

    /**
     * Hands a dossier in.
     *
     * @param key the idempotency key, empty for none
     * @param prefer for example {@code return=minimal}, empty for nothing
     * @throws UncheckedIOException when it does not answer
     */
    public HttpResponse<String> assess(byte[] dossier, String key, String prefer) {
        return send(handingIn(dossier, key, prefer), BodyHandlers.ofString());
    }

    /** The same for its status; what is answered is received and let go. */
    public int assessed(byte[] dossier, String prefer) {
        return send(handingIn(dossier, "", prefer), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder handingIn(byte[] dossier, String key, String prefer) {
        HttpRequest.Builder request = request("/api/v1/assessments")
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofByteArray(dossier));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!prefer.isEmpty()) {
            request.header("Prefer", prefer);
        }
        return request;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
