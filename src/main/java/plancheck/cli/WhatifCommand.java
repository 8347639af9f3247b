package plancheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.check.ComplianceCheck;
import plancheck.check.WhatIf;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReader;
import plancheck.report.Comparison;
import plancheck.report.ComparisonJson;
import plancheck.report.Finding;
import plancheck.report.Wording;
import plancheck.rulebook.RuleBook;

/** {@code plancheck whatif}: shows which findings would change if figures were different. */
@Command(
        name = "whatif",
        header = "设想某项数值改变后，哪些结论会随之改变。",
        description = {
            "",
            "例：",
            "  plancheck whatif --set county-seat-sewage-treatment-rate=97.6 材料.yaml",
            "  plancheck whatif --set villages.张家湾.hardened-road=yes 材料.yaml",
            "",
            "退出码为设想之后的结论。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class WhatifCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(paramLabel = "材料", description = "材料文件（YAML 或 JSON），写 - 从标准输入读取")
    private String file = "";

    @Option(
            names = "--set",
            required = true,
            paramLabel = "指标=数值",
            description = "设想的数值，可写多次；清单写“清单.名称.属性=值”，项目进度写“规定编号=stage”")
    private Map<String, String> supposed = new LinkedHashMap<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    WhatifCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!List.of("text", "json").contains(format)) {
            throw new CliException(Exit.USAGE, "命令有误：没有“" + format + "”这种格式。可用：text、json");
        }
        RuleBook book = setup.ruleBook(terminal);
        DossierReader reader = new DossierReader(book);
        Dossier dossier = setup.dossier(file, reader, terminal);
        if (dossier == null) {
            return Exit.DOSSIER_INVALID;
        }
        if (file.equals("-")) {
            throw new CliException(Exit.USAGE, "命令有误：whatif 要读两遍材料，请写文件名");
        }
        WhatIf.Answer answer = new WhatIf(book, reader, new ComplianceCheck(book))
                .suppose(dossier, Files.readAllBytes(Path.of(file)), supposed);
        Comparison comparison = answer.comparison();
        if (comparison == null) {
            Setup.say("设想之后", answer.problems(), terminal);
            return Exit.DOSSIER_INVALID;
        }
        if (format.equals("json")) {
            terminal.write(ComparisonJson.write(comparison), true);
        } else {
            String text = text(comparison, new Wording(setup.language()));
            terminal.write(text + (answer.withEvidence() ? "（声明事项按已附佐证材料设想。）\n" : ""), false);
        }
        return comparison.after().verdict().exitCode();
    }

    private static String text(Comparison comparison, Wording wording) {
        List<Comparison.Change> changes = comparison.ofOutcome();
        StringBuilder text = new StringBuilder();
        text.append("结论：")
                .append(wording.term(comparison.before().verdict()))
                .append(" → ")
                .append(wording.term(comparison.after().verdict()))
                .append('\n');
        text.append(changes.isEmpty() ? "没有规定的结论随之改变。\n" : "随之改变的规定" + changes.size() + "条：\n");
        for (Comparison.Change change : changes) {
            Finding latest = change.latest();
            text.append("  ")
                    .append(latest.provision())
                    .append(' ')
                    .append(wording.say(latest.title()))
                    .append("（")
                    .append(wording.say(latest.subject()))
                    .append("）：")
                    .append(outcome(change.before(), wording))
                    .append(" → ")
                    .append(outcome(change.after(), wording))
                    .append('\n');
        }
        return text.toString();
    }

    private static String outcome(@Nullable Finding finding, Wording wording) {
        return finding == null ? "无" : wording.term(finding.outcome());
    }
}
