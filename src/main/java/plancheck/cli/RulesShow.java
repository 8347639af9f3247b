package plancheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.report.writing.Json;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules show}: one rule as it is written. */
@Command(name = "show", header = "显示一条规则的写法。", optionListHeading = "%n选项：%n")
final class RulesShow implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(paramLabel = "规定编号", description = "例如 PL-6.1-3-d")
    private String id = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    RulesShow(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        Provision provision = ExplainCommand.find(book, id);
        if (json) {
            terminal.write(Json.write(generator -> RulesList.write(generator, provision)), true);
        } else {
            terminal.write(
                    "rules/" + provision.file() + ":" + provision.line() + "\n\n" + provision.source() + "\n", false);
        }
        return Exit.OK;
    }
}
