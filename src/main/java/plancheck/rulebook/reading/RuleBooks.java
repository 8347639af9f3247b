package plancheck.rulebook.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;

/** Where rule books come from: the shipped one, read in the build into one tree, or a directory, read anew each time. */
public final class RuleBooks {
    /** Where the tree of the shipped one lies among the resources. */
    static final String TREE = "rulebook.json";

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
        try (InputStream tree = RuleBooks.class.getResourceAsStream("/rulebook/" + TREE)) {
            if (tree == null) {
                throw new RuleBookException(List.of(new RuleBookProblem(
                        TREE,
                        0,
                        Message.of("rulebook.no-rule-book-in-program"),
                        Message.of("rulebook.build-or-fetch-plancheck-jar-anew"))));
            }
            return new RuleBookReader(RuleBookSources.JSON.readTree(tree)).read();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the shipped rule book", e);
        }
    }

    /**
     * The rule book of a directory on this machine's file system.
     *
     * @throws RuleBookException when the rules are empty, incomplete or wrong
     */
    public static RuleBook of(Path directory) {
        return of(RuleBookSources.read(directory));
    }

    /**
     * Of the rule book of a directory the clauses whose files hold a provision, or such as its id begins; what stands in
     * other rule files is not read, nor whether the plans' relations name provisions that there are. The whole rule book
     * when no file holds one.
     *
     * @throws RuleBookException when what is read is incomplete or wrong
     */
    public static RuleBook of(Path directory, String id) {
        RuleBookSources sources = RuleBookSources.read(directory);
        return new RuleBookReader(sources.holds(id) ? sources.parsed(id) : sources.parsed()).read();
    }

    /** @throws RuleBookException with every problem, when there is one */
    public static RuleBook of(RuleBookSources sources) {
        return new RuleBookReader(sources.parsed()).read();
    }
}
