package plancheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.reading.RuleBooks;

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

    private RuleBook ruleBook(Supplier<RuleBook> opened) {
        try {
            return opened.get();
        } catch (RuleBookException e) {
            throw new CliException(Exit.RULE_BOOK_INVALID, language.of(inWords(e.problems())));
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

    private static Label inWords(List<RuleBookProblem> problems) {
        StringBuilder zh = new StringBuilder("规则库有" + problems.size() + "处问题，没有得出结论：");
        StringBuilder en =
                new StringBuilder("problems in the rule book: " + problems.size() + "; there is no verdict:");
        for (RuleBookProblem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            zh.append("\n  ").append(problem.inWords().zh());
            en.append("\n  ").append(problem.inWords().en());
        }
        if (problems.size() > MOST_PROBLEMS) {
            zh.append("\n  ……另有").append(problems.size() - MOST_PROBLEMS).append("处");
            en.append("\n  … and ").append(problems.size() - MOST_PROBLEMS).append(" more");
        }
        return new Label(zh.toString(), en.toString());
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
    Dossier dossier(String file, DossierReader reader, Terminal terminal) {
        DossierReading reading = read(file, reader);
        say(Label.of(file), reading.problems(), terminal);
        return reading.dossier();
    }

    DossierReading read(String file, DossierReader reader) {
        try {
            return file.equals("-") ? reader.read(System.in) : reader.read(existing(file));
        } catch (IOException e) {
            throw new CliException(
                    Exit.NO_INPUT,
                    language.of(Label.filled(
                            "%s：无法读取（%s）。请检查文件是否被占用、有没有读取权限",
                            "%s: cannot be read (%s). Check whether another program holds it, and your right to read it",
                            file,
                            String.valueOf(e.getMessage()))));
        }
    }

    private Path existing(String file) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new CliException(
                    Exit.NO_INPUT,
                    language.of(Label.filled("%s：找不到这个文件。请检查路径", "%s: there is no such file. Check the path", file)));
        }
        if (Files.isDirectory(path)) {
            throw new CliException(
                    Exit.NO_INPUT,
                    language.of(Label.filled(
                            "%s：这是目录，不是文件。请写明材料文件", "%s: this is a directory. Name the file of the dossier", file)));
        }
        return path;
    }

    void say(Label file, List<Problem> problems, Terminal terminal) {
        long errors = problems.stream()
                .filter(Problem::isError)
                .mapToLong(Problem::count)
                .sum();
        if (errors > 0) {
            terminal.say(language.of(Label.filled(
                    "%s：材料有%s处问题，没有得出结论", "%s: problems in the dossier: %s; there is no verdict", file, errors)));
        }
        for (Problem problem : problems) {
            Phrase said = problem.isError() ? problem.inWords() : Label.filled("提示：%s", "note: %s", problem.inWords());
            // Below the line that names the file, else with its name.
            terminal.say(
                    errors > 0 ? "  " + language.of(said) : language.of(Label.filled("%s：%s", "%s: %s", file, said)));
        }
    }
}
