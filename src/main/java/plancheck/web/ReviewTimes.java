package plancheck.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import plancheck.report.Language;

/** Dates and times of day as a page has them: those of Shanghai, wherever the server stands. */
record ReviewTimes(Language language, Clock clock) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** For example {@code 2026年3月5日 09:07}. */
    public String at(Instant instant) {
        return (language == Language.EN ? EN : ZH).format(instant.atZone(ZONE));
    }

    /** How many midnights have passed since. */
    public long days(Instant since) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(since, ZONE), LocalDate.ofInstant(clock.instant(), ZONE));
    }
}
