package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.match.PlannedPlaces;
import plancheck.match.ProjectDescription;
import plancheck.match.WorkMatch;
import plancheck.match.WorkMatcher;
import plancheck.platform.ProjectProposal;
import plancheck.report.writing.Json;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedInReader;
import tools.jackson.core.JsonGenerator;

/** {@code plancheck match}: which works of the plans a project may be. */
@Command(
        name = "match",
        header = "看一个项目是不是规划点名、计数或要求的工程（规划依据）。",
        description = {
            "",
            "  plancheck match 材料.yaml                       按项目材料查找",
            "  plancheck match 平台导出.json                   按审批平台的登记信息查找，也可用带表头的表格（CSV）",
            "  plancheck match --name 平庆铁路 --place 平凉市    按名称和地点查找",
            "",
            "按名称、地点和类别比对规划项目，最接近的排在前面，并写明相合和不合之处。名称相同、地点和类别都不矛盾、",
            "又没有其他相近项目的，注明“可直接认定”；其余由人确认。登记信息没有写类别和工程量的，按行业代码、名称和建设",
            "规模推测，并写明读自哪些文字。找到时退出码为 0，一个也没有时为 1。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class MatchCommand implements Callable<Integer> {
    private static final int SHOWN = 5;

    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "0..*", paramLabel = "材料", description = "项目材料（YAML、JSON）或审批平台的登记信息（JSON、CSV），写 - 从标准输入读取")
    private List<String> files = new ArrayList<>();

    @Option(names = "--name", paramLabel = "名称", description = "没有材料时，写项目名称")
    private String name = "";

    @Option(names = "--place", paramLabel = "地方", description = "项目所在的市、县（市、区），可写几次")
    private List<String> at = new ArrayList<>();

    @Option(names = "--sector", paramLabel = "类别", description = "项目类别，例如 railway；不写的不比对")
    private String sector = "";

    @Option(names = "--scale", paramLabel = "内容", description = "建设规模和内容，照批文写")
    private String scale = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    MatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        List<ProjectDescription> projects = new ArrayList<>();
        HandedInReader reader = new HandedInReader(book);
        for (String file : files) {
            byte[] bytes = setup.bytes(file);
            if (Registrations.text(bytes) == null) {
                projects.add(described(file, reader.read(bytes).reading()));
            } else {
                new Registrations(setup, book, terminal)
                        .read(file, bytes).stream()
                                .map(ProjectProposal::described)
                                .forEach(projects::add);
            }
        }
        if (!name.isEmpty()) {
            List<String> codes =
                    at.stream().map(place -> WorksList.code(book, place)).toList();
            projects.add(new ProjectDescription(name, codes, sector, scale));
        }
        if (projects.isEmpty()) {
            throw new CliException(Exit.USAGE, Message.of("cli.match-needs-project"));
        }
        WorkMatcher matcher = new WorkMatcher(book);
        if (json) {
            terminal.write(
                    Json.write(generator -> {
                        generator.writeStartArray();
                        projects.forEach(project -> write(generator, book, project, matcher));
                        generator.writeEndArray();
                    }),
                    true);
        }
        boolean found = true;
        for (ProjectDescription project : projects) {
            List<WorkMatch> named = matcher.named(project);
            List<WorkMatch> kinds = matcher.ofKind(project);
            found &= !named.isEmpty() || !kinds.isEmpty();
            if (!json) {
                say(book, project, named, kinds);
            }
        }
        return found ? Exit.OK : Exit.FAILED;
    }

    private ProjectDescription described(String file, DossierReading reading) {
        setup.say(Label.of(file), reading.problems(), terminal);
        Dossier dossier = reading.readable();
        if (dossier == null || dossier.project() == null) {
            throw new CliException(Exit.DOSSIER_INVALID, Message.of("cli.match-no-project", file));
        }
        return ProjectDescription.of(Objects.requireNonNull(dossier.project()));
    }

    private void say(RuleBook book, ProjectDescription project, List<WorkMatch> named, List<WorkMatch> kinds) {
        PlannedPlaces places = new PlannedPlaces(book);
        terminal.write(Message.of("cli.match-of", project.name()));
        if (named.isEmpty()) {
            terminal.write(Message.of("cli.match-none"));
        }
        named.stream().limit(SHOWN).forEach(match -> {
            terminal.write(Message.of(
                    match.isPlain() ? "cli.match-plain" : "cli.match-likely",
                    match.work().id(),
                    match.work().name(),
                    match.points(),
                    places.inWords(match.work()),
                    book.citation(match.work()).clause()));
            match.reasons().forEach(reason -> terminal.write(Message.of("cli.match-for", reason)));
            match.doubts().forEach(doubt -> terminal.write(Message.of("cli.match-against", doubt)));
        });
        kinds.stream()
                .limit(SHOWN)
                .forEach(match -> terminal.write(Message.of(
                        "cli.match-kind",
                        match.work().id(),
                        match.work().name(),
                        book.citation(match.work()).clause(),
                        match.reasons())));
    }

    private static void write(JsonGenerator json, RuleBook book, ProjectDescription project, WorkMatcher matcher) {
        json.writeStartObject().writeStringProperty("name", project.name());
        write(json, book, "named", matcher.named(project));
        write(json, book, "ofKind", matcher.ofKind(project));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, RuleBook book, String key, List<WorkMatch> matches) {
        json.writeArrayPropertyStart(key);
        for (WorkMatch match : matches) {
            json.writeStartObject()
                    .writeNumberProperty("points", match.points())
                    .writeBooleanProperty("plain", match.isPlain());
            said(json, "reasons", match.reasons());
            said(json, "doubts", match.doubts());
            json.writeName("work");
            WorksList.write(json, book, match.work());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void said(JsonGenerator json, String key, List<Message> messages) {
        json.writeArrayPropertyStart(key);
        messages.forEach(message -> json.writeString(message.zh()));
        json.writeEndArray();
    }
}
