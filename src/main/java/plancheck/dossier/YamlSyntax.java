package plancheck.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/** Says in plain words why a text cannot be read as YAML, and on which line. */
final class YamlSyntax {
    private static final int LONGEST_LINE = 100_000;
    private static final Pattern WIDE_COLON = Pattern.compile("\\s*(?:- +)?[\"']?[A-Za-z][\\w.-]*[\"']?\\s*：.*");
    private static final Pattern TIGHT_COLON = Pattern.compile("\\s*(?:- +)?([A-Za-z][\\w.-]*):([^\\s:/].*)");
    private static final Pattern TAB = Pattern.compile(" *\\t.*");
    private static final Pattern BAD_START = Pattern.compile("found character '(.)");

    /** What the parser says, what to say instead, and whether the line where it began is the one meant. */
    private record Saying(String said, String message, String advice, boolean atStart) {}

    private static final List<Saying> SAYINGS = List.of(
            new Saying("(TAB)", "缩进用了制表符（Tab）", "请把行首的制表符改成空格", false),
            new Saying("mapping values are not allowed", "冒号的位置不对", "下一级内容要另起一行并缩进；内容本身带冒号时请加引号", false),
            new Saying("could not find expected ':'", "这一行缺少冒号", "请写成“名称: 值”，冒号用半角，后面空一格", true),
            new Saying("sequence entries are not allowed", "“-”的位置不对", "清单的每一项另起一行；没有数据就留空", false),
            new Saying("quoted scalar found unexpected end", "引号没有配对", "请补上后引号", true),
            new Saying("unknown escape character", "双引号里的反斜杠写法不对", "请把双引号改成单引号", false),
            new Saying("expected ',' or", "括号没有配对，或各项之间缺少逗号", "请检查括号；各项之间用半角逗号“,”隔开", true),
            new Saying("expected <block end>", "这一行的缩进或写法与上文不一致", "同一级的各行请左对齐，每行写成“名称: 值”", false),
            new Saying("expected '<document start>'", "这一行的缩进与上文不一致", "同一级的各行请左对齐", false),
            new Saying("scanning a block scalar", "“|”或“>”后面有多余内容", "请给以“|”或“>”开头的内容加引号", false),
            new Saying("scanning an alias", "内容以“*”开头", "请给这个值加上引号", false),
            new Saying("scanning an anchor", "内容以“&”开头", "请给这个值加上引号", false),
            new Saying("tag", "内容以“!”开头", "请给这个值加上引号", false),
            new Saying("property name", "这一行的名称不是文字", "请写成“名称: 值”", false));

    private YamlSyntax() {}

    /** At least one problem: the slips seen in the text, and what the parser stumbled over if that is another matter. */
    static List<Problem> explain(RuntimeException e, String text) {
        List<Problem> problems = new ArrayList<>(slips(text));
        Problem main = main(e);
        Set<Integer> explained = problems.stream().map(Problem::line).collect(Collectors.toSet());
        if (!explained.contains(main.line()) && !explained.contains(main.line() - 1)) {
            problems.add(main);
        }
        return problems;
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

    /** Lines with the usual slips of the pen, which the parser would only notice later and elsewhere. */
    static List<Problem> slips(String text) {
        List<Problem> slips = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Matcher tight = TIGHT_COLON.matcher(line);
            if (WIDE_COLON.matcher(line).matches()) {
                slips.add(Problem.error(number, "", "冒号是全角的“：”", "请改成半角冒号“:”，后面空一格"));
            } else if (TAB.matcher(line).matches() && !line.isBlank()) {
                slips.add(Problem.error(number, "", "缩进用了制表符（Tab）", "请把行首的制表符改成空格"));
            } else if (tight.matches()) {
                String right = tight.group(1) + ": " + Node.shortened(tight.group(2));
                slips.add(Problem.error(number, "", "冒号后面没有空格", "请写成“" + right + "”"));
            }
        }
        return slips;
    }

    private static Problem main(RuntimeException e) {
        Throwable cause = e.getCause() instanceof MarkedYamlEngineException ? e.getCause() : e;
        String said = (said(cause) + " " + e.getMessage()).replaceAll("\\s+", " ");
        if (said.contains("nesting depth")) {
            return Problem.error(line(e, cause, false), "", "内容层层嵌套，超出限度", "请检查是否误把别的文件当作材料");
        }
        for (Saying saying : SAYINGS) {
            if (said.contains(saying.said)) {
                return Problem.error(line(e, cause, saying.atStart), "", saying.message, saying.advice);
            }
        }
        Matcher start = BAD_START.matcher(said);
        if (start.find()) {
            return Problem.error(line(e, cause, false), "", "内容以“" + start.group(1) + "”开头", "请给这个值加上引号");
        }
        return Problem.error(line(e, cause, false), "", "YAML 写法有误，从这里起读不下去", "请检查这一行及上一行的缩进、冒号、引号和括号");
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
