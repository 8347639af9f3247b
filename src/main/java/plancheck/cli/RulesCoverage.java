package plancheck.cli;

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
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules coverage}: how each clause of the plans is covered. */
@Command(name = "coverage", header = "逐条款统计规则库的覆盖情况：已编规则、基期数据、方向性表述、重复、尚未编入。", optionListHeading = "%n选项：%n")
final class RulesCoverage implements Callable<Integer> {
    private static final Map<String, String> COVERS = new LinkedHashMap<>();

    static {
        COVERS.put("rules", "已编规则");
        COVERS.put("baseline", "基期数据");
        COVERS.put("direction", "方向性表述，无可判定标准");
        COVERS.put("repeat", "与其他条款重复");
        COVERS.put("open", "尚未编入");
        COVERS.put("", "没有说明");
    }

    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(names = "--all", description = "逐条列出，不只列数目")
    private boolean all;

    RulesCoverage(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook(terminal);
        StringBuilder text = new StringBuilder();
        boolean unaccounted = false;
        for (Plan plan : book.plans().values()) {
            Set<String> cited = book.provisions().stream()
                    .flatMap(provision -> provision.citations().stream())
                    .filter(citation -> citation.plan().equals(plan.id()))
                    .map(Citation::clause)
                    .collect(Collectors.toSet());
            Map<String, List<Plan.Entry>> byCover =
                    plan.clauses().stream().collect(Collectors.groupingBy(entry -> cover(entry, cited)));
            text.append('《')
                    .append(plan.title())
                    .append("》条款单元")
                    .append(plan.clauses().size())
                    .append("个\n");
            COVERS.forEach((cover, label) -> {
                List<Plan.Entry> entries = byCover.getOrDefault(cover, List.of());
                if (!entries.isEmpty()) {
                    text.append("  ")
                            .append(label)
                            .append("：")
                            .append(entries.size())
                            .append('\n');
                    if (all || cover.isEmpty()) {
                        entries.forEach(entry -> text.append("    ")
                                .append(entry.path())
                                .append("  ")
                                .append(entry.heading())
                                .append("  ")
                                .append(entry.why())
                                .append('\n'));
                    }
                }
            });
            text.append("  已编规则的条款中另有").append(plan.sentences().size()).append("句未单独编成规则，理由见 plan.yaml\n");
            unaccounted |= byCover.containsKey("");
        }
        terminal.write(text.toString(), false);
        return unaccounted ? Exit.FAILED : Exit.OK;
    }

    private static String cover(Plan.Entry entry, Set<String> cited) {
        return cited.contains(entry.path()) ? "rules" : entry.cover();
    }
}
