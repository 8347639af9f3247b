package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.match.PlannedPlaces;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;
import plancheck.rulebook.PlanCoverage;
import plancheck.rulebook.PlannedWork;
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
                say(text, Message.of("cli.coverage-without-text"));
            } else {
                unaccounted += compare(plan, official, text);
            }
            works(book, plan, text);
        }
        say(text, unaccounted == 0 ? Message.of("cli.coverage-whole") : Message.of("cli.coverage-lacks", unaccounted));
        terminal.write(text.toString(), false);
        return unaccounted == 0 ? Exit.OK : Exit.FAILED;
    }

    /** Writes the counts of one plan and returns how many clauses nothing is said of. */
    private int plan(RuleBook book, Plan plan, StringBuilder text) {
        PlanCoverage coverage = PlanCoverage.of(book, plan);
        Map<PlanCoverage.Cover, List<Plan.ClauseEntry>> byCover = coverage.byCover();
        say(
                text,
                Message.of(
                        "cli.coverage-of-plan",
                        plan.name(),
                        plan.clauses().size(),
                        coverage.own().size(),
                        plan.baselines().size()));
        byCover.forEach(
                (cover, entries) -> count(cover.inWords(), entries, all || cover == PlanCoverage.Cover.UNSAID, text));
        say(text, Message.of("cli.coverage-sentences", plan.sentences().size()));
        return byCover.getOrDefault(PlanCoverage.Cover.UNSAID, List.of()).size();
    }

    /** How many works of each sector and at each place the plan names or counts. */
    private void works(RuleBook book, Plan plan, StringBuilder text) {
        List<PlannedWork> works = book.plannedWorks().stream()
                .filter(work -> work.plan().equals(plan.id()) && !work.isKind())
                .toList();
        if (works.isEmpty()) {
            return;
        }
        long kinds = book.plannedWorks().stream()
                .filter(work -> work.plan().equals(plan.id()) && work.isKind())
                .count();
        PlannedPlaces places = new PlannedPlaces(book);
        say(text, Message.of("cli.coverage-works", works.size(), kinds));
        say(
                text,
                Message.of(
                        "cli.coverage-works-by",
                        counted(works.stream().map(work -> WorksList.sectorInWords(book, work)))));
        say(
                text,
                Message.of(
                        "cli.coverage-works-by",
                        counted(works.stream().flatMap(work -> places.inWords(work).stream()))));
    }

    /** Each with how often it stands there, the most frequent first. */
    private static List<Message> counted(Stream<Label> labels) {
        Map<Label, Long> counts = labels.collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Label, Long>comparingByValue()
                        .reversed()
                        .thenComparing(count -> count.getKey().zh()))
                .map(count -> Message.of("cli.coverage-counted", count.getKey(), count.getValue()))
                .toList();
    }

    private void count(Label label, List<Plan.ClauseEntry> entries, boolean each, StringBuilder text) {
        say(text, Message.of("cli.coverage-count", label, entries.size()));
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

    private int compare(Plan plan, PlanText official, StringBuilder text) {
        List<String> registered =
                plan.clauses().stream().map(Plan.ClauseEntry::path).toList();
        List<String> written = official.clauses().stream().map(Clause::path).toList();
        List<String> unregistered = without(written, registered);
        List<String> unwritten = without(registered, written);
        unregistered.forEach(path -> say(text, Message.of("cli.coverage-unregistered", path)));
        unwritten.forEach(path -> say(text, Message.of("cli.coverage-unwritten", path)));
        if (unregistered.isEmpty() && unwritten.isEmpty()) {
            say(text, Message.of("cli.coverage-agrees"));
        }
        return unregistered.size() + unwritten.size();
    }

    private void say(StringBuilder text, Message message) {
        text.append(message.in(setup.language()));
    }

    private static List<String> without(List<String> from, List<String> these) {
        List<String> left = new ArrayList<>(from);
        left.removeAll(these);
        return left;
    }
}
