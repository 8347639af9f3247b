package plancheck.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments as they are shown here: by the clocks of Pingliang. */
final class AdminTime {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZONE);

    private AdminTime() {}

    /** To the minute; an empty text for null. */
    static String shown(@Nullable Instant at) {
        return at == null ? "" : MINUTES.format(at);
    }

    static String seconds(Instant at) {
        return SECONDS.format(at);
    }
}
