package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;
import plancheck.rulebook.PlanCoverage;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules coverage}: how each clause of the plans is covered. */
@Command(
        name = "coverage",
        header = "逐条款统计规则库的覆盖情况：已编规则、基期数据、方向性表述、重复。",
        description = {
            "",
            "  plancheck rules coverage                 只看目录",
            "  plancheck rules coverage --plans 目录    与规划原文（*.txt）逐条款对照",
            "",
            "每个条款都有交代、目录与原文一致时退出码为 0，否则为 1，并列出是哪些条款。",
            ""
        },
        optionListHeading = "%n选项：%n")
final class RulesCoverage implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Mixin
    private OfficialPlans plans = new OfficialPlans();

    @Option(names = "--all", description = "逐条列出，不只列数目")
    private boolean all;

    RulesCoverage(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        Map<String, PlanText> texts = plans.texts(book, setup);
        StringBuilder text = new StringBuilder();
        int unaccounted = 0;
        for (Plan plan : book.plans().values()) {
            PlanText official = texts.get(plan.id());
            unaccounted += plan(book, plan, text);
            if (official == null) {
                text.append("  没有这个规划的原文，未与原文对照（用 --plans 指明目录，或先 plancheck plans add 文件）\n");
            } else {
                unaccounted += compare(plan, official, text);
            }
        }
        text.append(unaccounted == 0 ? "每个条款都有交代\n" : "没有交代的条款" + unaccounted + "个\n");
        terminal.write(text.toString(), false);
        return unaccounted == 0 ? Exit.OK : Exit.FAILED;
    }

    /** Writes the counts of one plan and returns how many clauses nothing is said of. */
    private int plan(RuleBook book, Plan plan, StringBuilder text) {
        PlanCoverage coverage = PlanCoverage.of(book, plan);
        Map<PlanCoverage.Cover, List<Plan.ClauseEntry>> byCover = coverage.byCover();
        text.append('《')
                .append(plan.title())
                .append("》条款单元")
                .append(plan.clauses().size())
                .append("个，规定")
                .append(coverage.own().size())
                .append("条，基期值")
                .append(plan.baselines().size())
                .append("个\n");
        byCover.forEach(
                (cover, entries) -> count(cover.label(), entries, all || cover == PlanCoverage.Cover.UNSAID, text));
        text.append("  已编规则的条款中另有").append(plan.sentences().size()).append("句未单独编成规则，理由见 plan.yaml\n");
        return byCover.getOrDefault(PlanCoverage.Cover.UNSAID, List.of()).size();
    }

    private static void count(String label, List<Plan.ClauseEntry> entries, boolean each, StringBuilder text) {
        text.append("  ").append(label).append("：").append(entries.size()).append('\n');
        if (each) {
            entries.forEach(entry -> text.append("    ")
                    .append(entry.path())
                    .append("  ")
                    .append(entry.heading())
                    .append("  ")
                    .append(entry.why())
                    .append('\n'));
        }
    }

    private static int compare(Plan plan, PlanText official, StringBuilder text) {
        List<String> registered =
                plan.clauses().stream().map(Plan.ClauseEntry::path).toList();
        List<String> written = official.clauses().stream().map(Clause::path).toList();
        List<String> unregistered = without(written, registered);
        List<String> unwritten = without(registered, written);
        unregistered.forEach(path -> text.append("  原文条款").append(path).append("不在目录中\n"));
        unwritten.forEach(path -> text.append("  目录条款").append(path).append("不在原文中\n"));
        if (unregistered.isEmpty() && unwritten.isEmpty()) {
            text.append("  目录与原文一致\n");
        }
        return unregistered.size() + unwritten.size();
    }

    private static List<String> without(List<String> from, List<String> these) {
        List<String> left = new ArrayList<>(from);
        left.removeAll(these);
        return left;
    }
}
