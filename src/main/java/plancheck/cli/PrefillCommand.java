package plancheck.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.prefill.LeftOut;
import plancheck.prefill.Prefill;
import plancheck.prefill.Proposal;
import plancheck.prefill.ProposalsJson;
import plancheck.prefill.PublishedText;
import plancheck.prefill.PublishedTextReader;
import plancheck.prefill.TakenFigures;
import plancheck.report.writing.Json;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.DossierWorkbook;
import plancheck.sheet.HandedInReader;

/** {@code plancheck prefill}: what published texts say of a place's figures, to be taken or left. */
@Command(
        name = "prefill",
        header = "从统计公报、政府工作报告等文本里找出可填的数，逐条附原句，由人核对后采用。",
        description = {
            "",
            "例：",
            "  plancheck prefill --place 620821 公报.docx 工作报告.pdf    列出找到的数和出处",
            "  plancheck prefill --place 620821 公报.docx --take 1,3-5 -o 泾川.yaml",
            "  plancheck prefill --place 620821 公报.docx --take all --into 泾川.yaml -o 新.yaml",
            "      写进已有的材料，已填的不改动",
            "",
            "可用 Word（docx）、带文字的 PDF、网页和纯文本，扫描件不行。",
            "目标、预计、年内某一段、别的地区、口径相近的其他指标都不列入，",
            "各有多少、为什么，列在后面。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class PrefillCommand implements Callable<Integer> {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int MOST_LEFT_OUT = 20;

    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "1..*", paramLabel = "文本", description = "公报、报告等，可以一次给几份")
    private List<String> files = new ArrayList<>();

    @Option(names = "--place", paramLabel = "代码", required = true, description = "为哪个地区填，行政区划代码或名称")
    private String place = "";

    @Option(names = "--as-of", paramLabel = "日期", description = "材料的截止日，默认上年年底；更晚年份的数不列入")
    private LocalDate asOf =
            LocalDate.of(LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1, 12, 31);

    @Option(names = "--take", paramLabel = "序号", description = "采用哪几条，例如 1,3-5，或 all")
    private @Nullable String take;

    @Option(names = "--into", paramLabel = "材料", description = "写进这份已有的材料（YAML、JSON 或填报表）；不写则新写一份")
    private @Nullable String into;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写成的材料，以 .xlsx 结尾的写成填报表，其余写成 YAML")
    private @Nullable Path output;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    PrefillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        if ((take == null) != (output == null)) {
            throw CliException.usage(Message.of("cli.prefill-take-needs-file"));
        }
        RuleBook book = setup.ruleBook();
        PlaceName at = TemplateCommand.place(book, place);
        List<PublishedText> texts = new ArrayList<>();
        for (String file : files) {
            PublishedTextReader.Reading read = new PublishedTextReader().read(name(file), setup.bytes(file));
            if (read.problem() != null) {
                terminal.say(read.problem());
            }
            if (read.text() != null) {
                texts.add(read.text());
            }
        }
        Prefill.Proposals found = new Prefill(book).propose(texts, at, asOf.getYear());
        if (json) {
            terminal.write(Json.write(generator -> ProposalsJson.write(found, generator)), true);
        } else {
            say(found, at);
        }
        if (output != null && take != null) {
            write(book, at, chosen(take, found.proposals()), output);
        } else if (!json && !found.proposals().isEmpty()) {
            terminal.say(Message.of("cli.prefill-take"));
        }
        return texts.size() == files.size() ? Exit.OK : Exit.DOSSIER_INVALID;
    }

    private static String name(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    private void say(Prefill.Proposals found, PlaceName at) {
        if (found.proposals().isEmpty()) {
            terminal.write(Message.of("cli.prefill-none", at.inWords()));
        }
        int number = 0;
        for (Proposal one : found.proposals()) {
            number++;
            terminal.write(Message.of(
                    "cli.prefill-found",
                    String.valueOf(number),
                    one.indicator().name(),
                    amount(one),
                    String.valueOf(one.year()),
                    one.differs() ? Message.of("cli.prefill-differs") : Label.of("")));
            one.places()
                    .forEach(stands -> terminal.write(Message.of(
                            "cli.prefill-sentence", where(stands.document(), stands.page()), stands.sentence())));
        }
        if (!found.leftOut().isEmpty()) {
            sayLeftOut(found.leftOut());
        }
    }

    private void sayLeftOut(List<LeftOut> leftOut) {
        Map<LeftOut.Why, List<LeftOut>> why =
                leftOut.stream().collect(Collectors.groupingBy(LeftOut::why, LinkedHashMap::new, Collectors.toList()));
        terminal.say(Message.of(
                "cli.prefill-left-out",
                leftOut.size(),
                why.entrySet().stream()
                        .map(one -> Message.of(
                                "cli.prefill-left-out-why",
                                one.getKey().inWords(),
                                one.getValue().size()))
                        .toList()));
        leftOut.stream()
                .limit(MOST_LEFT_OUT)
                .forEach(one -> terminal.say(Message.of(
                        "cli.prefill-left-out-one",
                        one.called(),
                        one.sentence(),
                        one.why().inWords())));
    }

    private static Phrase where(String document, int page) {
        return page == 0 ? Label.of(document) : Message.of("cli.prefill-page", document, page);
    }

    private static String amount(Proposal one) {
        return one.value().toPlainString()
                + (one.indicator().unit() == null ? "" : one.indicator().unit().symbol());
    }

    private static List<Proposal> chosen(String numbers, List<Proposal> proposals) {
        if (numbers.equals("all")) {
            return proposals.stream().filter(one -> !one.differs()).toList();
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        for (String part : numbers.split("[,，]")) {
            Matcher range = NUMBERS.matcher(part.strip());
            if (!range.matches()) {
                throw CliException.usage(Message.of("cli.prefill-take-malformed", numbers));
            }
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            for (int number = from; number <= to; number++) {
                if (number < 1 || number > proposals.size()) {
                    throw CliException.usage(Message.of("cli.prefill-no-such-number", number, proposals.size()));
                }
                chosen.add(number);
            }
        }
        return chosen.stream().map(number -> proposals.get(number - 1)).toList();
    }

    private void write(RuleBook book, PlaceName at, List<Proposal> chosen, Path file) {
        DossierWorkbook workbooks = new DossierWorkbook(book);
        DossierForm form = new DossierForm(book);
        Questionnaire asked = Questionnaire.complete(book, at, asOf);
        Map<String, List<String>> fields = new LinkedHashMap<>(asked.settled());
        String begun = into;
        if (begun != null) {
            byte[] dossier = setup.read(begun, new HandedInReader(book)).dossier();
            asked = workbooks
                    .asked(dossier)
                    .orElseThrow(
                            () -> new CliException(Exit.DOSSIER_INVALID, Message.of("cli.fill-without-head", begun)));
            fields = new LinkedHashMap<>(form.fields(dossier).values());
        }
        TakenFigures taken = TakenFigures.of(chosen, fields);
        fields.putAll(taken.fields());
        taken.said().forEach(terminal::say);
        byte[] whole = form.inFormat(fields, asked);
        Output.write(file, file.toString().endsWith(".xlsx") ? workbooks.write(asked, whole, false) : whole, terminal);
        terminal.say(Message.of("cli.prefill-taken", taken.count()));
    }
}
