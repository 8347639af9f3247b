package plancheck.service;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plancheck.door.OutOfMemory;

/** How a process that serves ends: at once when its memory is used up, and in time when it is told to stop. */
public final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final int PATIENCE_SECONDS = 25;
    private static final int UNFINISHED = 70;

    private Ending() {}

    /** Watches over this process; for a process that does nothing but serve. */
    public static void watch() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            OutOfMemory.endIf(failure);
            LOG.error("thread {} has failed", thread.getName(), failure);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread watch = new Thread(Ending::haltLater);
            watch.setDaemon(true); // it does not hold up an end that comes sooner
            watch.start();
        }));
    }

    /** Something may hang, or the memory may be too short for a decent end. */
    private static void haltLater() {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(UNFINISHED);
    }
}
