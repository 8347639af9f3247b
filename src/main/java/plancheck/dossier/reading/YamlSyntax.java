package plancheck.dossier.reading;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import plancheck.dossier.Node;
import plancheck.dossier.Pointer;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Message;
import tools.jackson.core.JacksonException;

/** Says in plain words why a text cannot be read as YAML, and on which line. */
final class YamlSyntax {
    private static final int LONGEST_LINE = 100_000;
    private static final Pattern WIDE_COLON = Pattern.compile("\\s*(?:- +)?[\"']?[A-Za-z][\\w.-]*[\"']?\\s*：.*");
    private static final Pattern TIGHT_COLON = Pattern.compile("\\s*(?:- +)?([A-Za-z][\\w.-]*):([^\\s:/].*)");
    private static final Pattern TAB = Pattern.compile(" *\\t.*");
    private static final Pattern BAD_START = Pattern.compile("found character '(.)");

    /** What the parser says, what to say instead, and whether the line where it began is the one meant. */
    private record ParserMessage(String said, Message message, Message advice, boolean atStart) {}

    private static final List<ParserMessage> SAYINGS = List.of(
            new ParserMessage(
                    "(TAB)",
                    Message.of("dossier.line-indented-with-tab"),
                    Message.of("dossier.indent-with-spaces"),
                    false),
            new ParserMessage(
                    "mapping values are not allowed",
                    Message.of("dossier.colon-misplaced"),
                    Message.of("dossier.new-line-or-quotes"),
                    false),
            new ParserMessage(
                    "could not find expected ':'",
                    Message.of("dossier.colon-missing"),
                    Message.of("dossier.write-name-colon-value"),
                    true),
            new ParserMessage(
                    "sequence entries are not allowed",
                    Message.of("dossier.dash-misplaced"),
                    Message.of("dossier.entry-on-own-line"),
                    false),
            new ParserMessage(
                    "quoted scalar found unexpected end",
                    Message.of("dossier.quote-not-closed"),
                    Message.of("dossier.close-quote"),
                    true),
            new ParserMessage(
                    "unknown escape character",
                    Message.of("dossier.wrong-backslash"),
                    Message.of("dossier.use-single-quotes-instead"),
                    false),
            new ParserMessage(
                    "expected ',' or",
                    Message.of("dossier.bracket-or-comma-missing"),
                    Message.of("dossier.check-brackets-and-commas"),
                    true),
            new ParserMessage(
                    "expected <block end>",
                    Message.of("dossier.line-written-otherwise"),
                    Message.of("dossier.align-lines-name-value"),
                    false),
            new ParserMessage(
                    "expected '<document start>'",
                    Message.of("dossier.line-indented-otherwise"),
                    Message.of("dossier.align-lines"),
                    false),
            new ParserMessage(
                    "scanning a block scalar",
                    Message.of("dossier.text-after-block-mark"),
                    Message.of("dossier.put-block-mark-in-quotes"),
                    false),
            new ParserMessage(
                    "scanning an alias",
                    Message.of("dossier.value-begins-with-alias"),
                    Message.of("dossier.put-value-in-quotes"),
                    false),
            new ParserMessage(
                    "scanning an anchor",
                    Message.of("dossier.value-begins-with-anchor"),
                    Message.of("dossier.put-value-in-quotes"),
                    false),
            new ParserMessage(
                    "tag",
                    Message.of("dossier.value-begins-with-tag"),
                    Message.of("dossier.put-value-in-quotes"),
                    false),
            new ParserMessage(
                    "property name",
                    Message.of("dossier.name-is-no-text"),
                    Message.of("dossier.write-name-value"),
                    false));

    private YamlSyntax() {}

    /** At least one problem: the slips seen in the text, and what the parser stumbled over if that is another matter. */
    static void explain(RuntimeException e, String text, Problems problems) {
        BitSet slips = slips(text, problems);
        Problem main = main(e);
        if (!slips.get(main.line()) && (main.line() == 0 || !slips.get(main.line() - 1))) {
            problems.add(main);
        }
    }

    /** The first line the parser would take minutes for, 0 when there is none. */
    static int tooLongLine(String text) {
        int number = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                number += c == '\n' || i + 1 == text.length() || text.charAt(i + 1) != '\n' ? 1 : 0;
                start = i + 1;
            } else if (i - start > LONGEST_LINE) {
                return number;
            }
        }
        return 0;
    }

    /** Tells the usual slips of the pen, which the parser would only notice later and elsewhere; answers their lines. */
    static BitSet slips(String text, Problems problems) {
        BitSet lines = new BitSet();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Matcher tight = TIGHT_COLON.matcher(line);
            if (WIDE_COLON.matcher(line).matches()) {
                slip(
                        number,
                        "wide",
                        () -> Message.of("dossier.full-width-colon"),
                        () -> Message.of("dossier.ordinary-colon"),
                        lines,
                        problems);
            } else if (TAB.matcher(line).matches() && !line.isBlank()) {
                slip(
                        number,
                        "tab",
                        () -> Message.of("dossier.line-indented-with-tab"),
                        () -> Message.of("dossier.indent-with-spaces"),
                        lines,
                        problems);
            } else if (tight.matches()) {
                slip(
                        number,
                        "tight",
                        () -> Message.of("dossier.no-space-after-colon"),
                        () -> Message.of(
                                "dossier.write-it-as-quoted",
                                Node.shortened(tight.group(1)) + ": " + Node.shortened(tight.group(2))),
                        lines,
                        problems);
            }
        }
        return lines;
    }

    private static void slip(
            int line,
            String what,
            Supplier<Message> message,
            Supplier<Message> advice,
            BitSet lines,
            Problems problems) {
        lines.set(line);
        problems.error(what, YamlSyntax.class, line, Pointer.ROOT, message, advice);
    }

    private static Problem main(RuntimeException e) {
        Throwable cause = e.getCause() instanceof MarkedYamlEngineException ? e.getCause() : e;
        String said = (said(cause) + " " + e.getMessage()).replaceAll("\\s+", " ");
        if (said.contains("nesting depth")) {
            return Problem.error(
                    line(e, cause, false),
                    "",
                    Message.of("dossier.nested-too-deeply"),
                    Message.of("dossier.check-whether-dossier"));
        }
        for (ParserMessage saying : SAYINGS) {
            if (said.contains(saying.said)) {
                return Problem.error(line(e, cause, saying.atStart), "", saying.message, saying.advice);
            }
        }
        Matcher start = BAD_START.matcher(said);
        if (start.find()) {
            return Problem.error(
                    line(e, cause, false),
                    "",
                    Message.of("dossier.value-begins-with", start.group(1)),
                    Message.of("dossier.put-value-in-quotes"));
        }
        return Problem.error(
                line(e, cause, false),
                "",
                Message.of("dossier.no-yaml"),
                Message.of("dossier.check-line-and-one-before"));
    }

    private static String said(Throwable cause) {
        return cause instanceof MarkedYamlEngineException marked ? marked.getContext() + " " + marked.getProblem() : "";
    }

    private static int line(RuntimeException e, Throwable cause, boolean atStart) {
        if (cause instanceof MarkedYamlEngineException marked) {
            Optional<Mark> mark =
                    atStart && marked.getContextMark().isPresent() ? marked.getContextMark() : marked.getProblemMark();
            if (mark.isPresent()) {
                return mark.get().getLine() + 1;
            }
        }
        @Nullable JacksonException jackson = e instanceof JacksonException j ? j : null;
        return jackson == null || jackson.getLocation() == null
                ? 0
                : Math.max(0, jackson.getLocation().getLineNr());
    }
}
