package plancheck.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Says in Chinese what is wrong with a command line. */
final class Usage {
    private Usage() {}

    static String explain(CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return "命令有误：" + message(e) + "\n请看：" + command + " --help";
    }

    private static String message(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            String arguments = String.join(" ", unmatched.getUnmatched());
            return "不认识“" + arguments + "”"
                    + (suggestions.isEmpty() ? "" : "，是否想写“" + String.join("”或“", suggestions) + "”？");
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            return "缺少"
                    + missing.getMissing().stream()
                            .map(CommandLine.Model.ArgSpec::paramLabel)
                            .collect(Collectors.joining("、"));
        }
        CommandLine.Model.ArgSpec argument = e.getArgSpec();
        String value = e.getValue();
        return argument == null || value == null
                ? String.valueOf(e.getMessage())
                : "“" + value + "”不能用作" + argument.paramLabel();
    }
}
