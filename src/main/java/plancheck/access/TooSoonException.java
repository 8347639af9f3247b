package plancheck.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A password that was not looked at, since too many wrong ones came before it. */
public final class TooSoonException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration held;

    TooSoonException(Duration held) {
        super("too many wrong passwords");
        this.held = held;
    }

    /** How long to wait before the next try. */
    public Duration held() {
        return held;
    }
}
