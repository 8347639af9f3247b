package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Message;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.verification.RuleVerification;

/** {@code plancheck rules verify}: holds every anchor, figure, date and fingerprint against the official texts. */
@Command(
        name = "verify",
        header = "对照规划原文，核对每条规则的锚词、数字、期限和条款指纹。",
        description = {
            "",
            "  plancheck rules verify --plans 目录    用目录中的规划原文（*.txt）核对",
            "  plancheck rules verify                 用已导入的规划原文核对",
            "  plancheck rules verify --numbers       再查原文的每个数字是否都有着落",
            "",
            "一并查找与原文一字不差、却比原文要求多的规定：按哪些词查、哪些例外，见规则目录的 exceptions.yaml。",
            "",
            "全部相符时退出码为 0，否则为 1，并指明哪个文件哪一行与原文不符。",
            ""
        },
        optionListHeading = "%n选项：%n")
final class RulesVerify implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Mixin
    private OfficialPlans plans = new OfficialPlans();

    @Option(names = "--numbers", description = "再逐个核对原文中的数字（含中文数字）是否都编入规则或已说明")
    private boolean numbers;

    RulesVerify(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        Map<String, PlanText> texts = plans.texts(book, setup);
        if (texts.isEmpty()) {
            throw new CliException(Exit.NO_INPUT, Message.of("cli.verify-without-texts"));
        }
        RuleVerification verification = new RuleVerification(book, texts);
        List<RuleBookProblem> problems = new ArrayList<>(verification.problems());
        if (numbers) {
            problems.addAll(verification.numbersLeft());
        }
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append("rules/")
                .append(problem.inWords().in(setup.language()))
                .append('\n'));
        int clauses = book.plans().values().stream()
                .mapToInt(plan -> plan.clauses().size())
                .sum();
        Message sum = problems.isEmpty()
                ? Message.of(
                        numbers ? "cli.verified-with-numbers" : "cli.verified",
                        book.provisions().size(),
                        clauses)
                : Message.of("cli.verify-differences", problems.size());
        text.append(sum.in(setup.language()));
        terminal.write(text.toString(), false);
        return problems.isEmpty() ? Exit.OK : Exit.FAILED;
    }
}
