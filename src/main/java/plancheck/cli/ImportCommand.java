package plancheck.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.DossierWorkbook;
import plancheck.sheet.HandedInReader;
import plancheck.sheet.OwnTable;
import plancheck.sheet.OwnTables;
import plancheck.sheet.OwnWorkbook;

/** {@code plancheck import}: an office's own tables, shown as they are understood, and written into a dossier. */
@Command(
        name = "import",
        header = "把各单位自己的表格（自然村、小区等清单）导入材料，先看识别结果再写入。",
        description = {
            "",
            "例：",
            "  plancheck import 自然村.xlsx --into 泾川.yaml    只看识别成什么、有什么问题",
            "  plancheck import 自然村.xlsx --into 泾川.yaml -o 新.yaml",
            "  plancheck import 自然村.xlsx --into 泾川.yaml --marked 标注.xlsx",
            "      另存一份副本，有问题的单元格标色，附上意见",
            "",
            "可用 xlsx、xls 和 csv（UTF-8 或 GBK）。按表头认栏目：说法不同的、",
            "分两行的、带单位的都认；序号和不相干的栏、合计、小计、填表人不采用，",
            "逐项说明。一个文件有几个工作表的，各自识别。",
            "认不准是哪份清单的不写入，用 --list 指明。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class ImportCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 3;

    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(paramLabel = "表格", description = "自己的表格（xlsx、xls、csv）")
    private String file = "";

    @Option(
            names = "--into",
            paramLabel = "材料",
            required = true,
            description = "要写进的材料（YAML、JSON 或填报表），可以是空白的；新写一份用 template")
    private String into = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写成的材料，以 .xlsx 结尾的写成填报表，其余写成 YAML；不写则只看识别结果")
    private @Nullable Path output;

    @Option(names = "--list", paramLabel = "清单", description = "表格是哪份清单，名称或代号，例如 自然村")
    private @Nullable String list;

    @Option(names = "--replace", description = "替换材料里原有的清单，不写则接在后面")
    private boolean replaces;

    @Option(names = "--marked", paramLabel = "文件", description = "另存标注副本：有问题的单元格标色，附意见")
    private @Nullable Path marked;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        byte[] dossier = setup.read(into, new HandedInReader(book)).dossier();
        DossierWorkbook workbooks = new DossierWorkbook(book);
        Questionnaire asked = workbooks
                .asked(dossier)
                .orElseThrow(() -> new CliException(Exit.DOSSIER_INVALID, Message.of("cli.fill-without-head", into)));
        DossierForm form = new DossierForm(book);
        Map<String, List<String>> filled =
                new LinkedHashMap<>(form.fields(dossier).values());
        byte[] handedIn = setup.bytes(file);
        OwnWorkbook own = OwnWorkbook.read(handedIn);
        OwnTables tables = OwnTables.of(own, asked, chosen(own, asked), filled, replaces);
        setup.say(Label.of(file), tables.ofFile(), terminal);
        tables.tables().forEach(table -> say(table, asked));
        if (marked != null) {
            MarkedFile.write(handedIn, tables.remarks(), marked, setup.language(), terminal);
        }
        if (output != null && tables.size() > 0) {
            byte[] whole = form.inFormat(tables.into(filled), asked);
            boolean sheet = output.toString().endsWith(".xlsx");
            Output.write(output, sheet ? workbooks.write(asked, whole, false) : whole, terminal);
            terminal.say(Message.of("cli.imported", tables.size()));
        } else if (tables.size() > 0) {
            terminal.say(Message.of("cli.import-not-written"));
        }
        return tables.hasErrors() ? Exit.DOSSIER_INVALID : Exit.OK;
    }

    /** The list that was named is that of all sheets. */
    private Map<Integer, String> chosen(OwnWorkbook own, Questionnaire asked) {
        String named = list;
        Map<Integer, String> chosen = new LinkedHashMap<>();
        if (named != null) {
            boolean known = asked.lists().stream()
                    .anyMatch(one ->
                            one.kind().list().equals(named) || one.label().zh().equals(named));
            if (!known) {
                throw CliException.usage(Message.of("cli.import-no-such-list", named, lists(asked)));
            }
            for (int number = 0; number < own.sheets().size(); number++) {
                chosen.put(number, named);
            }
        }
        return chosen;
    }

    private static Phrase lists(Questionnaire asked) {
        return Label.list(asked.lists().stream().map(ListSection::label).toList());
    }

    private void say(OwnTable table, Questionnaire asked) {
        Label name = Label.of(
                table.sheet().name().isEmpty()
                        ? String.valueOf(Path.of(file).getFileName())
                        : table.sheet().name());
        ListSection of = table.list();
        if (of == null) {
            terminal.say(Message.of("cli.import-unknown", name, lists(asked)));
            return;
        }
        terminal.write(Message.of("cli.import-table", name, of.label(), table.size()));
        String heads = table.columns().stream()
                .map(Question::label)
                .map(label -> setup.language().of(label))
                .collect(Collectors.joining(" | "));
        terminal.write("    " + heads + "\n", false);
        table.beginning(MOST_SHOWN).forEach(row -> terminal.write("    " + String.join(" | ", row) + "\n", false));
        for (Problem problem : table.problems()) {
            terminal.say(problem.isError() ? problem.inWords() : Message.of("cli.note", problem.inWords()));
        }
    }
}
