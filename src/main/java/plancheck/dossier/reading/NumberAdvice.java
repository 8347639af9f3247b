package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.dossier.Node;
import plancheck.facts.Label;

/** What to do about something that should have been a number. */
final class NumberAdvice {
    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?[\\d.]+)\\s*(\\D{1,6})");

    private static final Label DIGITS =
            new Label("请只写阿拉伯数字；没有数据就留空", "Write digits only; leave it empty if it is not known");

    private NumberAdvice() {}

    /** @param unit the unit a bare value is in, empty when there is none */
    static Label of(Node node, String unit) {
        if (node.form() == Node.Form.NUMBER) {
            boolean large = node.textOrEmpty().matches("-?\\d.*");
            return large
                    ? new Label("数值过大或位数过多，请核对", "The number is too large or has too many digits; check it")
                    : new Label("请写确切的数值；没有数据就留空", "Write the exact value; leave it empty if it is not known");
        }
        String written = node.textOrEmpty();
        if (written.length() > 60) {
            return DIGITS;
        }
        // Full-width digits, points and percent signs become half-width ones.
        String plain =
                Normalizer.normalize(written, Normalizer.Form.NFKC).strip().replaceAll("(?<=\\d)[,_ ](?=\\d{3})", "");
        if (isNumber(plain)) {
            String right = new BigDecimal(plain).toPlainString();
            return right.equals(written)
                    ? new Label("请去掉引号", "Take off the quotes")
                    : Label.filled(
                            "请写成 %s（半角数字，不加引号、逗号和正号）",
                            "Write %s (ordinary digits, without quotes, commas or plus sign)", right);
        }
        Matcher amount = WITH_UNIT.matcher(plain);
        if (!amount.matches() || !isNumber(amount.group(1))) {
            return DIGITS;
        }
        String number = new BigDecimal(amount.group(1)).toPlainString();
        String given = amount.group(2).strip();
        return given.equals(unit) || unit.isEmpty()
                ? Label.filled("只写数字：%s", "Write the number only: %s", number)
                : Label.filled(
                        "只写数字，单位另写：{ value: %s, unit: %s, year: 年份 }",
                        "Write the number only, and the unit beside it: “{ value: %s, unit: %s, year: … }”",
                        number,
                        given);
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)");
    }
}
