package plancheck.dossier.values;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Days;
import plancheck.facts.NormalForm;

/**
 * A day as somebody wrote it: {@code 2024年6月30日}, {@code 2024.6}, {@code 2024年底}, or the number by which spreadsheets keep
 * one.
 *
 * @param first the first day that it may mean; {@code last} likewise the last: the same for a whole date
 */
public record WrittenDay(LocalDate first, LocalDate last) {
    private static final int LONGEST = 40;

    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?" + "(?:[T ]?0{1,2}:00(?::00)?(?:\\.0+)?Z?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月份?)?([底末初])?");
    private static final Pattern END_OF_YEAR = Pattern.compile("(\\d{4})年?(?:底|末|年底|年末)");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.0+)?");

    /** The days of a spreadsheet are counted from here; what it gets wrong lies before 1900-03-01. */
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);

    /** Whether it says the day itself. */
    public boolean isWhole() {
        return first.equals(last);
    }

    /** The day; empty for what is none, or lies beyond the years we reckon with. */
    public static Optional<WrittenDay> of(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = NormalForm.of(written).strip();
        return Optional.ofNullable(read(plain)).filter(day -> Days.has(day.first.getYear()));
    }

    private static @Nullable WrittenDay read(String plain) {
        try {
            Matcher day = DAY.matcher(plain);
            Matcher digits = day.matches() ? day : DIGITS.matcher(plain);
            if (day.matches() || digits.matches()) {
                LocalDate at = LocalDate.of(number(digits, 1), number(digits, 2), number(digits, 3));
                return new WrittenDay(at, at);
            }
            Matcher year = END_OF_YEAR.matcher(plain);
            if (year.matches()) {
                LocalDate end = LocalDate.of(number(year, 1), 12, 31);
                return new WrittenDay(end, end);
            }
            Matcher month = MONTH.matcher(plain);
            if (month.matches()) {
                return month(YearMonth.of(number(month, 1), number(month, 2)), month.group(3));
            }
            if (SERIAL.matcher(plain).matches()) {
                LocalDate at = FIRST_SERIAL.plusDays(new BigDecimal(plain).longValueExact());
                return new WrittenDay(at, at);
            }
        } catch (DateTimeException e) {
            return null; // no such day
        }
        return null;
    }

    private static WrittenDay month(YearMonth month, @Nullable String part) {
        if (part == null) {
            return new WrittenDay(month.atDay(1), month.atEndOfMonth());
        }
        LocalDate at = part.equals("初") ? month.atDay(1) : month.atEndOfMonth();
        return new WrittenDay(at, at);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
