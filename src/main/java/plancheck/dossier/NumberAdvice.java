package plancheck.dossier;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about something that should have been a number. */
final class NumberAdvice {
    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?[\\d.]+)\\s*(\\D{1,6})");

    private NumberAdvice() {}

    /** @param unit the unit a bare value is in, empty when there is none */
    static String of(Node node, String unit) {
        if (node.form() == Node.Form.NUMBER) {
            boolean large = node.textOrEmpty().matches("-?\\d.*");
            return large ? "数值过大或位数过多，请核对" : "请写确切的数值；没有数据就留空";
        }
        String written = node.textOrEmpty();
        if (written.length() > 60) {
            return "请只写阿拉伯数字；没有数据就留空";
        }
        // Full-width digits, points and percent signs become half-width ones.
        String plain =
                Normalizer.normalize(written, Normalizer.Form.NFKC).strip().replaceAll("(?<=\\d)[,_ ](?=\\d{3})", "");
        if (isNumber(plain)) {
            String right = new BigDecimal(plain).toPlainString();
            return right.equals(written) ? "请去掉引号" : "请写成 " + right + "（半角数字，不加引号、逗号和正号）";
        }
        Matcher amount = WITH_UNIT.matcher(plain);
        if (!amount.matches() || !isNumber(amount.group(1))) {
            return "请只写阿拉伯数字；没有数据就留空";
        }
        String number = new BigDecimal(amount.group(1)).toPlainString();
        String given = amount.group(2).strip();
        return given.equals(unit) || unit.isEmpty()
                ? "只写数字：" + number
                : "只写数字，单位另写：{ value: " + number + ", unit: " + given + ", year: 年份 }";
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)");
    }
}
