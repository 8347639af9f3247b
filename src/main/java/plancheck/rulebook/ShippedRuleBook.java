package plancheck.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/** Run by the build: compiles the rules' directory into the resources, unless what lies there is up to date. */
public final class ShippedRuleBook {
    private ShippedRuleBook() {}

    /**
     * @param args the rules' directory and the directory to write to
     */
    public static void main(String[] args) throws IOException {
        RuleBookSources sources = RuleBookSources.read(Path.of(args[0]));
        Path into = Path.of(args[1]);
        Path tree = into.resolve("rulebook.json");
        if (isUpToDate(tree, sources.digest())) {
            return;
        }
        try {
            RuleBooks.compile(sources, into);
        } catch (RuleBookException e) {
            e.problems().forEach(problem -> System.err.println("rules/" + problem));
            throw new IllegalStateException("the rule book has " + e.problems().size() + " problems", e);
        }
    }

    /** Made of the same rules, and after the classes that read and compile them. */
    private static boolean isUpToDate(Path tree, String digest) throws IOException {
        if (!Files.exists(tree) || !Files.readString(tree).contains(digest)) {
            return false;
        }
        Path classes = tree.resolve("../../plancheck").normalize();
        try (Stream<Path> walk = Files.walk(classes)) {
            FileTime made = Files.getLastModifiedTime(tree);
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
