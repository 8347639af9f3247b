package plancheck.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.report.Json;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JsonGenerator;

/** {@code plancheck rules list}. */
@Command(name = "list", header = "列出全部规定。", optionListHeading = "%n选项：%n")
final class RulesList implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    RulesList(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        if (format.equals("json")) {
            terminal.write(Json.write(json -> write(json, book.provisions())), true);
            return Exit.OK;
        }
        StringBuilder text = new StringBuilder();
        for (Provision provision : book.provisions()) {
            text.append(provision.id())
                    .append("  ")
                    .append(provision.title())
                    .append("  [")
                    .append(provision.force().label())
                    .append("] ")
                    .append(CriterionWords.of(provision))
                    .append('\n');
        }
        text.append("共")
                .append(book.provisions().size())
                .append("条，规则库版本")
                .append(book.version())
                .append('\n');
        terminal.write(text.toString(), false);
        return Exit.OK;
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
        requirements(json, provision.criterion());
        json.writeEndArray()
                .writeStringProperty("scope", provision.scope().words().zh())
                .writeArrayPropertyStart("rulings");
        provision.rulings().forEach(json::writeString);
        json.writeEndArray()
                .writeStringProperty("file", "rules/" + provision.file())
                .writeNumberProperty("line", provision.line())
                .writeEndObject();
    }

    private static void requirements(JsonGenerator json, Criterion criterion) {
        if (criterion instanceof Criterion.Threshold threshold) {
            for (Criterion.Milestone m : threshold.milestones()) {
                requirement(json, m.due(), threshold.operator().id(), m.value() == null ? "baseline" : m.value());
            }
        } else if (criterion instanceof Criterion.Yearly yearly) {
            for (int year = yearly.from(); year <= yearly.to(); year++) {
                requirement(json, LocalDate.of(year, 12, 31), yearly.operator().id(), yearly.value());
            }
        } else if (criterion instanceof Criterion.Answer answer) {
            requirement(json, answer.due(), answer.nearlyAll() ? "nearly-all" : "is", answer.expected());
        } else if (criterion instanceof Criterion.Reached reached) {
            requirement(json, reached.due(), "reaches", reached.stage());
        } else if (criterion instanceof Criterion.Review review) {
            requirement(json, review.due(), "review", review.question().zh());
        }
    }

    private static void requirement(JsonGenerator json, @Nullable LocalDate due, String op, Object value) {
        json.writeStartObject();
        Json.property(json, "due", due);
        json.writeStringProperty("op", op);
        Json.property(json, "value", value);
        json.writeEndObject();
    }
}
