package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

/** What goes wrong again and again does not fill the log, and what goes wrong once is in it. */
class RepeatedLinesTest {
    private final RepeatedLines lines = new RepeatedLines();
    private final Logger logger = new LoggerContext().getLogger("a");

    private boolean isLetThrough(Level level, String format) {
        return lines.decide(null, logger, level, format, null, null) != FilterReply.DENY;
    }

    @Test
    void of_a_thousand_lines_alike_five_are_let_through() {
        int through = 0;
        for (int i = 0; i < 1000; i++) {
            through += isLetThrough(Level.ERROR, "connection " + i + " of pool failed") ? 1 : 0;
        }
        assertEquals(5, through);
    }

    @Test
    void a_line_of_another_kind_is_let_through_meanwhile() {
        for (int i = 0; i < 100; i++) {
            isLetThrough(Level.WARN, "always the same");
        }
        assertEquals(true, isLetThrough(Level.WARN, "something else"));
        assertEquals(false, isLetThrough(Level.WARN, "always the same"));
    }

    @Test
    void what_is_only_told_is_never_held_back() {
        for (int i = 0; i < 100; i++) {
            assertEquals(true, isLetThrough(Level.INFO, "an event was sent"));
        }
    }
}
