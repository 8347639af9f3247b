package plancheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.writing.DossierTemplate;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Term;
import plancheck.platform.ProjectProposal;
import plancheck.rulebook.Bureau;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.DossierWorkbook;
import plancheck.sheet.HandedInReader;

/** {@code plancheck template}: writes a blank dossier. */
@Command(
        name = "template",
        header = "生成空白材料，只列与该地区（或该类项目）有关的指标，附单位和条款。",
        description = {
            "",
            "例：",
            "  plancheck template --place 620821 > 泾川.yaml",
            "  plancheck template --place 620821 -f xlsx -o 泾川.xlsx    Excel 填报表",
            "  plancheck template --place 620821 -f xlsx --last 上年.yaml -o 泾川.xlsx",
            "      先填好上年的内容，标明“沿用”，待确认",
            "  plancheck template --place 620821 -f xlsx --by bureau -o 泾川填报",
            "      每个部门一份填报表，另有分工表",
            "  plancheck template --place 620802 --kind project --sector compound-renovation > 项目.yaml",
            "  plancheck template --from 平台导出.json > 项目.yaml     审批平台的登记信息（JSON 或带表头的表格），已有的填好",
            ""
        },
        optionListHeading = "%n选项：%n")
final class TemplateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(names = "--place", paramLabel = "代码", description = "行政区划代码，例如 620821（泾川县）；有 --from 时可不写")
    private String place = "";

    @Option(
            names = "--from",
            paramLabel = "文件",
            description = "审批平台的登记信息，写 - 从标准输入读取；类别、地点推测不出的另写 --sector、--place、--site")
    private @Nullable String from;

    @Option(names = "--kind", paramLabel = "类别", description = "self-assessment（自评，默认）或 project（建设项目）")
    private String kind = "self-assessment";

    @Option(names = "--sector", paramLabel = "项目类别", description = "建设项目的类别；不写则列出可选类别")
    private @Nullable String sector;

    @Option(names = "--site", paramLabel = "地点", description = "建设地点：county-seat、central-urban-area 或 county")
    private @Nullable String site;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "yaml（默认）或 xlsx（填报表，Excel、WPS、LibreOffice 均可填写）")
    private String format = "yaml";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写到这个文件；不写则到标准输出，填报表必须写")
    private @Nullable Path output;

    @Option(names = "--last", paramLabel = "材料", description = "上一次的材料：填报表里先填好上年的内容，标明“沿用”，待确认；只用于 -f xlsx")
    private @Nullable String last;

    @Option(names = "--fill", paramLabel = "材料", description = "已有的材料：填报表里照样填好，接着往下填；只用于 -f xlsx")
    private @Nullable String fill;

    @Option(names = "--by", paramLabel = "bureau", description = "按部门分开：-o 写目录，每个部门一份填报表，另有一份分工表；只用于自评材料的 -f xlsx")
    private @Nullable String by;

    @Option(names = "--all", description = "自评材料中也列出倡导方向和五年以后才到期的事项（默认不列）")
    private boolean all;

    @Option(names = "--as-of", paramLabel = "日期", description = "截止日（项目为建成日期），默认上年年底")
    private LocalDate asOf =
            LocalDate.of(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).getYear() - 1, 12, 31);

    TemplateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        boolean sheet = isSheet();
        if (!sheet && (last != null || fill != null)) {
            throw CliException.usage(Message.of("cli.template-fill-is-for-sheets"));
        }
        Path file = output;
        if (sheet && file == null) {
            throw CliException.usage(Message.of("cli.sheet-needs-file"));
        }
        if (by != null && file != null) {
            return byBureau(book, sheet, file);
        }
        byte[] made = sheet ? workbook(book) : text(book).getBytes(StandardCharsets.UTF_8);
        if (file == null) {
            terminal.write(new String(made, StandardCharsets.UTF_8), true);
        } else {
            Output.write(file, made, terminal);
        }
        return Exit.OK;
    }

    private Integer byBureau(RuleBook book, boolean sheet, Path folder) {
        boolean whole = sheet && fill == null && from == null && sector == null && kind.equals("self-assessment");
        if (!"bureau".equals(by) || !whole) {
            throw CliException.usage(Message.of("cli.by-bureau"));
        }
        Questionnaire asked = asked(book);
        String before = last;
        DossierWorkbook workbooks = new DossierWorkbook(book);
        byte[] earlier = before == null
                ? new byte[0]
                : setup.read(before, new HandedInReader(book)).dossier();
        Map<Bureau, String> files = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CliException(Exit.NOT_WRITTEN, Message.of("cli.output-without-directory", folder));
        }
        workbooks.byBureau(asked, earlier).forEach((bureau, made) -> {
            String name = asked.head().place().name() + asked.head().asOf().getYear() + "-"
                    + bureau.name().zh() + ".xlsx";
            files.put(bureau, name);
            Output.write(folder.resolve(name), made, terminal);
        });
        Output.write(folder.resolve("分工表.xlsx"), workbooks.cover(asked, files), terminal);
        return Exit.OK;
    }

    private boolean isSheet() {
        return switch (format) {
            case "yaml" -> false;
            case "xlsx" -> true;
            default -> throw CliException.usage(Message.of("cli.no-such-format", format, List.of("yaml", "xlsx")));
        };
    }

    private byte[] workbook(RuleBook book) {
        DossierWorkbook workbooks = new DossierWorkbook(book);
        String begun = fill;
        if (begun != null) {
            return filled(
                    workbooks,
                    begun,
                    setup.read(begun, new HandedInReader(book)).dossier());
        }
        String registration = from;
        if (registration != null) {
            return filled(
                    workbooks, registration, registered(book, registration).getBytes(StandardCharsets.UTF_8));
        }
        Questionnaire asked = asked(book);
        String before = last;
        return before == null
                ? workbooks.write(asked)
                : workbooks.write(
                        asked, setup.read(before, new HandedInReader(book)).dossier(), true);
    }

    private static byte[] filled(DossierWorkbook workbooks, String file, byte[] dossier) {
        Questionnaire asked = workbooks
                .asked(dossier)
                .orElseThrow(() -> new CliException(Exit.DOSSIER_INVALID, Message.of("cli.fill-without-head", file)));
        return workbooks.write(asked, dossier, false);
    }

    private Questionnaire asked(RuleBook book) {
        if (place.isEmpty()) {
            throw CliException.usage(Message.of("cli.template-needs-place"));
        }
        PlaceName at = place(book, place);
        return switch (sector == null ? kind : "project") {
            case "self-assessment" ->
                all ? Questionnaire.complete(book, at, asOf) : Questionnaire.selfAssessment(book, at, asOf);
            case "project" -> Questionnaire.project(book, at, asOf, sector(book), site(at));
            default -> throw CliException.usage(Message.of("cli.no-such-kind", kind));
        };
    }

    private String text(RuleBook book) {
        String file = from;
        if (file != null) {
            return registered(book, file);
        }
        if (place.isEmpty()) {
            throw CliException.usage(Message.of("cli.template-needs-place"));
        }
        PlaceName at = place(book, place);
        DossierTemplate template = new DossierTemplate(book, at, asOf, setup.language()::of);
        return switch (sector == null ? kind : "project") {
            case "self-assessment" -> all ? template.complete() : template.selfAssessment();
            case "project" -> template.project(sector(book), site(at));
            default -> throw CliException.usage(Message.of("cli.no-such-kind", kind));
        };
    }

    static PlaceName place(RuleBook book, String written) {
        return book.place(written)
                .orElseThrow(() -> CliException.usage(Message.of(
                        "cli.no-such-place",
                        written,
                        book.places().values().stream()
                                .map(p -> Message.of("cli.choice", p.code(), p.inWords()))
                                .toList())));
    }

    /** With what the platform has filled in. */
    private String registered(RuleBook book, String file) {
        List<ProjectProposal> read = new Registrations(setup, book, terminal).read(file, setup.bytes(file));
        if (read.size() != 1) {
            throw new CliException(
                    Exit.DOSSIER_INVALID,
                    Message.of(
                            "cli.one-project-at-a-time",
                            file,
                            read.stream().map(ProjectProposal::name).toList()));
        }
        ProjectProposal proposal = read.get(0);
        if (sector == null && proposal.isSectorPlain()) {
            sector = proposal.sectors().get(0).sector();
        }
        if (place.isEmpty() && proposal.place().isEmpty()) {
            throw CliException.usage(Message.of("cli.template-needs-place"));
        }
        PlaceName at = place(book, place.isEmpty() ? proposal.place() : place);
        if (site == null && proposal.site() != null) {
            site = proposal.site().id();
        }
        return new DossierTemplate(book, at, asOf, setup.language()::of)
                .project(
                        sector(book),
                        site(at),
                        new DossierTemplate.KnownProject(
                                proposal.name(), proposal.code(), proposal.content(), proposal.investment()));
    }

    private String sector(RuleBook book) {
        if (sector != null && book.sectors().containsKey(sector)) {
            return sector;
        }
        List<Message> known = book.sectors().entrySet().stream()
                .map(e -> Message.of("cli.choice", e.getKey(), e.getValue()))
                .toList();
        throw CliException.usage(
                sector == null
                        ? Message.of("cli.sector-missing", known)
                        : Message.of("cli.no-such-sector", sector, known));
    }

    private Level site(PlaceName at) {
        Level level =
                site == null ? at.townLevel() : Term.find(Level.class, site).orElse(null);
        if (level != at.level() && level != at.townLevel() || level == null) {
            throw CliException.usage(Message.of(
                    "cli.no-such-site",
                    at.inWords(),
                    at.townLevel().id(),
                    at.level().id()));
        }
        return level;
    }
}
