package plancheck.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When to try again: five seconds later, then three times as long each time, and after about a day no more. */
@Component
class Backoff {
    private static final int ATTEMPTS = 10;
    private static final double FACTOR = 3.2;

    /** So that receivers which failed together are not all tried again together. */
    private static final double JITTER = 0.2;

    private final Duration first;

    Backoff(@Value("${plancheck.webhooks.first-retry:5s}") Duration first) {
        this.first = first;
    }

    /**
     * How long to wait.
     *
     * @param attempts made so far, at least one
     * @return empty to give up
     */
    Optional<Duration> after(int attempts) {
        double jitter = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return attempts >= ATTEMPTS
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (first.toMillis() * Math.pow(FACTOR, attempts - 1) * jitter)));
    }
}
