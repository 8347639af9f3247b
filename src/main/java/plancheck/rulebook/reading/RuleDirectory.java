package plancheck.rulebook.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBookProblem;

/**
 * The files of a rules' directory, read within bounds. A file that looks like a part of the rules is read or is a problem, and
 * nothing is read that lies elsewhere; what does not look like one, and all that is hidden, is left alone.
 */
final class RuleDirectory {
    private static final int MOST_FILES = 10_000;
    private static final int MOST_ENTRIES = 50_000;
    private static final int LARGEST_FILE = 2_000_000;
    private static final int LARGEST_OF_ALL = 20_000_000;
    private static final int DEEPEST = 8;
    private static final Pattern SOURCE = Pattern.compile("(?i).*\\.(drl|ya?ml)");
    private static final Pattern OURS = Pattern.compile(
            ".*\\.drl|(rulebook|indicators|indicators/[^/]+|rulings|places|exceptions|bureaus|checks|[^/]+/plan|[^/]+/works|[^/]+/[^/]+/changes)\\.yaml");

    private final Path directory;
    private final List<RuleBookProblem> problems;
    private final Map<String, String> files = new TreeMap<>();
    private long size;

    RuleDirectory(Path directory, List<RuleBookProblem> problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** Path, with forward slashes, to text. */
    Map<String, String> files() {
        Phrase advice = Message.of("rulebook.check-rules-option");
        try {
            Path real = directory.toRealPath();
            if (!Files.isDirectory(real)) {
                problem(directory.toString(), Message.of("rulebook.no-directory"), advice);
                return files;
            }
            try (Stream<Path> walk = Files.walk(real, DEEPEST)) {
                List<Path> all = walk.limit(MOST_ENTRIES + 1L).sorted().toList();
                if (all.size() > MOST_ENTRIES) {
                    problem(directory.toString(), Message.of("rulebook.too-many-files"), advice);
                    return files;
                }
                for (Path each : all) {
                    read(real, each);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problem(directory.toString(), Message.of("rulebook.directory-unreadable", reason(e)), advice);
        }
        return files;
    }

    private void read(Path root, Path file) throws IOException {
        Path below = root.relativize(file);
        String name = below.toString().replace('\\', '/');
        if (Stream.of(name.split("/")).anyMatch(part -> part.startsWith("."))) {
            return;
        }
        if (below.getNameCount() == DEEPEST && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            problem(name, Message.of("rulebook.directories-too-deep"), Message.of("rulebook.rules-below-chapters"));
        }
        if (Files.isSymbolicLink(file) && leads(root, file)) {
            problem(name, Message.of("rulebook.link-leads-out"), Message.of("rulebook.copy-file-into-it"));
            return;
        }
        if (!SOURCE.matcher(name).matches()) {
            return;
        }
        if (!OURS.matcher(name).matches() || !Files.isRegularFile(file)) {
            problem(name, Message.of("rulebook.stray-file"), Message.of("rulebook.what-rules-hold"));
            return;
        }
        take(file, name);
    }

    /** Whether a link leads elsewhere, or nowhere. */
    private static boolean leads(Path root, Path link) {
        try {
            return !link.toRealPath().startsWith(root);
        } catch (IOException e) {
            return true;
        }
    }

    private void take(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = files.size() < MOST_FILES && size < LARGEST_OF_ALL ? in.readNBytes(LARGEST_FILE + 1) : null;
            if (bytes == null || bytes.length > LARGEST_FILE) {
                problem(
                        name,
                        Message.of("rulebook.rule-files-too-large"),
                        Message.of("rulebook.rule-files-at-most", LARGEST_FILE, LARGEST_OF_ALL, MOST_FILES));
                return;
            }
            size += bytes.length;
            files.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            problem(name, Message.of("rulebook.file-not-utf-8"), Message.of("rulebook.save-it-as-utf-8"));
        } catch (IOException e) {
            problem(
                    name,
                    Message.of("rulebook.file-unreadable", reason(e)),
                    Message.of("rulebook.check-your-right-to-read-it"));
        }
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT) + " " + e.getMessage();
    }

    private void problem(String file, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(file, 0, message, advice));
    }
}
