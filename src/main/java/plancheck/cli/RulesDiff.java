package plancheck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.facts.Message;
import plancheck.proof.ProvedDifference;
import plancheck.proof.Prover;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules diff}: what became of the provisions from one directory of rules to another. */
@Command(
        name = "diff",
        header = "比较两个规则目录：增加、删去和改写的规定；加 --proved 证明改得更严还是更宽。",
        description = {
            "",
            "  plancheck rules diff 旧规则 新规则             列出编号",
            "  plancheck rules diff 旧规则 新规则 --proved    逐条逐地证明要求相同、更严、更宽还是有严有宽",
            "",
            "每个不同都附一份材料：按一套规则不符合，按另一套则不然，并由两套规则的检查核对。没有不同时退出码为 0，否则为 1。",
            ""
        },
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class RulesDiff implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(index = "0", paramLabel = "旧规则", description = "规则目录")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "新规则", description = "规则目录")
    private Path after = Path.of("");

    @Option(names = "--proved", description = "逐条逐地证明改得更严还是更宽")
    private boolean proved;

    @Option(names = "--witnesses", description = "把证明不同的材料一并列出")
    private boolean witnesses;

    RulesDiff(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (proved && !Prover.isAvailable()) {
            throw new CliException(Exit.NO_INPUT, Message.of("cli.prove-without-solver", Prover.SOLVER));
        }
        RuleBook old = setup.ruleBook(before);
        RuleBook now = setup.ruleBook(after);
        StringBuilder text = new StringBuilder();
        int differences = list(text, old, p -> now.provision(p.id()).isEmpty(), "cli.diff-gone")
                + list(text, now, p -> old.provision(p.id()).isEmpty(), "cli.diff-added");
        if (proved) {
            List<ProvedDifference.Entry> entries = ProvedDifference.between(old, now);
            for (ProvedDifference.Entry entry : entries) {
                differences += entry.change() == ProvedDifference.Change.SAME ? 0 : 1;
                text.append(say(Message.of(
                        entry.confirmed() ? "cli.diff-proved" : "cli.diff-unconfirmed",
                        entry.provision(),
                        entry.change(),
                        entry.where())));
                if (witnesses) {
                    entry.witnesses()
                            .forEach(
                                    dossier -> text.append("  ").append(dossier).append('\n'));
                }
            }
        } else {
            differences += list(
                    text,
                    now,
                    p -> old.provision(p.id())
                            .filter(other -> !Objects.equals(other.source(), p.source()))
                            .isPresent(),
                    "cli.diff-written-otherwise");
        }
        text.append(say(differences == 0 ? Message.of("cli.diff-none") : Message.of("cli.diff-counted", differences)));
        terminal.write(text.toString(), false);
        return differences == 0 ? Exit.OK : Exit.FAILED;
    }

    private int list(StringBuilder text, RuleBook book, Predicate<Provision> which, String key) {
        List<Provision> found = book.provisions().stream().filter(which).toList();
        found.forEach(provision -> text.append(say(Message.of(key, provision.id(), provision.name()))));
        return found.size();
    }

    private String say(Message message) {
        return message.in(setup.language());
    }
}
