package plancheck.dossier.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.dossier.Node;
import plancheck.facts.Days;
import plancheck.facts.Label;

/** What to do about something that should have been a date. */
final class DateAdvice {
    private static final Pattern PARTS = Pattern.compile("(\\d{4})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{1,2})\\D{0,3}");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private DateAdvice() {}

    static Label of(String written) {
        String plain = Normalizer.normalize(Node.shortened(written), Normalizer.Form.NFKC);
        Matcher digits = DIGITS.matcher(plain);
        Matcher parts = digits.matches() ? digits : PARTS.matcher(plain);
        if (plain.matches("[+-]\\d{5,}-.*")) {
            return outside();
        }
        if (!digits.matches() && !parts.matches()) {
            return new Label("请写成 2024-12-31 的样子", "Write it like 2024-12-31");
        }
        int year = Integer.parseInt(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        int day = Integer.parseInt(parts.group(3));
        if (!Days.has(year)) {
            return outside();
        }
        try {
            return Label.filled("请写成 %s", "Write %s", LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return month < 1 || month > 12
                    ? Label.filled("没有%s月，请核对", "There is no month %s; check the date", month)
                    : Label.filled(
                            "%s年%s月只有%s天，请核对",
                            "Month %2$s of %1$s has only %3$s days; check the date",
                            year,
                            month,
                            YearMonth.of(year, month).lengthOfMonth());
        }
    }

    private static Label outside() {
        return Label.filled("年份应在%s年至%s年之间", "The year is between %s and %s", Days.FIRST_YEAR, Days.LAST_YEAR);
    }
}
