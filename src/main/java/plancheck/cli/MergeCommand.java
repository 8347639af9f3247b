package plancheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.collect.DossierMerge;
import plancheck.collect.ReturnedPart;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.DossierWorkbook;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;

/** {@code plancheck merge}: puts the parts of one dossier together. */
@Command(
        name = "merge",
        header = "把各单位交回的填报表合并成一份材料。",
        description = {
            "",
            "例：",
            "  plancheck merge 泾川填报/*.xlsx -o 材料.yaml",
            "  plancheck merge 泾川填报/*.xlsx -o 材料.xlsx    合并成一份填报表",
            "  plancheck merge --prefer 甲.xlsx 甲.xlsx 乙.xlsx -o 材料.yaml    以甲为准",
            "",
            "谁先交回都一样：同样的几份，合并出的材料一字不差。",
            "两处填报不一的，哪一个也不采用，按未知处理，退出码 65；",
            "各填多少、由谁填，逐条列出，也写在材料的 note 里。",
            "核定后改正，或用 --prefer 指定以哪份为准。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class MergeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "1..*", paramLabel = "材料", description = "各单位交回的填报表（xlsx、xls），也可以是 YAML 或 JSON 材料")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            required = true,
            description = "合并成的材料，以 .xlsx 结尾的写成填报表，其余写成 YAML")
    private Path output = Path.of("");

    @Option(names = "--prefer", paramLabel = "材料", description = "填报不一的以这一份为准（须是参加合并的一份）")
    private @Nullable String prefer;

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String preferred = prefer == null ? "" : prefer;
        if (!preferred.isEmpty() && !files.contains(preferred)) {
            throw CliException.usage(Message.of("cli.prefer-one-of-them", preferred));
        }
        RuleBook book = setup.ruleBook();
        HandedInReader reader = new HandedInReader(book);
        boolean sound = true;
        Map<String, byte[]> dossiers = new LinkedHashMap<>();
        for (String file : files) {
            HandedIn read = setup.read(file, reader);
            setup.say(Label.of(file), read.reading().problems(), terminal);
            sound &= read.reading().problems().stream().noneMatch(Problem::isError);
            if (read.reading().readable() == null) {
                throw new CliException(Exit.DOSSIER_INVALID, Message.of("cli.merge-unreadable", file));
            }
            dossiers.put(file, read.dossier());
        }
        DossierWorkbook workbooks = new DossierWorkbook(book);
        Questionnaire asked = workbooks
                .asked(dossiers.values().iterator().next())
                .orElseThrow(() ->
                        new CliException(Exit.DOSSIER_INVALID, Message.of("cli.fill-without-head", files.get(0))));
        DossierMerge merge = new DossierMerge(book);
        List<ReturnedPart> parts = new ArrayList<>();
        dossiers.forEach((file, dossier) -> parts.add(merge.part(file, dossier, asked)));
        DossierMerge.MergedDossier merged = merge.merge(parts, asked, preferred);
        if (!merged.refusals().isEmpty()) {
            merged.refusals().forEach(terminal::say);
            return Exit.DOSSIER_INVALID;
        }
        merged.conflicts().forEach(conflict -> terminal.say(conflict.inWords()));
        boolean sheet = output.toString().endsWith(".xlsx");
        Output.write(output, sheet ? workbooks.write(asked, merged.dossier(), false) : merged.dossier(), terminal);
        boolean open = merged.conflicts().stream()
                .anyMatch(conflict -> conflict.taken().isEmpty());
        terminal.say(Message.of("cli.merged", files.size(), merged.conflicts().size()));
        return sound && !open ? Exit.OK : Exit.DOSSIER_INVALID;
    }
}
