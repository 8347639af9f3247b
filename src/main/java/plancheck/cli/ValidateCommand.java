package plancheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Understood;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedIn;
import plancheck.sheet.HandedInReader;

/** {@code plancheck validate}: says what is wrong with dossiers, and what the rest of each comes to. */
@Command(
        name = "validate",
        header = "看材料填写是否规范；有问题的，按能读取的部分试算，不作结论。",
        description = {"", "所有问题一次列出，每处注明行号和改法。有问题的内容在试算中一律按未知处理。材料规范时退出码为 0，否则为 65。", ""},
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class ValidateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "1..*", paramLabel = "材料", description = "材料文件（YAML、JSON 或填报表 xlsx），写 - 从标准输入读取")
    private List<String> files = new ArrayList<>();

    @Option(names = "--marked", paramLabel = "文件", description = "填报表另存标注副本：有问题的单元格标色，附意见（一次一份）")
    private @Nullable Path marked;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (marked != null && (files.size() > 1 || files.contains("-"))) {
            throw CliException.usage(Message.of("cli.mark-one-file"));
        }
        RuleBook book = setup.ruleBook();
        HandedInReader reader = new HandedInReader(book);
        boolean valid = true;
        for (String file : files) {
            HandedIn handedIn = setup.read(file, reader);
            DossierReading reading = handedIn.reading();
            setup.say(Label.of(file), reading.problems(), terminal);
            for (Understood one : reading.taken()) {
                Message taken = Message.of("dossier.taken-for", one.written(), one.taken());
                terminal.say(
                        Message.of("cli.of-file", Label.of(file), Message.of("dossier.on-line", one.line(), taken)));
            }
            if (marked != null) {
                MarkedFile.write(setup.bytes(file), handedIn.remarks(), marked, setup.language(), terminal);
            }
            boolean whole = reading.dossier() != null;
            valid &= whole;
            Phrase said = whole ? Message.of("cli.validate-sound") : tried(reading, book);
            terminal.write(setup.language().of(Message.of("cli.of-file-line", file, said)), false);
        }
        return valid ? Exit.OK : Exit.DOSSIER_INVALID;
    }

    /** What could be read comes to this; what is wrong in it may change any of it but a pass or a fail. */
    private static Phrase tried(DossierReading reading, RuleBook book) {
        Dossier readable = reading.readable();
        if (readable == null) {
            return reading.why();
        }
        List<Message> counts = new ComplianceCheck(book)
                .check(readable).counts().entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count -> Message.of(
                                "cli.count-of-outcome", count.getKey().inWords(), count.getValue()))
                        .toList();
        return Message.of("cli.validate-readable-part", counts);
    }
}
