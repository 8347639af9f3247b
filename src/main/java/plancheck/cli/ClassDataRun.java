package plancheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plancheck.rulebook.reading.RuleBooks;
import plancheck.service.Service;
import plancheck.service.Settings;

/**
 * Run by the build with the JVM told to archive the classes that are used, so that later starts are quick: once for
 * {@code check}, once for {@code serve}.
 */
final class ClassDataRun {
    private static final List<String> PAGES = List.of("/", "/login", "/v3/api-docs");

    private ClassDataRun() {}

    public static void main(String[] args) throws IOException {
        Main.quiet(args);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, System.err, StandardCharsets.UTF_8);
        if (args[0].equals("serve")) {
            // The command itself would not end; its help loads what reads the command line.
            Main.run(new String[] {"serve", "--help"}, terminal);
            service();
            System.exit(Exit.OK);
        }
        int exit = Main.run(new String[] {"check", "test-cases/dossiers/jingchuan-2023.yaml"}, terminal);
        System.exit(exit >= Exit.USAGE ? exit : Exit.OK);
    }

    private static void service() throws IOException {
        Path data = Files.createTempDirectory("plancheck");
        Settings settings = new Settings("127.0.0.1", 0, data, "", "", "", true);
        try (Service.RunningService service = Service.start(RuleBooks.shipped(), settings, Map.of())) {
            for (String page : PAGES) {
                try (InputStream answer = URI.create("http://127.0.0.1:" + service.port() + page)
                        .toURL()
                        .openStream()) {
                    answer.readAllBytes();
                }
            }
        } finally {
            remove(data);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
