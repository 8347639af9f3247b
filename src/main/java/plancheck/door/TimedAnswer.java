package plancheck.door;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** An answer that has to be taken in time: whoever asks and does not read is hung up on, since a thread waits for him. */
final class TimedAnswer extends Response.Wrapper {
    private final Limits limits;

    TimedAnswer(Request request, Response response, Limits limits) {
        super(request, response);
        this.limits = limits;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        int bytes = content == null ? 0 : content.remaining();
        if (bytes == 0) {
            super.write(last, content, callback);
            return;
        }
        long millis = limits.answerStart().toMillis() + bytes * 1000L / limits.answerRate();
        Scheduler.Task patience =
                getRequest().getComponents().getScheduler().schedule(this::hangUp, millis, TimeUnit.MILLISECONDS);
        super.write(last, content, Callback.from(patience::cancel, callback));
    }

    private void hangUp() {
        getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
