package plancheck.service;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes of a sample dossier another one, by an id of its own, as each is submitted by one draft only. */
public final class OwnId {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private OwnId() {}

    /** @param yaml a dossier with its id on a line of its own */
    public static String of(String yaml) {
        return yaml.replaceFirst("(?m)^id: (.*)$", "id: $1-" + NEXT.incrementAndGet());
    }

    public static byte[] of(byte[] yaml) {
        return of(new String(yaml, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
