package plancheck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Citation;
import plancheck.plan.Clause;
import plancheck.plan.PlanText;
import plancheck.rulebook.Plan;
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
    /** How a clause may be covered; anything else is no account of it. */
    private static final Map<String, String> COVERS = new LinkedHashMap<>();

    static {
        COVERS.put("rules", "已编规则");
        COVERS.put("baseline", "基期数据");
        COVERS.put("direction", "方向性表述，无可判定标准");
        COVERS.put("repeat", "与其他条款重复");
    }

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
        RuleBook book = setup.ruleBook(terminal);
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
        Set<String> cited = book.provisions().stream()
                .flatMap(provision -> provision.citations().stream())
                .filter(citation -> citation.plan().equals(plan.id()))
                .map(Citation::clause)
                .collect(Collectors.toSet());
        Map<String, List<Plan.Entry>> byCover =
                plan.clauses().stream().collect(Collectors.groupingBy(entry -> cover(entry, cited)));
        long provisions = book.provisions().stream()
                .filter(provision -> provision.plan().equals(plan.id()))
                .count();
        text.append('《')
                .append(plan.title())
                .append("》条款单元")
                .append(plan.clauses().size())
                .append("个，规定")
                .append(provisions)
                .append("条，基期值")
                .append(plan.baselines().size())
                .append("个\n");
        COVERS.forEach((cover, label) -> count(label, byCover.getOrDefault(cover, List.of()), all, text));
        count("没有说明", byCover.getOrDefault("", List.of()), true, text);
        text.append("  已编规则的条款中另有").append(plan.sentences().size()).append("句未单独编成规则，理由见 plan.yaml\n");
        return byCover.getOrDefault("", List.of()).size();
    }

    private static void count(String label, List<Plan.Entry> entries, boolean each, StringBuilder text) {
        if (entries.isEmpty()) {
            return;
        }
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
        List<String> registered = plan.clauses().stream().map(Plan.Entry::path).toList();
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

    private static String cover(Plan.Entry entry, Set<String> cited) {
        if (cited.contains(entry.path())) {
            return "rules";
        }
        return COVERS.containsKey(entry.cover()) && !entry.why().isEmpty() ? entry.cover() : "";
    }
}
