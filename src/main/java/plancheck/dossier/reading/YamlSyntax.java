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
import plancheck.facts.Label;
import tools.jackson.core.JacksonException;

/** Says in plain words why a text cannot be read as YAML, and on which line. */
final class YamlSyntax {
    private static final int LONGEST_LINE = 100_000;
    private static final Pattern WIDE_COLON = Pattern.compile("\\s*(?:- +)?[\"']?[A-Za-z][\\w.-]*[\"']?\\s*：.*");
    private static final Pattern TIGHT_COLON = Pattern.compile("\\s*(?:- +)?([A-Za-z][\\w.-]*):([^\\s:/].*)");
    private static final Pattern TAB = Pattern.compile(" *\\t.*");
    private static final Pattern BAD_START = Pattern.compile("found character '(.)");

    /** What the parser says, what to say instead, and whether the line where it began is the one meant. */
    private record ParserMessage(String said, Label message, Label advice, boolean atStart) {}

    private static final List<ParserMessage> SAYINGS = List.of(
            new ParserMessage(
                    "(TAB)",
                    new Label("缩进用了制表符（Tab）", "The line is indented with a tab"),
                    new Label("请把行首的制表符改成空格", "Use spaces at the beginning of the line"),
                    false),
            new ParserMessage(
                    "mapping values are not allowed",
                    new Label("冒号的位置不对", "There should be no colon here"),
                    new Label(
                            "下一级内容要另起一行并缩进；内容本身带冒号时请加引号",
                            "Put what is below it on a new line, indented; put a value with a colon in quotes"),
                    false),
            new ParserMessage(
                    "could not find expected ':'",
                    new Label("这一行缺少冒号", "There is no colon on this line"),
                    new Label(
                            "请写成“名称: 值”，冒号用半角，后面空一格",
                            "Write it as “name: value”, with an ordinary colon and a space after it"),
                    true),
            new ParserMessage(
                    "sequence entries are not allowed",
                    new Label("“-”的位置不对", "There should be no “-” here"),
                    new Label(
                            "清单的每一项另起一行；没有数据就留空",
                            "Put each entry of a list on a line of its own; leave it empty if it is not known"),
                    false),
            new ParserMessage(
                    "quoted scalar found unexpected end",
                    new Label("引号没有配对", "A quotation mark is not closed"),
                    new Label("请补上后引号", "Add the closing one"),
                    true),
            new ParserMessage(
                    "unknown escape character",
                    new Label("双引号里的反斜杠写法不对", "There is a wrong backslash between double quotes"),
                    new Label("请把双引号改成单引号", "Use single quotes instead"),
                    false),
            new ParserMessage(
                    "expected ',' or",
                    new Label("括号没有配对，或各项之间缺少逗号", "A bracket is not closed, or there is no comma between entries"),
                    new Label(
                            "请检查括号；各项之间用半角逗号“,”隔开",
                            "Check the brackets, and put an ordinary comma “,” between entries"),
                    true),
            new ParserMessage(
                    "expected <block end>",
                    new Label("这一行的缩进或写法与上文不一致", "This line is indented or written otherwise than those above"),
                    new Label(
                            "同一级的各行请左对齐，每行写成“名称: 值”", "Align the lines of one level, and write each as “name: value”"),
                    false),
            new ParserMessage(
                    "expected '<document start>'",
                    new Label("这一行的缩进与上文不一致", "This line is indented otherwise than those above"),
                    new Label("同一级的各行请左对齐", "Align the lines of one level"),
                    false),
            new ParserMessage(
                    "scanning a block scalar",
                    new Label("“|”或“>”后面有多余内容", "There is something after “|” or “>”"),
                    new Label("请给以“|”或“>”开头的内容加引号", "Put a value that begins with “|” or “>” in quotes"),
                    false),
            new ParserMessage(
                    "scanning an alias",
                    new Label("内容以“*”开头", "A value begins with “*”"),
                    new Label("请给这个值加上引号", "Put the value in quotes"),
                    false),
            new ParserMessage(
                    "scanning an anchor",
                    new Label("内容以“&”开头", "A value begins with “&”"),
                    new Label("请给这个值加上引号", "Put the value in quotes"),
                    false),
            new ParserMessage(
                    "tag",
                    new Label("内容以“!”开头", "A value begins with “!”"),
                    new Label("请给这个值加上引号", "Put the value in quotes"),
                    false),
            new ParserMessage(
                    "property name",
                    new Label("这一行的名称不是文字", "The name on this line is no text"),
                    new Label("请写成“名称: 值”", "Write it as “name: value”"),
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
                        () -> new Label("冒号是全角的“：”", "The colon is a full-width one"),
                        () -> new Label("请改成半角冒号“:”，后面空一格", "Use an ordinary colon “:” with a space after it"),
                        lines,
                        problems);
            } else if (TAB.matcher(line).matches() && !line.isBlank()) {
                slip(
                        number,
                        "tab",
                        () -> new Label("缩进用了制表符（Tab）", "The line is indented with a tab"),
                        () -> new Label("请把行首的制表符改成空格", "Use spaces at the beginning of the line"),
                        lines,
                        problems);
            } else if (tight.matches()) {
                slip(
                        number,
                        "tight",
                        () -> new Label("冒号后面没有空格", "There is no space after the colon"),
                        () -> Label.filled(
                                "请写成“%s”",
                                "Write it as “%s”",
                                Node.shortened(tight.group(1)) + ": " + Node.shortened(tight.group(2))),
                        lines,
                        problems);
            }
        }
        return lines;
    }

    private static void slip(
            int line, String what, Supplier<Label> message, Supplier<Label> advice, BitSet lines, Problems problems) {
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
                    new Label("内容层层嵌套，超出限度", "It is nested too deeply"),
                    new Label("请检查是否误把别的文件当作材料", "Check whether this is the dossier and not another file"));
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
                    Label.filled("内容以“%s”开头", "A value begins with “%s”", start.group(1)),
                    new Label("请给这个值加上引号", "Put the value in quotes"));
        }
        return Problem.error(
                line(e, cause, false),
                "",
                new Label("YAML 写法有误，从这里起读不下去", "This is no YAML from here on"),
                new Label(
                        "请检查这一行及上一行的缩进、冒号、引号和括号",
                        "Check indentation, colons, quotation marks and brackets on this line and the one before"));
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
