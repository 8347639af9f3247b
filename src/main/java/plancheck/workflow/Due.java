package plancheck.workflow;

import java.time.ZoneId;

/** Days are those of Pingliang. */
final class Due {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Due() {}
}
