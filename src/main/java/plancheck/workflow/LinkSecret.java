package plancheck.workflow;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import plancheck.facts.Digest;

/** The secret in a link: 256 random bits, told once; only its digest is kept, so that looking it up compares no secret. */
final class LinkSecret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkSecret() {}

    static String fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String secret) {
        return Digest.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
