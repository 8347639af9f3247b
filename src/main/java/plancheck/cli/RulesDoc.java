package plancheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Message;
import plancheck.rulebook.Handbook;
import plancheck.rulebook.RuleBook;

/** {@code plancheck rules doc}: writes the handbook of all provisions. */
@Command(
        name = "doc",
        header = "把全部规定写成一份手册（Markdown）：按章节列出标题、约束对象、要求、期限、约束程度、释义和条款。",
        description = {
            "",
            "  plancheck rules doc --rules rules        按改过的规则重写 src/docs/provisions.md",
            "  plancheck rules doc -o 规定一览.md       写到别的文件；写 -o - 输出到屏幕",
            ""
        },
        optionListHeading = "%n选项：%n")
final class RulesDoc implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写到这个文件，默认 src/docs/provisions.md")
    private String output = "src/docs/provisions.md";

    RulesDoc(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = setup.ruleBook();
        String text = Handbook.of(book);
        if (output.equals("-")) {
            terminal.write(text, true);
            return Exit.OK;
        }
        Path file = Path.of(output);
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new CliException(Exit.NOT_WRITTEN, Message.of("cli.doc-without-directory", output));
        }
        try {
            new TargetFile(file).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CliException(Exit.NOT_WRITTEN, Message.of("cli.doc-not-whole", output, e.getMessage()));
        }
        terminal.write(Message.of("cli.doc-written", output, book.provisions().size()));
        return Exit.OK;
    }
}
