package plancheck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.plan.store.PlanStore;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.PlanTextException;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;

/** {@code plancheck plans}: the official texts, given by the user and kept on his machine. */
@Command(
        name = "plans",
        header = "导入和查看规划原文。原文不随程序分发，导入后报告可附条款全文。",
        description = {
            "",
            "  plancheck plans add 省规划.txt 市规划.txt",
            "  plancheck plans list",
            "  plancheck plans show pingliang 六/（一）/3",
            ""
        },
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        subcommands = {PlansCommand.PlansAdd.class, PlansCommand.PlansList.class, PlansCommand.PlansShow.class})
final class PlansCommand extends CommandGroup {
    /** {@code plans add}. */
    @Command(name = "add", header = "导入规划原文（文本文件），自动识别是哪一份规划。", optionListHeading = "%n选项：%n")
    static final class PlansAdd implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private Setup setup = new Setup();

        @Parameters(arity = "1..*", paramLabel = "文件", description = "规划原文的文本文件")
        private List<Path> files = new ArrayList<>();

        PlansAdd(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RuleBook book = setup.ruleBook();
            PlanStore store = new PlanStore(setup.home(), book.knownPlans());
            int exit = Exit.OK;
            for (Path file : files) {
                if (!Files.isRegularFile(file)) {
                    terminal.say(Message.of("cli.no-such-file", file));
                    exit = Exit.NO_INPUT;
                    continue;
                }
                try {
                    String id = store.add(file);
                    int clauses =
                            store.text(id).map(text -> text.clauses().size()).orElse(0);
                    terminal.write(Message.of("cli.plan-added", title(book, id), clauses));
                } catch (PlanTextException e) {
                    terminal.say(e.message());
                    exit = exit == Exit.OK ? Exit.DOSSIER_INVALID : exit;
                }
            }
            return exit;
        }
    }

    /** {@code plans list}. */
    @Command(name = "list", header = "列出规划，以及原文是否已导入。", optionListHeading = "%n选项：%n")
    static final class PlansList implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private Setup setup = new Setup();

        PlansList(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RuleBook book = setup.ruleBook();
            PlanStore store = new PlanStore(setup.home(), book.knownPlans());
            for (Plan plan : book.plans().values()) {
                long provisions = book.provisions().stream()
                        .filter(p -> p.plan().equals(plan.id()))
                        .count();
                terminal.write(Message.of(
                        store.list().contains(plan.id()) ? "cli.plan-with-text" : "cli.plan-without-text",
                        plan.id(),
                        plan.name(),
                        plan.number(),
                        provisions));
            }
            return Exit.OK;
        }
    }

    /** {@code plans show}. */
    @Command(name = "show", header = "显示规划的条款目录，或某一条款的全文。", optionListHeading = "%n选项：%n")
    static final class PlansShow implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private Setup setup = new Setup();

        @Parameters(index = "0", paramLabel = "规划", description = "规划编号，可用 plancheck plans list 查找")
        private String plan = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "条款", description = "例如 六/（一）/3；不写则列出目录")
        private @Nullable String path;

        PlansShow(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RuleBook book = setup.ruleBook();
            if (!book.plans().containsKey(plan)) {
                throw CliException.usage(Message.of(
                        "cli.no-such-plan", plan, List.copyOf(book.plans().keySet())));
            }
            PlanText text = new PlanStore(setup.home(), book.knownPlans())
                    .text(plan)
                    .orElseThrow(() ->
                            new CliException(Exit.NO_INPUT, Message.of("cli.plan-text-missing", title(book, plan))));
            StringBuilder shown = new StringBuilder();
            for (Clause clause : text.clauses()) {
                if (path == null) {
                    shown.append(clause.path())
                            .append("  ")
                            .append(clause.heading())
                            .append('\n');
                } else if (clause.path().equals(path) || clause.path().startsWith(path + "/")) {
                    shown.append(clause.path())
                            .append('\n')
                            .append(clause.text())
                            .append("\n\n");
                }
            }
            if (shown.isEmpty()) {
                throw CliException.usage(Message.of("cli.no-such-clause", String.valueOf(path), plan));
            }
            terminal.write(shown.toString(), false);
            return Exit.OK;
        }
    }

    private static Label title(RuleBook book, String id) {
        Plan plan = book.plans().get(id);
        return plan == null ? Label.of(id) : plan.name();
    }
}
