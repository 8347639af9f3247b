package plancheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.Nearest;

/**
 * A format and the file it goes to.
 *
 * @param file null for standard output
 */
record Output(String format, @Nullable Path file) {

    /**
     * What the user wrote after {@code -f}, files first, so that nothing is on the screen when one cannot be written.
     *
     * @param inputs the dossiers, none of which may be written over
     */
    static List<Output> of(List<String> written, List<String> inputs) {
        List<Output> outputs = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        inputs.stream().filter(input -> !input.equals("-")).forEach(input -> taken.add(path(input)));
        for (String text : written.isEmpty() ? List.of("text") : written) {
            Output output = one(text);
            if (output.file != null && !taken.add(path(output.file.toString()))) {
                throw usage(Message.of("cli.output-twice", text));
            }
            outputs.add(output);
        }
        if (outputs.stream().filter(o -> o.file == null).count() > 1) {
            throw usage(Message.of("cli.several-on-screen"));
        }
        outputs.sort(Comparator.comparing(output -> output.file == null));
        return outputs;
    }

    /** Of commands that say something for people or for programs: true for {@code json}, false for {@code text}. */
    static boolean isJson(String format) {
        return switch (format) {
            case "json" -> true;
            case "text" -> false;
            default -> throw usage(Message.of("cli.no-such-format", format, List.of("text", "json")));
        };
    }

    private static Output one(String text) {
        int equals = text.indexOf('=');
        String format = equals < 0 ? text : text.substring(0, equals);
        if (!ReportWriter.FORMATS.contains(format)) {
            String near = Nearest.to(format, ReportWriter.FORMATS);
            throw usage(
                    near.isEmpty()
                            ? Message.of("cli.no-such-format", format, List.copyOf(ReportWriter.FORMATS))
                            : Message.of("cli.no-such-format-near", format, near, List.copyOf(ReportWriter.FORMATS)));
        }
        if (equals < 0) {
            return new Output(format, null);
        }
        String name = text.substring(equals + 1);
        if (name.isBlank()) {
            throw usage(Message.of("cli.output-without-file", text, format));
        }
        Path file = path(name);
        Path folder = file.getParent();
        if (Files.isDirectory(file)) {
            throw new CliException(Exit.NOT_WRITTEN, Message.of("cli.output-is-directory", name));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException(Exit.NOT_WRITTEN, Message.of("cli.output-without-directory", name));
        }
        return new Output(format, Path.of(name));
    }

    /** Absolute, so that two spellings of one file are the same. */
    private static Path path(String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw usage(Message.of("cli.no-file-name", name));
        }
    }

    /** Writes the report whole, or says that it is not. */
    void write(String text, Terminal terminal) {
        if (file == null) {
            terminal.write(text, !format.equals("text"));
            return;
        }
        write(file, text.getBytes(StandardCharsets.UTF_8), terminal);
    }

    /** Writes a file whole, or says that it is not. */
    static void write(Path file, byte[] content, Terminal terminal) {
        try {
            new TargetFile(file).write(content);
        } catch (IOException e) {
            throw new CliException(Exit.NOT_WRITTEN, Message.of("cli.output-not-whole", file, e.getMessage()));
        }
        terminal.say(Message.of("cli.output-written", file));
    }

    private static CliException usage(Message message) {
        return CliException.usage(message);
    }
}
