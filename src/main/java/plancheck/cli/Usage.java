package plancheck.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import plancheck.facts.Days;

/** Says in Chinese what is wrong with a command line. */
final class Usage {
    private Usage() {}

    static String explain(CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return "命令有误：" + message(e) + "\n请看：" + command + " --help";
    }

    /** Never picocli's own words, which are English. */
    private static String message(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            String arguments = String.join(" ", unmatched.getUnmatched());
            return "不认识“" + arguments + "”"
                    + (suggestions.isEmpty() ? "" : "，是否想写“" + String.join("”或“", suggestions) + "”？");
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            return "缺少" + missing.getMissing().stream().map(Usage::name).collect(Collectors.joining("、"));
        }
        if (e instanceof CommandLine.OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + "只能写一次";
        }
        ArgSpec argument = e.getArgSpec();
        if (argument == null) {
            return "写法不对";
        }
        String value = e.getValue();
        return (value == null ? "" : "“" + value + "”不能用作")
                + name(argument)
                + (value == null ? "写法不对" : "")
                + advice(argument);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + "（" + option.paramLabel() + "）"
                : argument.paramLabel();
    }

    private static String advice(ArgSpec argument) {
        if (argument.type() == LocalDate.class) {
            return "，" + Days.advice().zh() + "，且须是日历上有的日子";
        }
        if (argument.type().isEnum()) {
            return "，可用：" + argument.paramLabel();
        }
        return argument.isMultiValue() && argument.type() == Map.class ? "，请写成 " + argument.paramLabel() : "";
    }
}
