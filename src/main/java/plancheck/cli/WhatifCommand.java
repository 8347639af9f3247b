package plancheck.cli;

import java.io.IOException;
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
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.report.Comparison;
import plancheck.report.Finding;
import plancheck.report.writing.Json;
import plancheck.report.writing.PublishedComparison;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;

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
    private static final Message WITH_EVIDENCE = Message.of("cli.whatif-with-evidence");

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
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        DossierReader reader = new DossierReader(book);
        HandedIn read = setup.read(file, new HandedInReader(book));
        Dossier dossier = setup.dossier(file, read, terminal);
        if (dossier == null) {
            return Exit.DOSSIER_INVALID;
        }
        WhatIf.WhatIfAnswer answer =
                new WhatIf(book, reader, new ComplianceCheck(book)).suppose(dossier, read.dossier(), supposed);
        Comparison comparison = answer.comparison();
        if (comparison == null) {
            setup.say(Message.of("cli.whatif-as-supposed"), answer.problems(), terminal);
            return Exit.DOSSIER_INVALID;
        }
        if (json) {
            terminal.write(Json.write(generator -> generator.writePOJO(PublishedComparison.of(comparison))), true);
        } else {
            String text = text(comparison, new Wording(setup.language()));
            terminal.write(answer.withEvidence() ? text + setup.language().of(WITH_EVIDENCE) : text, false);
        }
        return comparison.after().verdict().exitCode();
    }

    private static String text(Comparison comparison, Wording wording) {
        List<Comparison.Change> changes = comparison.ofOutcome();
        StringBuilder text = new StringBuilder();
        text.append(wording.say(Message.of(
                "cli.whatif-verdict",
                comparison.before().verdict().inWords(),
                comparison.after().verdict().inWords())));
        text.append(wording.say(
                changes.isEmpty()
                        ? Message.of("cli.whatif-nothing")
                        : Message.of("cli.whatif-changes", changes.size())));
        for (Comparison.Change change : changes) {
            Finding latest = change.latest();
            text.append(wording.say(Message.of(
                    "cli.whatif-change",
                    latest.provision(),
                    latest.title(),
                    latest.subject(),
                    outcome(change.before()),
                    outcome(change.after()))));
        }
        return text.toString();
    }

    private static Phrase outcome(@Nullable Finding finding) {
        return finding == null
                ? Message.of("cli.no-finding")
                : finding.outcome().inWords();
    }
}
