package plancheck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Message;
import plancheck.proof.Proof;
import plancheck.proof.Prover;
import plancheck.proof.Ranges;
import plancheck.proof.Violation;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules prove}: what is so of the rules whatever a dossier says. */
@Command(
        name = "prove",
        header = "逐条证明：适用条件能成立、能符合也能不符合，约束同一对象的规定能同时符合。",
        description = {
            "",
            "把每条规定交给求解器 Z3，逐个地方、逐个期限求证。查出的每个问题都附一份材料，并由检查核对过；",
            "查出“能符合”“能不符合”的，也各以一份材料由检查核对。",
            "没有问题时退出码为 0，否则为 1。",
            ""
        },
        optionListHeading = "%n选项：%n")
final class RulesProve implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(names = "--witnesses", paramLabel = "目录", description = "把证明问题的材料存到这个目录")
    private @Nullable Path witnesses;

    @Option(names = "--floors", description = "再列出“符合甲必符合乙”的规定")
    private boolean floors;

    @Option(names = "--ranges", description = "再列出各地全部符合时，各项数值所在的范围")
    private boolean ranges;

    RulesProve(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Prover.isAvailable()) {
            throw new CliException(Exit.NO_INPUT, Message.of("cli.prove-without-solver", Prover.SOLVER));
        }
        RuleBook book = setup.ruleBook();
        Proof proof = Prover.of(book);
        StringBuilder text = new StringBuilder();
        List<Violation> violations = proof.violations();
        for (int i = 0; i < violations.size(); i++) {
            Violation one = violations.get(i);
            text.append(say(Message.of(
                    one.confirmed() ? "cli.violation" : "cli.violation-unconfirmed",
                    String.join(" ", one.provisions()),
                    one.fault(),
                    one.where(),
                    one.asOf())));
            keep(one, i + 1);
        }
        if (ranges) {
            Ranges.of(book)
                    .forEach(range -> text.append(say(Message.of(
                            "cli.proved-range",
                            range.where(),
                            range.indicator().name(),
                            String.valueOf(range.year()),
                            end(range.least()),
                            end(range.most()),
                            range.indicator().unitInWords()))));
        }
        if (floors) {
            proof.floors()
                    .forEach(floor -> text.append(say(Message.of(
                            "cli.proved-floor",
                            floor.kept(),
                            floor.floor(),
                            floor.where().size()))));
        }
        text.append(say(Message.of(
                "cli.proved",
                proof.encoded(),
                proof.notEncoded().size(),
                proof.questions(),
                proof.confirmed(),
                String.format(java.util.Locale.ROOT, "%.1f", proof.cpu().toMillis() / 1000.0))));
        text.append(say(
                violations.isEmpty()
                        ? Message.of("cli.proved-clean")
                        : Message.of("cli.proved-violations", violations.size())));
        terminal.write(text.toString(), false);
        return violations.isEmpty() ? Exit.OK : Exit.FAILED;
    }

    private static String end(Optional<BigDecimal> value) {
        return value.map(number -> number.stripTrailingZeros().toPlainString()).orElse("");
    }

    private void keep(Violation violation, int number) {
        Path folder = witnesses;
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < violation.witnesses().size(); i++) {
                String name = number + "-" + violation.provisions().get(0) + (i == 0 ? "" : "-" + (i + 1)) + ".json";
                Files.writeString(folder.resolve(name), violation.witnesses().get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String say(Message message) {
        return message.in(setup.language());
    }
}
