package plancheck.dossier;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about something that should have been a date. */
final class DateAdvice {
    private static final Pattern PARTS = Pattern.compile("(\\d{4})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{1,2})\\D{0,3}");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private DateAdvice() {}

    static String of(String written) {
        String plain = Normalizer.normalize(Node.shortened(written), Normalizer.Form.NFKC);
        Matcher digits = DIGITS.matcher(plain);
        Matcher parts = digits.matches() ? digits : PARTS.matcher(plain);
        if (!digits.matches() && !parts.matches()) {
            return "请写成 2024-12-31 的样子";
        }
        int year = Integer.parseInt(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        int day = Integer.parseInt(parts.group(3));
        if (year < Scalars.FIRST_YEAR || year > Scalars.LAST_YEAR) {
            return "年份应在" + Scalars.FIRST_YEAR + "年至" + Scalars.LAST_YEAR + "年之间";
        }
        try {
            return "请写成 " + LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return month < 1 || month > 12
                    ? "没有" + month + "月，请核对"
                    : year + "年" + month + "月只有" + YearMonth.of(year, month).lengthOfMonth() + "天，请核对";
        }
    }
}
