package plancheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.Understood;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.reading.RuleBooks;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;

/** The options every command takes, and what they stand for. */
final class Setup {
    private static final int MOST_PROBLEMS = 200;

    @Option(names = "--rules", paramLabel = "目录", description = "改用这个目录里的规则")
    private @Nullable Path rules;

    @Option(names = "--lang", paramLabel = "zh|en", description = "报告、模板、Schema 和说明的语言，默认 zh")
    private Language language = Language.ZH;

    @Option(
            names = "--home",
            paramLabel = "目录",
            description = "plancheck 存放规划原文的目录，默认 ~/.plancheck，也可用环境变量 PLANCHECK_HOME 指定")
    private @Nullable Path home;

    @Option(names = "--encoding", paramLabel = "编码", description = "屏幕输出的文字编码，例如 GBK；默认随系统，不支持中文时用 UTF-8")
    @SuppressWarnings("unused") // read before the command line is parsed, see Main
    private @Nullable String encoding;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    @SuppressWarnings("unused") // read by picocli
    private boolean help;

    Language language() {
        return language;
    }

    Path home() {
        if (home != null) {
            return home;
        }
        String variable = System.getenv("PLANCHECK_HOME");
        return variable == null || variable.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".plancheck")
                : Path.of(variable);
    }

    /** The rule book that is asked for; what is wrong with a directory is said in the language that is asked for. */
    RuleBook ruleBook() {
        Path own = rules;
        return ruleBook(own == null ? RuleBooks::shipped : () -> RuleBooks.of(own));
    }

    /** Of a directory only what is written beside a provision, or beside those whose ids it begins. */
    RuleBook ruleBook(String id) {
        Path own = rules;
        return ruleBook(own == null ? RuleBooks::shipped : () -> RuleBooks.of(own, id));
    }

    /** That of a directory that is named otherwise than by {@code --rules}. */
    RuleBook ruleBook(Path directory) {
        return ruleBook(() -> RuleBooks.of(directory));
    }

    private RuleBook ruleBook(Supplier<RuleBook> opened) {
        try {
            return opened.get();
        } catch (RuleBookException e) {
            throw new CliException(Exit.RULE_BOOK_INVALID, inWords(e.problems()));
        }
    }

    /** The directory of rules that is named; empty when the shipped rules are meant. */
    Optional<Path> rules() {
        return Optional.ofNullable(rules);
    }

    /** The shipped one is opened beside what comes next; one of the user's own is read first, lest a service starts in vain. */
    CompletableFuture<RuleBook> ruleBookBeside() {
        return rules == null
                ? CompletableFuture.supplyAsync(RuleBooks::shipped)
                : CompletableFuture.completedFuture(ruleBook());
    }

    static Message inWords(List<RuleBookProblem> problems) {
        List<Phrase> told = problems.stream()
                .limit(MOST_PROBLEMS)
                .<Phrase>map(RuleBookProblem::inWords)
                .toList();
        int more = problems.size() - told.size();
        return more == 0
                ? Message.of("cli.rule-book-problems", problems.size(), lines(told))
                : Message.of("cli.rule-book-problems-and-more", problems.size(), lines(told), more);
    }

    /** Each on a line of its own. */
    private static Label lines(List<Phrase> told) {
        return new Label(
                told.stream().map(one -> "\n  " + one.zh()).collect(Collectors.joining()),
                told.stream().map(one -> "\n  " + one.en()).collect(Collectors.joining()));
    }

    /** Where the rules' cases stand, beside them as in plancheck's own sources; empty for the rules that come with it. */
    Optional<Path> cases() {
        return Optional.ofNullable(rules).map(own -> own.toAbsolutePath().resolveSibling("test-cases"));
    }

    /**
     * Reads a dossier, {@code -} for standard input, and says its problems on standard error.
     *
     * @return null when it has errors
     */
    @Nullable
    Dossier dossier(String file, HandedInReader reader, Terminal terminal) {
        return dossier(file, read(file, reader), terminal);
    }

    /** The same of what has been read. */
    @Nullable
    Dossier dossier(String file, HandedIn handedIn, Terminal terminal) {
        DossierReading reading = handedIn.reading();
        say(Label.of(file), reading.problems(), terminal);
        if (!reading.taken().isEmpty() && reading.dossier() != null) {
            Understood first = reading.taken().get(0);
            terminal.say(Message.of(
                    "cli.taken-count", Label.of(file), reading.taken().size(), first.written(), first.taken()));
        }
        return reading.dossier();
    }

    HandedIn read(String file, HandedInReader reader) {
        try {
            return file.equals("-") ? reader.read(System.in) : reader.read(existing(file));
        } catch (IOException e) {
            throw new CliException(
                    Exit.NO_INPUT, Message.of("cli.file-unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    /** What stands in a file, {@code -} for standard input. */
    byte[] bytes(String file) {
        try {
            return file.equals("-") ? upToLimit(System.in) : upToLimit(Files.newInputStream(existing(file)));
        } catch (IOException e) {
            throw new CliException(
                    Exit.NO_INPUT, Message.of("cli.file-unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    /** One more than is read of anything, so that what is longer is told to be. */
    private static byte[] upToLimit(InputStream stream) throws IOException {
        try (stream) {
            return stream.readNBytes((int) SourceText.MAX_BYTES + 1);
        }
    }

    private Path existing(String file) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new CliException(Exit.NO_INPUT, Message.of("cli.no-such-file", file));
        }
        if (Files.isDirectory(path)) {
            throw new CliException(Exit.NO_INPUT, Message.of("cli.file-is-directory", file));
        }
        return path;
    }

    void say(Phrase file, List<Problem> problems, Terminal terminal) {
        long errors = problems.stream()
                .filter(Problem::isError)
                .mapToLong(Problem::count)
                .sum();
        if (errors > 0) {
            terminal.say(Message.of("cli.dossier-with-problems", file, errors));
        }
        for (Problem problem : problems) {
            Phrase said = problem.isError() ? problem.inWords() : Message.of("cli.note", problem.inWords());
            // Below the line that names the file, else with its name.
            terminal.say(errors > 0 ? Message.of("cli.below-file", said) : Message.of("cli.of-file", file, said));
        }
    }
}
