package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
            throw new CliException(Exit.NO_INPUT, "还没有导入规划原文，无从核对。导入：plancheck plans add 文件，或用 --plans 指明目录");
        }
        RuleVerification verification = new RuleVerification(book, texts);
        List<RuleBookProblem> problems = new ArrayList<>(verification.problems());
        if (numbers) {
            problems.addAll(verification.numbersLeft());
        }
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append("rules/").append(problem).append('\n'));
        text.append(
                problems.isEmpty()
                        ? "规定" + book.provisions().size() + "条、条款单元"
                                + book.plans().values().stream()
                                        .mapToInt(plan -> plan.clauses().size())
                                        .sum()
                                + "个，与规划原文全部相符" + (numbers ? "；原文中的数字全部有着落" : "") + "\n"
                        : "与规划原文不符" + problems.size() + "处\n");
        terminal.write(text.toString(), false);
        return problems.isEmpty() ? Exit.OK : Exit.FAILED;
    }
}
