package plancheck.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.report.writing.Json;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.FigureCheck;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.IndicatorRelation;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JsonGenerator;

/** {@code plancheck rules list}. */
@Command(name = "list", header = "列出全部规定，或列出指标之间的关系、填报核对项。", optionListHeading = "%n选项：%n")
final class RulesList implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    @Option(names = "--relations", description = "改为列出指标之间按定义成立的关系，证明和填报核对都以此为据")
    private boolean relations;

    @Option(names = "--checks", description = "改为列出填报核对项：按定义必须成立的（强制）和通常如此的（核实，须说明）")
    private boolean checks;

    RulesList(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        if (relations) {
            listRelations(book, json);
            return Exit.OK;
        }
        if (checks) {
            listChecks(book, json);
            return Exit.OK;
        }
        if (json) {
            terminal.write(Json.write(generator -> write(generator, book.provisions())), true);
            return Exit.OK;
        }
        for (Provision provision : book.provisions()) {
            terminal.write(Message.of(
                    "cli.listed-provision",
                    provision.id(),
                    provision.name(),
                    provision.force(),
                    CriterionWords.inWords(provision)));
        }
        terminal.write(Message.of("cli.listed-provisions", book.provisions().size(), book.version()));
        return Exit.OK;
    }

    private void listRelations(RuleBook book, boolean json) {
        List<IndicatorRelation> all = book.indicatorRelations();
        if (json) {
            terminal.write(Json.write(generator -> writeRelations(generator, all)), true);
            return;
        }
        for (IndicatorRelation.Kind kind : IndicatorRelation.Kind.values()) {
            List<IndicatorRelation> of =
                    all.stream().filter(relation -> relation.kind() == kind).toList();
            if (of.isEmpty()) {
                continue;
            }
            terminal.write(Message.of("cli.relations-of-kind", kind, of.size()));
            of.forEach(relation -> terminal.write(line(book, relation)));
        }
        terminal.write(Message.of("cli.listed-relations", all.size()));
    }

    /** What must hold by definition is told by {@code --relations}; here is how many, and each of what is usual. */
    private void listChecks(RuleBook book, boolean json) {
        List<FigureCheck> all = book.figureChecks();
        if (json) {
            terminal.write(Json.write(generator -> writeChecks(generator, all)), true);
            return;
        }
        terminal.write(
                Message.of("cli.checks-mandatory", book.indicatorRelations().size()));
        all.forEach(check ->
                terminal.write(Message.of("cli.check", check.id(), check.name(), check.kind(), line(check, book))));
        terminal.write(Message.of("cli.listed-checks", all.size()));
    }

    private static Phrase line(FigureCheck check, RuleBook book) {
        BigDecimal low = check.low();
        BigDecimal high = check.high();
        return low == null || high == null
                ? book.indicatorName(check.figures().get(1))
                : Message.of("cli.from-to", low.toPlainString(), high.toPlainString());
    }

    private static void writeChecks(JsonGenerator json, List<FigureCheck> checks) {
        json.writeStartArray();
        for (FigureCheck check : checks) {
            json.writeStartObject()
                    .writeStringProperty("id", check.id())
                    .writeStringProperty("level", "query")
                    .writeStringProperty("kind", check.kind().id())
                    .writeArrayPropertyStart("figures");
            check.figures().forEach(json::writeString);
            json.writeEndArray();
            Json.property(json, "low", check.low());
            Json.property(json, "high", check.high());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Message line(RuleBook book, IndicatorRelation relation) {
        Label name = book.indicatorOf(relation).name();
        return relation.others().isEmpty()
                ? Message.of("cli.relation-of-itself", relation.indicator(), name)
                : Message.of("cli.relation", relation.indicator(), name, book.othersInWords(relation));
    }

    private static void writeRelations(JsonGenerator json, List<IndicatorRelation> relations) {
        json.writeStartArray();
        for (IndicatorRelation relation : relations) {
            json.writeStartObject()
                    .writeStringProperty("indicator", relation.indicator())
                    .writeStringProperty("kind", relation.kind().id())
                    .writeArrayPropertyStart("others");
            relation.others().forEach(json::writeString);
            json.writeEndArray().writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, List<Provision> provisions) {
        json.writeStartArray();
        provisions.forEach(provision -> write(json, provision));
        json.writeEndArray();
    }

    /** Writes a provision as an object. */
    static void write(JsonGenerator json, Provision provision) {
        Indicator indicator = provision.indicator();
        json.writeStartObject()
                .writeStringProperty("id", provision.id())
                .writeStringProperty("plan", provision.plan())
                .writeStringProperty("clause", provision.citations().get(0).clause())
                .writeStringProperty("anchor", provision.citations().get(0).anchor())
                .writeStringProperty("title", provision.title())
                .writeStringProperty("titleEn", provision.titleEn())
                .writeStringProperty("force", provision.force().id())
                .writeStringProperty("kind", provision.kind())
                .writeStringProperty("indicator", indicator == null ? null : indicator.id())
                .writeStringProperty("unit", indicator == null ? "" : indicator.unitSymbol())
                .writeArrayPropertyStart("requirements");
        provision
                .criterion()
                .fold(new Requirements(json))
                .writeEndArray()
                .writeStringProperty("scope", provision.scope().words().zh())
                .writeArrayPropertyStart("rulings");
        provision.rulings().forEach(json::writeString);
        json.writeEndArray()
                .writeStringProperty("file", "rules/" + provision.file())
                .writeNumberProperty("line", provision.line())
                .writeEndObject();
    }

    /** One object for each date on which something is asked. */
    private record Requirements(JsonGenerator json) implements Criterion.Cases<JsonGenerator> {
        @Override
        public JsonGenerator threshold(Criterion.Threshold asked) {
            for (Criterion.Milestone m : asked.milestones()) {
                requirement(json, m.due(), asked.operator().id(), m.value() == null ? "baseline" : m.value());
            }
            return json;
        }

        @Override
        public JsonGenerator yearly(Criterion.YearlyThreshold asked) {
            for (int year : asked.years()) {
                requirement(json, LocalDate.of(year, 12, 31), asked.operator().id(), asked.value());
            }
            return json;
        }

        @Override
        public JsonGenerator answer(Criterion.RequiredAnswer asked) {
            return requirement(json, asked.due(), asked.nearlyAll() ? "nearly-all" : "is", asked.expected());
        }

        @Override
        public JsonGenerator reached(Criterion.RequiredStage asked) {
            for (Criterion.StageMilestone m : asked.milestones()) {
                requirement(json, m.due(), "reaches", m.stage());
            }
            return json;
        }

        @Override
        public JsonGenerator review(Criterion.Review asked) {
            return requirement(json, asked.due(), "review", asked.question().zh());
        }

        @Override
        public JsonGenerator basis(Criterion.RequiredBasis asked) {
            return requirement(json, asked.due(), "is", "basis");
        }
    }

    private static JsonGenerator requirement(JsonGenerator json, @Nullable LocalDate due, String op, Object value) {
        json.writeStartObject();
        Json.property(json, "due", due);
        json.writeStringProperty("op", op);
        Json.property(json, "value", value);
        return json.writeEndObject();
    }
}
