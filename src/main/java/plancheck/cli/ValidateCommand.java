package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import plancheck.dossier.DossierReader;
import plancheck.facts.Label;

/** {@code plancheck validate}: says what is wrong with dossiers without checking them. */
@Command(
        name = "validate",
        header = "只看材料填写是否规范，不作判定。",
        description = {"", "所有问题一次列出，每处注明行号和改法。材料规范时退出码为 0，否则为 65。", ""},
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class ValidateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "1..*", paramLabel = "材料", description = "材料文件（YAML 或 JSON），写 - 从标准输入读取")
    private List<String> files = new ArrayList<>();

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DossierReader reader = new DossierReader(setup.ruleBook());
        boolean valid = true;
        for (String file : files) {
            boolean read = setup.dossier(file, reader, terminal) != null;
            valid &= read;
            if (read) {
                terminal.write(
                        setup.language().of(Label.filled("%s：填写规范\n", "%s: filled in as it should be\n", file)), false);
            }
        }
        return valid ? Exit.OK : Exit.DOSSIER_INVALID;
    }
}
