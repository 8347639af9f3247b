package plancheck.door;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when its memory is used up: what is left of it would go on without answering anybody. Everything
 * acknowledged is in the database; whoever watches over the service starts it again.
 */
public final class OutOfMemory {
    /** As for any internal error. */
    private static final int STATUS = 70;

    private static final byte[] SAID = """
            plancheck: 内存已用尽，服务停止，退出码70；请重新启动，必要时用 -Xmx 增大内存
            plancheck: out of memory, so the service ends with status 70; start it again, if need be with more (-Xmx)
            """.getBytes(StandardCharsets.UTF_8);

    private OutOfMemory() {}

    /** Ends the process if that is what is at the bottom of the failure. */
    public static void endIf(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof OutOfMemoryError e) {
                throw end(e);
            }
            cause = cause.getCause();
        }
    }

    /** Does not return. */
    static OutOfMemoryError end(OutOfMemoryError e) {
        try {
            System.err.write(SAID, 0, SAID.length);
            System.err.flush();
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
        return e;
    }
}
