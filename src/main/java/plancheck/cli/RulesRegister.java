package plancheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.facts.Message;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.PlanTextException;
import plancheck.rulebook.Plan;
import plancheck.verification.Register;

/** {@code plancheck rules register}: writes the register of a plan's clauses from its text. */
@Command(
        name = "register",
        header = "按规划原文重新生成 plan.yaml 的条款目录（路径、标题、指纹），已写的 cover 和 why 保留。",
        description = {
            "",
            "  plancheck rules register --rules rules 规划编号 原文.txt",
            "",
            "新规划的 plan.yaml 末尾先写 clauses: []。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class RulesRegister implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(index = "0", paramLabel = "规划", description = "规则目录中该规划的文件夹名")
    private String plan = "";

    @Parameters(index = "1", paramLabel = "原文", description = "规划原文的文本文件")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写到这个文件，默认写回该规划的 plan.yaml；写 -o - 输出到屏幕")
    private @Nullable String output;

    RulesRegister(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path rules = setup.rules().orElseThrow(() -> CliException.usage(Message.of("cli.register-needs-rules")));
        Plan known = Optional.ofNullable(setup.ruleBook().plans().get(plan))
                .orElseThrow(() -> CliException.usage(Message.of("cli.register-no-plan", rules, plan)));
        Path yaml = rules.resolve(plan).resolve("plan.yaml");
        String written = Files.readString(yaml);
        if (!Register.isIn(written)) {
            throw new CliException(Exit.RULE_BOOK_INVALID, Message.of("cli.register-no-clauses", yaml));
        }
        PlanText text;
        try {
            text = PlanText.read(file, known.numbering());
        } catch (PlanTextException e) {
            throw new CliException(Exit.NO_INPUT, e.message());
        }
        String register = Register.regenerated(written, text);
        if ("-".equals(output)) {
            terminal.write(register, true);
            return Exit.OK;
        }
        Path target = output == null ? yaml : Path.of(output);
        Files.writeString(target, register);
        terminal.write(Message.of("cli.register-written", target, text.clauses().size()));
        return Exit.OK;
    }
}
