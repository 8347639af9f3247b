package plancheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReader;
import plancheck.dossier.DossierReading;
import plancheck.report.Finding;
import plancheck.report.Json;
import plancheck.report.Report;
import plancheck.report.Wording;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
        DossierReading changed = reader.read(Files.readAllBytes(Path.of(file)), supposed);
        Dossier supposedly = changed.dossier();
        if (supposedly == null) {
            Setup.say("设想之后", changed.problems(), terminal);
            return Exit.DOSSIER_INVALID;
        }
        ComplianceCheck check = new ComplianceCheck(book);
        Report before = check.check(dossier);
        Report after = check.check(supposedly);
        if (format.equals("json")) {
            terminal.write(Json.write(json(before, after)), true);
        } else {
            boolean declares = supposed.keySet().stream()
                    .map(book.indicators()::get)
                    .anyMatch(indicator -> indicator != null && indicator.type() == Indicator.Type.DECLARATION);
            String text = text(before, after, new Wording(setup.language()));
            terminal.write(text + (declares ? "（声明事项按已附佐证材料设想。）\n" : ""), false);
        }
        return after.verdict().exitCode();
    }

    private record Change(Finding before, Finding after) {}

    private static List<Change> changes(Report before, Report after) {
        return after.findings().stream()
                .flatMap(now -> before.findings().stream()
                        .filter(then -> then.provision().equals(now.provision())
                                && then.subject().equals(now.subject())
                                && then.outcome() != now.outcome())
                        .map(then -> new Change(then, now)))
                .toList();
    }

    private static String text(Report before, Report after, Wording wording) {
        List<Change> changes = changes(before, after);
        StringBuilder text = new StringBuilder();
        text.append("结论：")
                .append(wording.term(before.verdict()))
                .append(" → ")
                .append(wording.term(after.verdict()))
                .append('\n');
        text.append(changes.isEmpty() ? "没有规定的结论随之改变。\n" : "随之改变的规定" + changes.size() + "条：\n");
        for (Change change : changes) {
            text.append("  ")
                    .append(change.after.provision())
                    .append(' ')
                    .append(wording.say(change.after.title()))
                    .append("（")
                    .append(wording.say(change.after.subject()))
                    .append("）：")
                    .append(wording.term(change.before.outcome()))
                    .append(" → ")
                    .append(wording.term(change.after.outcome()))
                    .append('\n');
        }
        return text.toString();
    }

    private static ObjectNode json(Report before, Report after) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.putObject("verdict")
                .put("before", before.verdict().id())
                .put("after", after.verdict().id());
        ArrayNode changed = node.putArray("changes");
        for (Change change : changes(before, after)) {
            changed.addObject()
                    .put("provision", change.after.provision())
                    .put("subject", change.after.subject().zh())
                    .put("before", change.before.outcome().id())
                    .put("after", change.after.outcome().id());
        }
        return node;
    }
}
