package plancheck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.facts.Citation;
import plancheck.facts.Message;
import plancheck.match.PlannedPlaces;
import plancheck.report.writing.Json;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;

/** {@code plancheck works show}. */
@Command(name = "show", header = "显示一个规划项目出自哪一条款、在哪里、什么标准、进度要求。", optionListHeading = "%n选项：%n")
final class WorksShow implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(paramLabel = "编号", description = "规划项目的编号，例如 PL-6.1-B5-1-w1；用 works list 查找")
    private String id = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    WorksShow(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        PlannedWork work = book.plannedWork(id).orElseThrow(() -> new CliException(Exit.USAGE, unknown(book)));
        if (json) {
            terminal.write(Json.write(generator -> WorksList.write(generator, book, work)), true);
            return Exit.OK;
        }
        Citation cited = book.citation(work);
        terminal.write(Message.of(
                "cli.shown-work",
                work.id(),
                work.name(),
                WorksList.sectorInWords(book, work),
                work.nature(),
                new PlannedPlaces(book).inWords(work),
                cited.document(),
                cited.clause(),
                cited.anchor()));
        if (!work.otherNames().isEmpty()) {
            terminal.write(Message.of("cli.shown-other-names", work.otherNames()));
        }
        PlannedWork.Quantity quantity = work.quantity();
        if (quantity != null) {
            terminal.write(Message.of("cli.shown-quantity", quantity.value(), quantity.unit()));
        }
        if (!work.standard().isEmpty()) {
            terminal.write(
                    Message.of("cli.shown-standard", List.copyOf(work.standard().values())));
        }
        work.askedBy().stream()
                .flatMap(asking -> book.provision(asking).stream())
                .forEach(provision -> terminal.write(Message.of(
                        "cli.shown-asking", provision.id(), provision.name(), CriterionWords.inWords(provision))));
        book.plannedWorks().stream()
                .filter(part -> part.partOf().equals(work.id()))
                .forEach(part -> terminal.write(Message.of("cli.shown-part", part.id(), part.name())));
        return Exit.OK;
    }

    private Message unknown(RuleBook book) {
        List<String> ids = book.plannedWorks().stream().map(PlannedWork::id).toList();
        String near = Nearest.to(id, ids);
        return near.isEmpty() ? Message.of("cli.no-such-work", id) : Message.of("cli.no-such-work-but", id, near);
    }
}
