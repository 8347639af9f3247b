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
import plancheck.facts.Label;
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
    private static final Pattern OURS =
            Pattern.compile(".*\\.drl|(rulebook|indicators|indicators/[^/]+|rulings|places|[^/]+/plan)\\.yaml");

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
        Label advice = new Label("请检查 --rules 所指目录", "check the directory that --rules names");
        try {
            Path real = directory.toRealPath();
            if (!Files.isDirectory(real)) {
                problem(directory.toString(), new Label("这不是目录", "this is no directory"), advice);
                return files;
            }
            try (Stream<Path> walk = Files.walk(real, DEEPEST)) {
                List<Path> all = walk.limit(MOST_ENTRIES + 1L).sorted().toList();
                if (all.size() > MOST_ENTRIES) {
                    problem(
                            directory.toString(),
                            new Label("目录中的文件过多，不像规则目录", "it holds too many files for a rules' directory"),
                            advice);
                    return files;
                }
                for (Path each : all) {
                    read(real, each);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problem(
                    directory.toString(),
                    Label.filled("规则目录无法读取（%s）", "the rules' directory cannot be read (%s)", reason(e)),
                    advice);
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
            problem(
                    name,
                    new Label("目录层次过深", "directories are nested too deep"),
                    new Label("规则应在 <规划>/<章>/ 之下", "rules stand below <plan>/<chapter>/"));
        }
        if (Files.isSymbolicLink(file) && leads(root, file)) {
            problem(
                    name,
                    new Label("链接指向规则目录之外", "the link leads out of the rules' directory"),
                    new Label("请把文件复制到规则目录内", "copy the file into it"));
            return;
        }
        if (!SOURCE.matcher(name).matches()) {
            return;
        }
        if (!OURS.matcher(name).matches() || !Files.isRegularFile(file)) {
            problem(
                    name,
                    new Label("规则目录中没有这样的文件", "a rules' directory has no such file"),
                    new Label(
                            "可有 rulebook.yaml、indicators.yaml、indicators/*.yaml、rulings.yaml、places.yaml、<规划>/plan.yaml 和 .drl 文件，其他请移走",
                            "it has rulebook.yaml, indicators.yaml, indicators/*.yaml, rulings.yaml, places.yaml, <plan>/plan.yaml and .drl"
                                    + " files; move others away"));
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
                        new Label("规则文件过大或过多", "the rule files are too large or too many"),
                        Label.filled(
                                "每个不超过%s字节，合计不超过%s字节、%s个",
                                "each has at most %s bytes, all together %s bytes in %s files",
                                LARGEST_FILE,
                                LARGEST_OF_ALL,
                                MOST_FILES));
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
            problem(
                    name,
                    new Label("文件不是 UTF-8 编码", "the file is not in UTF-8"),
                    new Label("请用编辑器另存为 UTF-8", "save it as UTF-8"));
        } catch (IOException e) {
            problem(
                    name,
                    Label.filled("文件无法读取（%s）", "the file cannot be read (%s)", reason(e)),
                    new Label("请检查读取权限", "check your right to read it"));
        }
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT) + " " + e.getMessage();
    }

    private void problem(String file, Label message, Label advice) {
        problems.add(new RuleBookProblem(file, 0, message, advice));
    }
}
