package plancheck.dossier.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.dossier.Problem;
import plancheck.facts.Message;
import tools.jackson.core.JacksonException;

/** Says in plain words why a text cannot be read as JSON, and on which line. */
final class JsonSyntax {
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)'");
    private static final Pattern TOKEN = Pattern.compile("(?:Unrecognized|[Nn]on-standard) token '([^']{1,40})");
    private static final Message ADVICE = Message.of("dossier.check-quotes-and-commas");

    private JsonSyntax() {}

    static Problem explain(RuntimeException e) {
        String said = e instanceof JacksonException j ? String.valueOf(j.getOriginalMessage()) : "";
        int line = e instanceof JacksonException j && j.getLocation() != null
                ? Math.max(0, j.getLocation().getLineNr())
                : 0;
        Matcher character = CHARACTER.matcher(said);
        Matcher token = TOKEN.matcher(said);
        if (said.contains("nesting depth")) {
            return Problem.error(
                    line, "", Message.of("dossier.nested-too-deeply"), Message.of("dossier.check-whether-dossier"));
        } else if (said.contains("end-of-input")) {
            return Problem.error(
                    line, "", Message.of("dossier.file-not-whole"), Message.of("dossier.check-file-is-whole"));
        } else if (said.contains("length") && said.contains("exceeds")) {
            return Problem.error(line, "", Message.of("dossier.value-too-long"), Message.of("dossier.check-this-line"));
        } else if (said.contains("Leading zeroes") || said.contains("eading zero")) {
            return Problem.error(
                    line, "", Message.of("dossier.leading-zero"), Message.of("dossier.leading-zero-advice"));
        } else if (said.contains("control char") || said.contains("Illegal unquoted")) {
            return Problem.error(
                    line, "", Message.of("dossier.line-break-in-quotes"), Message.of("dossier.text-on-one-line"));
        } else if (token.find()) {
            return Problem.error(line, "", Message.of("dossier.word-without-quotes", token.group(1)), ADVICE);
        } else if (character.find()) {
            return Problem.error(line, "", Message.of("dossier.misplaced-character", character.group(1)), ADVICE);
        }
        return Problem.error(line, "", Message.of("dossier.no-json"), ADVICE);
    }
}
