package plancheck.dossier.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.dossier.Node;
import plancheck.facts.Days;
import plancheck.facts.Message;

/** What to do about something that should have been a date. */
final class DateAdvice {
    private static final Pattern PARTS = Pattern.compile("(\\d{4})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{1,2})\\D{0,3}");
    /** A number that was 2024.1 or 2024.10. */
    private static final Pattern LOST_ZERO = Pattern.compile("(\\d{4})\\.1");

    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private DateAdvice() {}

    static Message of(String written) {
        String plain = Normalizer.normalize(Node.shortened(written), Normalizer.Form.NFKC);
        Matcher digits = DIGITS.matcher(plain);
        Matcher parts = digits.matches() ? digits : PARTS.matcher(plain);
        Matcher lost = LOST_ZERO.matcher(plain);
        if (lost.matches()) {
            return Message.of("dossier.write-which-month", lost.group(1));
        }
        if (plain.matches("[+-]\\d{5,}-.*")) {
            return outside();
        }
        if (!digits.matches() && !parts.matches()) {
            return Message.of("dossier.write-date-like");
        }
        int year = Integer.parseInt(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        int day = Integer.parseInt(parts.group(3));
        if (!Days.has(year)) {
            return outside();
        }
        try {
            return Message.of(
                    "dossier.write-it-so", LocalDate.of(year, month, day).toString());
        } catch (DateTimeException e) {
            return month < 1 || month > 12
                    ? Message.of("dossier.no-such-month", month)
                    : Message.of(
                            "dossier.no-such-day",
                            year,
                            month,
                            YearMonth.of(year, month).lengthOfMonth());
        }
    }

    private static Message outside() {
        return Message.of("dossier.year-out-of-range", Days.FIRST_YEAR, Days.LAST_YEAR);
    }
}
