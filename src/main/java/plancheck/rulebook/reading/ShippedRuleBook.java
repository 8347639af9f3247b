package plancheck.rulebook.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plancheck.rulebook.RuleBookException;

/** Run by the build: reads and checks the rules' directory and writes its tree into the resources. */
public final class ShippedRuleBook {
    private ShippedRuleBook() {}

    /**
     * @param args the rules' directory and the directory to write to
     */
    public static void main(String[] args) throws IOException {
        try {
            RuleBookSources sources = RuleBookSources.read(Path.of(args[0]));
            RuleBooks.of(sources);
            Files.createDirectories(Path.of(args[1]));
            Files.write(Path.of(args[1], RuleBooks.TREE), RuleBookSources.JSON.writeValueAsBytes(sources.parsed()));
        } catch (RuleBookException e) {
            e.problems().forEach(problem -> System.err.println("rules/" + problem));
            throw new IllegalStateException("the rule book has " + e.problems().size() + " problems", e);
        }
    }
}
