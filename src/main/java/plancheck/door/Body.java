package plancheck.door;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is watched while it arrives: it must not come too slowly, be too large, or take room that is not
 * there. What is wrong ends the reading, and {@link #refusal()} says it.
 */
final class Body extends Request.Wrapper {
    private static final long LOOK = 250;
    private static final long LET_GO = 200L * 1024 * 1024;

    private final Caller caller;
    private final Places places;
    private final Limits limits;
    private final long size;
    private final long start = System.nanoTime();
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private volatile int refusal;
    private volatile boolean done;
    private final AtomicLong received = new AtomicLong();
    private volatile long waitingSince;
    private final AtomicLong waitedForLine = new AtomicLong();
    private final AtomicLong held = new AtomicLong();

    Body(Request request, Caller caller, Places places, Limits limits) {
        super(request);
        this.caller = caller;
        this.places = places;
        this.limits = limits;
        String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        this.size = type.startsWith("application/x-www-form-urlencoded") ? limits.formSize() : limits.bodySize();
    }

    /** The status to refuse with; 0 when nothing is wrong. */
    int refusal() {
        return refusal;
    }

    static int refusal(Request request) {
        Body body = Request.as(request, Body.class);
        return body == null ? 0 : body.refusal();
    }

    /** Keeps watch from now on. */
    void watch() {
        getComponents().getScheduler().schedule(this::look, LOOK, TimeUnit.MILLISECONDS);
    }

    /** The request has been answered. */
    void close() {
        done = true;
        waiting.set(null);
        places.giveBack(caller, held.getAndSet(0));
    }

    private void look() {
        if (!done && refusal == 0) {
            if (waiting.get() != null && isSlow()) {
                refuse(HttpStatus.REQUEST_TIMEOUT_408);
            } else {
                watch();
            }
        }
    }

    /** A stream of lines has no end that could be waited for: with it the waiting for a line counts. */
    private boolean isSlow() {
        long now = System.nanoTime();
        if (WholeBody.isStream(this)) {
            return waitedForLine.get() + now - waitingSince > limits.bodyStart().toNanos();
        }
        long measured = now - start - limits.bodyStart().toNanos();
        boolean late = now - start > limits.bodyTime().toNanos() && !caller.isKnown();
        return late || measured > 0 && received.get() < limits.bodyRate() * measured / 1e9;
    }

    private void refuse(int status) {
        refusal = status;
        Runnable reader = waiting.getAndSet(null);
        if (reader != null) {
            getContext().execute(reader);
        }
    }

    @Override
    public Content.@Nullable Chunk read() {
        while (refusal == 0) {
            Content.Chunk chunk = super.read();
            if (chunk == null || isTaken(chunk)) {
                return chunk;
            }
            chunk.release();
        }
        return Content.Chunk.from(new TimeoutException("given up with status " + refusal), true);
    }

    private boolean isTaken(Content.Chunk chunk) {
        int bytes = chunk.remaining();
        received.addAndGet(bytes);
        done |= chunk.isLast();
        if (WholeBody.isStream(this)) {
            if (hasLine(chunk)) {
                waitedForLine.set(0);
            }
            return true;
        }
        if (received.get() > size || getLength() > size) {
            return isLetGo();
        }
        held.addAndGet(bytes);
        if (!places.hasRoom(caller, bytes)) {
            refusal = HttpStatus.SERVICE_UNAVAILABLE_503;
            return false;
        }
        return true;
    }

    /** Reads on without keeping anything: a browser reads no answer before it has sent all. */
    private boolean isLetGo() {
        if (done || received.get() > LET_GO) {
            refusal = HttpStatus.PAYLOAD_TOO_LARGE_413;
        }
        return false;
    }

    private static boolean hasLine(Content.Chunk chunk) {
        ByteBuffer bytes = chunk.getByteBuffer();
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void demand(Runnable reader) {
        if (refusal != 0) {
            getContext().execute(reader);
            return;
        }
        waitingSince = System.nanoTime();
        waiting.set(reader);
        super.demand(Invocable.from(Invocable.getInvocationType(reader), () -> {
            if (waiting.compareAndSet(reader, null)) {
                waitedForLine.addAndGet(System.nanoTime() - waitingSince);
                reader.run();
            }
        }));
    }
}
