package plancheck.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.plan.store.PlanStore;
import plancheck.plan.text.Quotation;
import plancheck.report.Report;
import plancheck.report.Verdict;
import plancheck.report.writing.Automation;
import plancheck.report.writing.ReportWriter;
import plancheck.report.writing.Wording;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;

/** {@code plancheck check}: reads dossiers, checks them, writes reports. */
@Command(
        name = "check",
        header = "检查材料，逐条说明符合、不符合或还缺什么。",
        description = {
            "",
            "例：",
            "  plancheck check 材料.yaml",
            "  plancheck check 填报表.xlsx              由 plancheck template -f xlsx 生成、填好的表格",
            "  plancheck check -f json 材料.yaml > 结果.json",
            "  plancheck check -f html=报告.html 材料.yaml    可打印的网页，一份文件，不依赖网络",
            "  plancheck check -f text -f sarif=结果.sarif -f junit=结果.xml 材料.yaml",
            "  plancheck check --cite full 材料.yaml    连同条款原文（须先用 plancheck plans add 导入规划原文）",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "1..*", paramLabel = "材料", description = "材料文件（YAML、JSON 或填报表 xlsx），写 - 从标准输入读取")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式[=文件]",
            description = "text（默认）、json、sarif、junit、html；可写多次，写“格式=文件”存成文件")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "日期", description = "改按这一天判断是否到期，例如 2025-12-31")
    private @Nullable LocalDate asOf;

    @Option(names = "--cite", paramLabel = "full", description = "full：报告中附条款原文")
    private @Nullable String cite;

    @Option(names = "--directions", description = "在文字报告之后列出各规划的倡导方向和没有可判定标准的语句")
    private boolean directions;

    @Option(
            names = "--sarif",
            paramLabel = "open|all",
            description = "SARIF 里写哪些结论：open（默认）只写须处理的（不符合、资料不足、需人工判定、检查异常），" + "因为多数平台把每条都列为告警；all 全写")
    private SarifResults sarif = SarifResults.OPEN;

    /** Which findings are results of a SARIF log. */
    enum SarifResults {
        OPEN,
        ALL
    }

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Output> outputs = Output.of(formats, files);
        if (directions && outputs.stream().noneMatch(CheckCommand::isTextOnScreen)) {
            throw CliException.usage(Message.of("cli.directions-beside-text"));
        }
        RuleBook book = setup.ruleBook();
        HandedInReader reader = new HandedInReader(book);
        List<HandedIn> handedIn = new ArrayList<>();
        List<Dossier> dossiers = new ArrayList<>();
        boolean invalid = false;
        for (String file : files) {
            HandedIn read = setup.read(file, reader);
            Dossier dossier = setup.dossier(file, read, terminal);
            if (dossier == null) {
                invalid = true;
            } else {
                handedIn.add(read);
                dossiers.add(asOf == null ? dossier : later(dossier, asOf));
            }
        }
        if (invalid) {
            return Exit.DOSSIER_INVALID;
        }
        List<Report> reports = new ComplianceCheck(book).check(dossiers);
        Function<Citation, Optional<String>> clauses = clauses(book);
        for (Output output : outputs) {
            List<Report> shown = isForPeople(output.format()) ? inCells(reports, handedIn) : reports;
            output.write(writer(output.format(), clauses, book).write(shown, files), terminal);
        }
        if (directions) {
            terminal.write(RulesDirections.text(book, "", new Wording(setup.language())), false);
        }
        return worst(reports);
    }

    /** Who fills in a workbook looks for a cell; a program has the lines of the dossier that it becomes. */
    private static List<Report> inCells(List<Report> reports, List<HandedIn> handedIn) {
        List<Report> shown = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Map<Integer, Label> cells = handedIn.get(i).cells();
            shown.add(cells.isEmpty() ? reports.get(i) : reports.get(i).inCells(cells));
        }
        return shown;
    }

    private static boolean isForPeople(String format) {
        return format.equals("text") || format.equals("html");
    }

    /** What is for programs is followed by nothing else. */
    private static boolean isTextOnScreen(Output output) {
        return output.file() == null && output.format().equals("text");
    }

    private ReportWriter writer(String format, Function<Citation, Optional<String>> clauses, RuleBook book) {
        return format.equals("sarif")
                ? ReportWriter.sarif(setup.language(), sarif == SarifResults.ALL, Automation.of(System.getenv()))
                : ReportWriter.of(format, setup.language(), clauses, book.rulingTexts());
    }

    /** The clauses' full texts where they are asked for. */
    private Function<Citation, Optional<String>> clauses(RuleBook book) {
        if (cite == null) {
            return citation -> Optional.empty();
        }
        if (!cite.equals("full")) {
            throw CliException.usage(Message.of("cli.cite-is-full"));
        }
        PlanStore store = new PlanStore(setup.home(), book.knownPlans());
        if (store.list().isEmpty()) {
            terminal.say(setup.language().of(Message.of("cli.cite-without-texts")));
        }
        return citation -> store.quoted(citation).map(Quotation::marked);
    }

    /** A dossier says nothing of what was before its own date. */
    private static Dossier later(Dossier dossier, LocalDate asOf) {
        if (asOf.isBefore(dossier.asOf())) {
            throw CliException.usage(Message.of("cli.as-of-before-dossier", dossier.title(), dossier.asOf(), asOf));
        }
        return dossier.at(asOf);
    }

    /** Non-compliant outweighs indeterminate, which outweighs compliant. */
    private static int worst(List<Report> reports) {
        List<Verdict> verdicts = reports.stream().map(Report::verdict).toList();
        return verdicts.contains(Verdict.NON_COMPLIANT)
                ? Verdict.NON_COMPLIANT.exitCode()
                : verdicts.contains(Verdict.INDETERMINATE)
                        ? Verdict.INDETERMINATE.exitCode()
                        : Verdict.COMPLIANT.exitCode();
    }
}
