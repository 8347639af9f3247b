package plancheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plancheck.dossier.writing.JsonSchema;
import plancheck.report.writing.Json;

/** {@code plancheck schema}: prints the JSON Schema of a dossier. */
@Command(name = "schema", header = "打印材料的 JSON Schema，供编辑器和审批系统校验。", optionListHeading = "%n选项：%n")
final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.write(Json.write(JsonSchema.of(setup.ruleBook(), setup.language()::of)), true);
        return Exit.OK;
    }
}
