package plancheck.dossier.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.dossier.Problem;
import plancheck.facts.Label;
import tools.jackson.core.JacksonException;

/** Says in plain words why a text cannot be read as JSON, and on which line. */
final class JsonSyntax {
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)'");
    private static final Pattern TOKEN = Pattern.compile("(?:Unrecognized|[Nn]on-standard) token '([^']{1,40})");
    private static final Label ADVICE = new Label(
            "字段名和文字用半角双引号，各项用半角逗号隔开，最后一项后面不加逗号",
            "Put names and texts in straight double quotes and commas between entries, with none after the last");

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
                    line,
                    "",
                    new Label("内容层层嵌套，超出限度", "It is nested too deeply"),
                    new Label("请检查是否误把别的文件当作材料", "Check whether this is the dossier and not another file"));
        } else if (said.contains("end-of-input")) {
            return Problem.error(
                    line,
                    "",
                    new Label("文件不完整，到末尾还缺少右括号或引号", "The file ends before a bracket or quotation mark is closed"),
                    new Label(
                            "请检查文件是否完整、括号和引号是否配对",
                            "Check that the file is whole and that brackets and quotation marks come in pairs"));
        } else if (said.contains("length") && said.contains("exceeds")) {
            return Problem.error(
                    line,
                    "",
                    new Label("有一个值或名称过长", "A value or a name is too long"),
                    new Label("请核对这一行", "Check this line"));
        } else if (said.contains("Leading zeroes") || said.contains("eading zero")) {
            return Problem.error(
                    line,
                    "",
                    new Label("数字不能以 0 开头", "A number cannot begin with 0"),
                    new Label("编号请加双引号，数值请去掉开头的 0", "Put codes in double quotes; take the leading 0 off values"));
        } else if (said.contains("control char") || said.contains("Illegal unquoted")) {
            return Problem.error(
                    line,
                    "",
                    new Label("双引号里换了行或有控制字符", "There is a line break or control character between double quotes"),
                    new Label("请把这段文字写在一行里，前后引号配对", "Write the text on one line, with a quote before and after it"));
        } else if (token.find()) {
            return Problem.error(
                    line,
                    "",
                    Label.filled("“%s”没有加引号或写错了", "“%s” is not in quotes, or misspelt", token.group(1)),
                    ADVICE);
        } else if (character.find()) {
            return Problem.error(
                    line, "", Label.filled("这里不应出现“%s”", "There should be no “%s” here", character.group(1)), ADVICE);
        }
        return Problem.error(line, "", new Label("JSON 写法有误，从这里起读不下去", "This is no JSON from here on"), ADVICE);
    }
}
