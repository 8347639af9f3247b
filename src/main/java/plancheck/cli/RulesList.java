package plancheck.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
        RuleBook book = setup.ruleBook(terminal);
        if (format.equals("json")) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            book.provisions().forEach(provision -> all.add(json(provision)));
            terminal.write(Json.write(all), true);
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

    static ObjectNode json(Provision provision) {
        Indicator indicator = provision.indicator();
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("id", provision.id());
        node.put("plan", provision.plan());
        node.put("clause", provision.citations().get(0).clause());
        node.put("anchor", provision.citations().get(0).anchor());
        node.put("title", provision.title());
        node.put("titleEn", provision.titleEn());
        node.put("force", provision.force().id());
        node.put("kind", provision.kind());
        node.put("indicator", indicator == null ? null : indicator.id());
        node.put("unit", indicator == null ? "" : indicator.unitSymbol());
        requirements(provision.criterion(), node.putArray("requirements"));
        node.put("scope", provision.scope().words().zh());
        provision.rulings().forEach(node.putArray("rulings")::add);
        node.put("file", "rules/" + provision.file());
        node.put("line", provision.line());
        return node;
    }

    private static void requirements(Criterion criterion, ArrayNode into) {
        if (criterion instanceof Criterion.Threshold threshold) {
            for (Criterion.Milestone m : threshold.milestones()) {
                requirement(into, m.due(), threshold.operator().id(), m.value() == null ? "baseline" : m.value());
            }
        } else if (criterion instanceof Criterion.Yearly yearly) {
            for (int year = yearly.from(); year <= yearly.to(); year++) {
                requirement(into, LocalDate.of(year, 12, 31), yearly.operator().id(), yearly.value());
            }
        } else if (criterion instanceof Criterion.Answer answer) {
            requirement(into, answer.due(), answer.nearlyAll() ? "nearly-all" : "is", answer.expected());
        } else if (criterion instanceof Criterion.Reached reached) {
            requirement(into, reached.due(), "reaches", reached.stage());
        } else if (criterion instanceof Criterion.Review review) {
            requirement(into, review.due(), "review", review.question().zh());
        }
    }

    private static void requirement(ArrayNode into, @Nullable LocalDate due, String op, Object value) {
        ObjectNode node = into.addObject();
        node.set("due", Json.value(due));
        node.put("op", op);
        node.set("value", Json.value(value instanceof BigDecimal number ? number : value));
    }
}
