package plancheck.web.frame;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Language;

/** Moments as pages show them: by the clocks of Pingliang, wherever the server stands. */
public record PageTimes(Language language, Clock clock) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter IN_WORDS = formatter("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter MINUTES = formatter("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = formatter("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter OF_DAY = formatter("HH:mm");

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZONE);
    }

    /** For example {@code 2026年3月5日 09:07}. */
    public String at(Instant instant) {
        return (language == Language.EN ? MINUTES : IN_WORDS).format(instant);
    }

    /** How many midnights have passed since. */
    public long days(Instant since) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(since, ZONE), today(clock));
    }

    /** For example {@code 2026-03-05 09:07}, in both languages; an empty text for null. */
    public static String minutes(@Nullable Instant instant) {
        return instant == null ? "" : MINUTES.format(instant);
    }

    /** For example {@code 2026-03-05 09:07:31}. */
    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    /** For example {@code 09:07}. */
    public static String ofDay(Instant instant) {
        return OF_DAY.format(instant);
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
