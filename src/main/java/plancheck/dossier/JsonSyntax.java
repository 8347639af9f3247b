package plancheck.dossier;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Says in plain words why a text cannot be read as JSON, and on which line. */
final class JsonSyntax {
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)'");
    private static final Pattern TOKEN = Pattern.compile("(?:Unrecognized|[Nn]on-standard) token '([^']{1,40})");
    private static final String ADVICE = "字段名和文字用半角双引号，各项用半角逗号隔开，最后一项后面不加逗号";

    private JsonSyntax() {}

    static List<Problem> explain(RuntimeException e) {
        String said = e instanceof JacksonException j ? String.valueOf(j.getOriginalMessage()) : "";
        int line = e instanceof JacksonException j && j.getLocation() != null
                ? Math.max(0, j.getLocation().getLineNr())
                : 0;
        Matcher character = CHARACTER.matcher(said);
        Matcher token = TOKEN.matcher(said);
        if (said.contains("nesting depth")) {
            return List.of(Problem.error(line, "", "内容层层嵌套，超出限度", "请检查是否误把别的文件当作材料"));
        } else if (said.contains("end-of-input")) {
            return List.of(Problem.error(line, "", "文件不完整，到末尾还缺少右括号或引号", "请检查文件是否完整、括号和引号是否配对"));
        } else if (said.contains("length") && said.contains("exceeds")) {
            return List.of(Problem.error(line, "", "有一个值或名称过长", "请核对这一行"));
        } else if (said.contains("Leading zeroes") || said.contains("eading zero")) {
            return List.of(Problem.error(line, "", "数字不能以 0 开头", "编号请加双引号，数值请去掉开头的 0"));
        } else if (said.contains("control char") || said.contains("Illegal unquoted")) {
            return List.of(Problem.error(line, "", "双引号里换了行或有控制字符", "请把这段文字写在一行里，前后引号配对"));
        } else if (token.find()) {
            return List.of(Problem.error(line, "", "“" + token.group(1) + "”没有加引号或写错了", ADVICE));
        } else if (character.find()) {
            return List.of(Problem.error(line, "", "这里不应出现“" + character.group(1) + "”", ADVICE));
        }
        return List.of(Problem.error(line, "", "JSON 写法有误，从这里起读不下去", ADVICE));
    }
}
