package plancheck.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Whoever was let in with an account a short while ago, by what he showed: the session's cookie or a token, of which a
 * digest is kept. The door knows him by it before anything is looked up, so that strangers cannot take his place; what he
 * may do is found out anew each time. Of the many the longest unseen are forgotten.
 */
@Component
class Regulars {
    private static final int AT_MOST = 10_000;
    private static final long NANOS = Duration.ofMinutes(30).toNanos();

    private final Map<String, Long> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > AT_MOST;
        }
    };

    /** Whether what is shown let somebody in lately. */
    boolean know(String shown) {
        if (shown.isEmpty()) {
            return false;
        }
        String digest = digest(shown);
        synchronized (seen) {
            Long at = seen.get(digest);
            return at != null && System.nanoTime() - at < NANOS;
        }
    }

    void remember(String shown) {
        if (!shown.isEmpty()) {
            String digest = digest(shown);
            synchronized (seen) {
                seen.put(digest, System.nanoTime());
            }
        }
    }

    void forget(String shown) {
        String digest = digest(shown);
        synchronized (seen) {
            seen.remove(digest);
        }
    }

    private static String digest(String shown) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
