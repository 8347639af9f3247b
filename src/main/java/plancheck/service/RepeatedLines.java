package plancheck.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets a warning or error of one kind into the log five times a minute and holds back the rest, so that what goes wrong
 * with each request does not fill the disk. How many were held back is said with the next that is let through.
 */
public final class RepeatedLines extends TurboFilter {
    private static final int LET_THROUGH = 5;
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
    private static final int KINDS = 1000;
    private static final int LONGEST = 120;
    private static final String HELD_BACK = "{} lines like the next were held back";

    private final Map<String, LineKind> kinds = new ConcurrentHashMap<>();

    /** Lines of one logger that differ in numbers only. */
    private static final class LineKind {
        private long began = System.nanoTime();
        private int lines;

        /** @return how many had been held back before this one, -1 when this one is held back */
        synchronized int next() {
            long now = System.nanoTime();
            if (now - began < WINDOW) {
                return ++lines > LET_THROUGH ? -1 : 0;
            }
            int held = Math.max(0, lines - LET_THROUGH);
            began = now;
            lines = 1;
            return held;
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parts,
            @Nullable Throwable thrown) {
        if (format == null || !level.isGreaterOrEqual(Level.WARN) || format.equals(HELD_BACK)) {
            return FilterReply.NEUTRAL;
        }
        if (kinds.size() > KINDS) {
            kinds.clear();
        }
        String kind = logger.getName() + ' ' + format.substring(0, Math.min(format.length(), LONGEST));
        int held = kinds.computeIfAbsent(kind.replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "0"), k -> new LineKind())
                .next();
        if (held > 0) {
            logger.warn(HELD_BACK, held);
        }
        return held < 0 ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
