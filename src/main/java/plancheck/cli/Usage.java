package plancheck.cli;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/** What is wrong with a command line, in our own words and never in picocli's, which are in English only. */
final class Usage {
    private Usage() {}

    static Message explain(CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return Message.of("cli.see-help", Message.of("cli.usage", message(e)), command);
    }

    private static Phrase message(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            String arguments = String.join(" ", unmatched.getUnmatched());
            return near.isEmpty()
                    ? Message.of("cli.unknown-argument", arguments)
                    : Message.of("cli.unknown-argument-near", arguments, alternatives(near));
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            return Message.of(
                    "cli.missing-argument",
                    missing.getMissing().stream().map(Usage::name).toList());
        }
        if (e instanceof CommandLine.OverwrittenOptionException twice) {
            return Message.of("cli.option-twice", name(twice.getOverwritten()));
        }
        ArgSpec argument = e.getArgSpec();
        if (argument == null) {
            return Message.of("cli.malformed");
        }
        String value = e.getValue();
        return value == null
                ? Message.of("cli.malformed-argument", name(argument), advice(argument))
                : Message.of("cli.impossible-argument", value, name(argument), advice(argument));
    }

    private static Label alternatives(List<String> near) {
        return new Label(String.join("”或“", near), String.join("” or “", near));
    }

    /** In Chinese with its label, which is in Chinese; in English an argument goes by its field's name. */
    private static Label name(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return new Label(option.longestName() + "（" + option.paramLabel() + "）", option.longestName());
        }
        return new Label(
                argument.paramLabel(),
                argument.userObject() instanceof Field field ? field.getName() : argument.paramLabel());
    }

    private static Phrase advice(ArgSpec argument) {
        if (argument.type() == LocalDate.class) {
            return Message.of("cli.advice-day", Days.advice());
        }
        if (argument.type().isEnum()) {
            return Message.of("cli.advice-choices", argument.paramLabel());
        }
        return argument.isMultiValue() && argument.type() == Map.class
                ? Message.of("cli.advice-form", new Label(argument.paramLabel(), "name=value"))
                : Label.of("");
    }
}
