package plancheck.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.RelationKind;
import plancheck.report.writing.Json;
import plancheck.report.writing.Wording;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Provision;
import plancheck.rulebook.ProvisionPairs;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ArrayNode;

/** {@code plancheck rules conflicts}: provisions that ask different things of the same indicator, or pull apart. */
@Command(
        name = "conflicts",
        header = "列出各规划之间、同一规划之内对同一事项要求不一的规定，以及按哪条释义掌握。",
        description = {
            "",
            "对同一指标、约束对象有交叉（或分属不同规划）的规定逐对比较得出；两项不同事项之间须兼顾的，取自 plan.yaml 的 relations。",
            "没有互相矛盾的规定时退出码为 0，否则为 1。",
            ""
        },
        optionListHeading = "%n选项：%n")
final class RulesConflicts implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    RulesConflicts(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        Map<RelationKind, List<ProvisionPairs.Pair>> pairs = ProvisionPairs.of(book);
        if (json) {
            terminal.write(Json.write(json(pairs)), true);
        } else {
            terminal.write(text(pairs, new Wording(setup.language())), false);
        }
        return pairs.containsKey(RelationKind.CONTRADICTION) ? Exit.FAILED : Exit.OK;
    }

    private static String text(Map<RelationKind, List<ProvisionPairs.Pair>> pairs, Wording wording) {
        StringBuilder text = new StringBuilder();
        pairs.forEach((kind, found) -> {
            text.append(wording.say(Message.of("cli.pairs-of-kind", kind, found.size())));
            for (ProvisionPairs.Pair pair : found) {
                text.append("  ").append(wording.say(line(pair.first()))).append('\n');
                text.append("    ↔ ").append(wording.say(line(pair.second()))).append('\n');
                Label note = pair.relation().note();
                text.append(wording.say(
                        note.zh().isEmpty()
                                ? Message.of(
                                        "cli.pair-by-ruling", pair.relation().ruling())
                                : Message.of(
                                        "cli.pair-by-ruling-with-note",
                                        pair.relation().ruling(),
                                        note)));
            }
        });
        text.append(wording.say(Message.of(
                pairs.containsKey(RelationKind.CONTRADICTION) ? "cli.contradictions" : "cli.no-contradictions")));
        return text.toString();
    }

    private static Message line(Provision provision) {
        return Message.of(
                "cli.provision-of-pair",
                provision.id(),
                provision.name(),
                provision.scope().words(),
                CriterionWords.inWords(provision));
    }

    private static ArrayNode json(Map<RelationKind, List<ProvisionPairs.Pair>> pairs) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        pairs.forEach((kind, found) -> found.forEach(pair -> all.addObject()
                .put("kind", kind.id())
                .put("first", pair.first().id())
                .put("second", pair.second().id())
                .put("ruling", pair.relation().ruling())
                .put("note", pair.relation().note().zh())));
        return all;
    }
}
