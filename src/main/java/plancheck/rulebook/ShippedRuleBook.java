package plancheck.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        if (Files.exists(tree) && Files.readString(tree).contains(sources.digest())) {
            return;
        }
        try {
            RuleBooks.compile(sources, into);
        } catch (RuleBookException e) {
            e.problems().forEach(problem -> System.err.println("rules/" + problem));
            throw new IllegalStateException("the rule book has " + e.problems().size() + " problems", e);
        }
    }
}
