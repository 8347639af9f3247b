package plancheck.rulebook.reading;

import java.util.concurrent.atomic.AtomicInteger;

/** What the Java in a hostile rule calls: it sings when any of it has run. */
public final class Canary {
    private static final AtomicInteger SONGS = new AtomicInteger();

    private Canary() {}

    public static boolean sing() {
        return SONGS.incrementAndGet() > 0;
    }

    static int songs() {
        return SONGS.get();
    }
}
