package plancheck.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.dossier.writing.DossierTemplate;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Term;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** {@code plancheck template}: writes a blank dossier. */
@Command(
        name = "template",
        header = "生成空白材料，只列与该地区（或该类项目）有关的指标，附单位和条款。",
        description = {
            "",
            "例：",
            "  plancheck template --place 620821 > 泾川.yaml",
            "  plancheck template --place 620802 --kind project --sector compound-renovation > 项目.yaml",
            ""
        },
        optionListHeading = "%n选项：%n")
final class TemplateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(names = "--place", required = true, paramLabel = "代码", description = "行政区划代码，例如 620821（泾川县）")
    private String place = "";

    @Option(names = "--kind", paramLabel = "类别", description = "self-assessment（自评，默认）或 project（建设项目）")
    private String kind = "self-assessment";

    @Option(names = "--sector", paramLabel = "项目类别", description = "建设项目的类别；不写则列出可选类别")
    private @Nullable String sector;

    @Option(names = "--site", paramLabel = "地点", description = "建设地点：county-seat、central-urban-area 或 county")
    private @Nullable String site;

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
        PlaceName at = book.place(place).orElse(null);
        if (at == null) {
            throw CliException.usage(Message.of(
                    "cli.no-such-place",
                    place,
                    book.places().values().stream()
                            .map(p -> Message.of("cli.choice", p.code(), p.inWords()))
                            .toList()));
        }
        DossierTemplate template = new DossierTemplate(book, at, asOf, setup.language()::of);
        terminal.write(
                switch (sector == null ? kind : "project") {
                    case "self-assessment" -> all ? template.complete() : template.selfAssessment();
                    case "project" -> template.project(sector(book), site(at));
                    default -> throw CliException.usage(Message.of("cli.no-such-kind", kind));
                },
                true);
        return Exit.OK;
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
