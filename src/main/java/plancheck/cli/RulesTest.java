package plancheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.cases.CaseCoverage;
import plancheck.cases.CaseFileException;
import plancheck.cases.CaseFiles;
import plancheck.cases.CaseRunner;
import plancheck.cases.TestCase;
import plancheck.facts.Message;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules test}: runs the rule book's cases and says which kinds of case a provision lacks. */
@Command(
        name = "test",
        header = "运行规则库的测试用例，并列出各规定还缺哪类用例。",
        description = {"", "全部通过时退出码为 0，否则为 1。", ""},
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class RulesTest implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "0..1", paramLabel = "规定编号", description = "只测这一条，或编号以此开头的各条；不写则全部")
    private @Nullable String id;

    @Option(names = "--cases", paramLabel = "目录", description = "测试用例目录，默认 test-cases")
    private Path directory = Path.of("test-cases");

    RulesTest(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new CliException(Exit.NO_INPUT, Message.of("cli.no-cases-directory", directory));
        }
        RuleBook book = id == null ? setup.ruleBook() : setup.ruleBook(id);
        List<Provision> provisions =
                book.provisions().stream().filter(p -> isAsked(p.id())).toList();
        if (provisions.isEmpty()) {
            ExplainCommand.find(book, String.valueOf(id));
        }
        // What a project rests on is asked of all works, each of which stands where another provision stands.
        boolean asksForAll = provisions.stream().anyMatch(p -> p.criterion().given() == Criterion.Input.BASIS);
        CaseRunner runner =
                new CaseRunner(id == null ? book : asksForAll ? setup.ruleBook() : book.withProvisions(provisions));
        List<TestCase> cases = read(book, provisions);
        List<String> failures = new ArrayList<>();
        List<List<String>> found = runner.run(cases);
        for (int i = 0; i < cases.size(); i++) {
            TestCase testCase = cases.get(i);
            List<String> differences = found.get(i);
            if (!differences.isEmpty()) {
                failures.add(say(Message.of("cli.case-failed", testCase.provision(), testCase.name(), testCase.file()))
                        + "\n    " + String.join("\n    ", differences));
            }
        }
        StringBuilder text = new StringBuilder();
        failures.forEach(failure -> text.append(failure).append('\n'));
        text.append(say(Message.of("cli.cases-run", cases.size(), cases.size() - failures.size(), failures.size())));
        new CaseCoverage(book, cases)
                .lacking(provisions)
                .forEach((provision, kinds) -> text.append(say(Message.of(
                        "cli.cases-lacking",
                        provision.id(),
                        kinds.stream().map(TestCase.CaseKind::inWords).toList()))));
        terminal.write(text.toString(), false);
        return failures.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    private String say(Message message) {
        return message.in(setup.language());
    }

    private List<TestCase> read(RuleBook book, List<Provision> provisions) throws IOException {
        try {
            CaseFiles files = new CaseFiles(book);
            return id == null ? files.read(directory) : files.read(directory, provisions);
        } catch (CaseFileException e) {
            throw new CliException(Exit.DOSSIER_INVALID, e.said());
        }
    }

    private boolean isAsked(String provision) {
        return id == null || provision.equals(id) || provision.startsWith(id + "-");
    }
}
