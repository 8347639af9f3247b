package plancheck.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The days plancheck reckons with, whichever door they come through: a plan that looks further ahead is a slip of the pen. */
public final class Days {
    public static final int FIRST_YEAR = 1990;
    public static final int LAST_YEAR = 2100;

    /** A regular expression for a year. */
    public static final String YEAR = "(?:199\\d|20\\d{2}|2100)";

    private static final String LEAP_YEAR = "(?:199[26]|20(?:[02468][048]|[13579][26]))";

    /** A regular expression for a day as it is written, which lets through the days of the calendar only. */
    public static final String DAY = "(?:" + YEAR + "-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|" + LEAP_YEAR + "-02-29)";

    private static final Pattern WRITTEN = Pattern.compile(DAY);

    private Days() {}

    /** The day; empty for what is none, or lies outside the years. */
    public static Optional<LocalDate> of(String written) {
        return WRITTEN.matcher(written).matches() ? Optional.of(LocalDate.parse(written)) : Optional.empty();
    }

    /** Whether the year is one of those. */
    public static boolean has(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** How a day is to be written. */
    public static Message advice() {
        return Message.of("facts.write-day-like", FIRST_YEAR, LAST_YEAR);
    }
}
