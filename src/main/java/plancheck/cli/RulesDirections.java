package plancheck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plancheck.facts.Force;
import plancheck.facts.Message;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Direction;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules directions}: what the plans encourage, and what they say without a criterion. */
@Command(
        name = "directions",
        header = "列出各规划的倡导方向：鼓励、支持、引导性的规定，以及没有可判定标准的语句。",
        description = {
            "",
            "  plancheck rules directions                 两个规划全部列出",
            "  plancheck rules directions pingliang       只列一个规划",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class RulesDirections implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "0..1", paramLabel = "规划", description = "规划的编号，例如 pingliang、gansu")
    private String id = "";

    RulesDirections(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        if (!id.isEmpty() && !book.plans().containsKey(id)) {
            throw CliException.usage(
                    Message.of("cli.no-such-plan", id, List.copyOf(book.plans().keySet())));
        }
        terminal.write(text(book, id, new Wording(setup.language())), false);
        return Exit.OK;
    }

    /** @param id of one plan; empty for all */
    static String text(RuleBook book, String id, Wording wording) {
        StringBuilder text = new StringBuilder();
        for (Plan plan : book.plans().values()) {
            if (id.isEmpty() || plan.id().equals(id)) {
                List<Provision> encouraged = book.provisions().stream()
                        .filter(provision -> provision.plan().equals(plan.id()))
                        .filter(provision -> provision.force() == Force.ENCOURAGE)
                        .toList();
                List<Direction> sentences = Direction.of(plan);
                text.append(wording.say(
                        Message.of("cli.directions-of-plan", plan.name(), encouraged.size(), sentences.size())));
                encouraged.forEach(provision -> text.append(wording.say(Message.of(
                        "cli.direction-provision",
                        provision.id(),
                        provision.name(),
                        provision.citations().get(0).clause()))));
                sentences.forEach(sentence -> text.append(wording.say(
                        Message.of("cli.direction-sentence", sentence.clause(), sentence.words(), sentence.why()))));
            }
        }
        return text.toString();
    }
}
