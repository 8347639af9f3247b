package plancheck.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where rule books come from: the shipped one, compiled in the build, or a directory, compiled once and kept
 * by its digest. Rules are code, so a directory must lie on this machine's file system.
 */
public final class RuleBooks {
    private static final String TREE = "rulebook.json";
    private static final String RULES = "rulebook.kjar";

    private static @Nullable RuleBook shipped;

    private RuleBooks() {}

    /** The rule book that comes with plancheck. It never changes, so it is opened once. */
    public static synchronized RuleBook shipped() {
        RuleBook book = shipped;
        if (book == null) {
            book = openShipped();
            shipped = book;
        }
        return book;
    }

    private static RuleBook openShipped() {
        try (InputStream tree = RuleBooks.class.getResourceAsStream("/rulebook/" + TREE);
                InputStream rules = RuleBooks.class.getResourceAsStream("/rulebook/" + RULES)) {
            if (tree == null || rules == null) {
                throw new RuleBookException(
                        List.of(new RuleBookProblem(TREE, 0, "程序包内没有编译好的规则库", "请重新构建或重新下载 plancheck.jar")));
            }
            return open(tree.readAllBytes(), rules.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the shipped rule book", e);
        }
    }

    /** Told while rules are compiled, which takes seconds. */
    public interface Watch {
        void begins(int files);

        void ends();
    }

    /**
     * The rule book of a directory. What is kept of an earlier time is used only if it is whole.
     *
     * @param cache where compiled rule books are kept, by program version and digest
     * @throws RuleBookException when the rules are empty, incomplete or wrong
     */
    public static RuleBook of(Path directory, Path cache, Watch watch) {
        RuleBookSources sources = RuleBookSources.read(directory);
        String version = RuleBooks.class.getPackage().getImplementationVersion();
        Path kept = cache.resolve(version == null ? "dev" : version).resolve(sources.digest());
        try {
            RuleBook book = kept(kept);
            if (book == null) {
                compile(sources, kept, watch);
                book = open(Files.readAllBytes(kept.resolve(TREE)), Files.readAllBytes(kept.resolve(RULES)));
            }
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the compiled rule book in " + cache, e);
        }
    }

    /** The rule book compiled earlier; null when there is none, or what there is cannot be loaded. */
    private static @Nullable RuleBook kept(Path kept) throws IOException {
        if (!Files.exists(kept.resolve(TREE)) || !Files.exists(kept.resolve(RULES))) {
            return null;
        }
        try {
            return open(Files.readAllBytes(kept.resolve(TREE)), Files.readAllBytes(kept.resolve(RULES)));
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    private static void compile(RuleBookSources sources, Path into, Watch watch) throws IOException {
        JsonNode tree = checked(sources);
        watch.begins(sources.rules().size());
        try {
            compile(sources, tree, into);
        } finally {
            watch.ends();
        }
    }

    /** Reads and checks everything but the rules' bodies; enough to list and verify it, not to check a dossier with. */
    public static RuleBook uncompiled(RuleBookSources sources) {
        return new RuleBookReader(sources.parsed()).check();
    }

    /** Compiles without keeping anything, for one use. */
    public static RuleBook compile(RuleBookSources sources) {
        JsonNode tree = checked(sources);
        return open(
                RuleBookSources.JSON.writeValueAsBytes(tree), CompiledRules.compile(sources.rules(), sources.digest()));
    }

    /**
     * Compiles into a directory that {@link #of} and {@link #shipped} can open. The tree is written last and moved
     * into place, so that a half-written one is never taken for whole.
     */
    public static void compile(RuleBookSources sources, Path into) throws IOException {
        compile(sources, checked(sources), into);
    }

    /** Reading comes first: its problems are found in a moment, and say more than a compiler's. */
    private static JsonNode checked(RuleBookSources sources) {
        JsonNode tree = sources.parsed();
        new RuleBookReader(tree).check();
        return tree;
    }

    private static void compile(RuleBookSources sources, JsonNode tree, Path into) throws IOException {
        Files.createDirectories(into);
        write(into.resolve(RULES), CompiledRules.compile(sources.rules(), sources.digest()));
        write(into.resolve(TREE), RuleBookSources.JSON.writeValueAsBytes(tree));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path part = Files.createTempFile(file.getParent(), "part", "");
        Files.write(part, content);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static RuleBook open(byte[] tree, byte[] rules) {
        JsonNode parsed = RuleBookSources.JSON.readTree(tree);
        RuleBook book = new RuleBookReader(parsed)
                .read(CompiledRules.load(rules, parsed.path("digest").asString()));
        long compiled = book.rules().getKiePackages().stream()
                .mapToLong(p -> p.getRules().size())
                .sum();
        if (compiled != book.provisions().size()) {
            throw new RuleBookException(List.of(new RuleBookProblem(
                    RULES, 0, "规则库不完整：应有" + book.provisions().size() + "条，只有" + compiled + "条", "请重新构建，或删除缓存后再试")));
        }
        return book;
    }
}
