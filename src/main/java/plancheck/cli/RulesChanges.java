package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.facts.Message;
import plancheck.report.writing.Json;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Change;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ArrayNode;

/** {@code plancheck rules changes}: what became of which provision from version to version. */
@Command(
        name = "changes",
        header = "逐条列出规则库各版本改了什么、为什么改。",
        description = {
            "",
            "  plancheck rules changes                    全部变更，按条款排列",
            "  plancheck rules changes PL-6.1-3-f         只看一条规定，或编号以此开头的规定",
            "  plancheck rules changes -f json            供程序读取",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class RulesChanges implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "0..1", paramLabel = "编号", description = "规定编号或其开头部分")
    private String id = "";

    @Option(names = "--version-of", paramLabel = "版本", description = "只看这一版的变更")
    private String version = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    RulesChanges(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        List<Change> changes = book.changes().stream()
                .filter(change -> change.provision().startsWith(id))
                .filter(change -> version.isEmpty() || change.version().equals(version))
                .toList();
        terminal.write(json ? Json.write(json(changes)) : text(changes), json);
        return Exit.OK;
    }

    private String text(List<Change> changes) {
        Wording wording = new Wording(setup.language());
        List<String> lines = new ArrayList<>();
        for (Change change : changes) {
            String ruling = change.ruling();
            lines.add(wording.say(
                    ruling.isEmpty()
                            ? Message.of(
                                    "cli.change",
                                    change.version(),
                                    change.provision(),
                                    change.kind().inWords(),
                                    change.what())
                            : Message.of(
                                    "cli.change-by-ruling",
                                    change.version(),
                                    change.provision(),
                                    change.kind().inWords(),
                                    change.what(),
                                    ruling)));
            if (!change.now().isEmpty()) {
                lines.add(wording.say(Message.of("cli.change-now", change.now())));
            }
        }
        lines.add(wording.say(Message.of("cli.changes-counted", changes.size())));
        return String.join("\n", lines) + "\n";
    }

    private static ArrayNode json(List<Change> changes) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        changes.forEach(change -> {
            ArrayNode now = all.addObject()
                    .put("version", change.version())
                    .put("provision", change.provision())
                    .put("kind", change.kind().id())
                    .put("what", change.what().zh())
                    .put("whatEn", change.what().en())
                    .put("ruling", change.ruling())
                    .putArray("now");
            change.now().forEach(now::add);
        });
        return all;
    }
}
