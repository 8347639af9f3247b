package plancheck.door;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoaderFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Reads whatever is neither a form nor an upload whole before it is given a thread: what known programs send. A stream of
 * lines is answered while it is read, and what a stranger sends as something else is not read before he is known.
 * (Jetty's own loader keeps the buffers it reads into, eight kilobytes for each byte that comes alone.)
 */
final class WholeBody implements ContentLoaderFactory {

    static boolean isStream(Request request) {
        return String.valueOf(request.getHttpURI().getCanonicalPath()).startsWith("/api/v1/batches");
    }

    @Override
    public @Nullable String getApplicableMimeType() {
        return null;
    }

    @Override
    public @Nullable ContentLoader newContentLoader(
            String contentType, String mimeType, Handler next, Request request, Response response, Callback callback) {
        return Caller.of(request).isKnown() && !isStream(request)
                ? new Loader(next, request, response, callback)
                : null;
    }

    private static final class Loader extends ContentLoader implements Invocable.Task {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Loader(Handler next, Request request, Response response, Callback callback) {
            super(next, request, response, callback);
        }

        @Override
        protected void load() {
            if (isRead()) {
                pass();
            }
        }

        @Override
        public void run() {
            if (isRead()) {
                getRequest().getContext().execute(this::pass);
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        /** Reads what there is; when that was not all, it goes on as soon as there is more. */
        private boolean isRead() {
            while (true) {
                Content.Chunk chunk = getRequest().read();
                if (chunk == null) {
                    getRequest().demand(this);
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    return true;
                }
                byte[] some = new byte[chunk.remaining()];
                chunk.getByteBuffer().get(some);
                bytes.writeBytes(some);
                chunk.release();
                if (chunk.isLast()) {
                    return true;
                }
            }
        }

        private void pass() {
            ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
            handle(new ReadRequest(getRequest(), whole), getResponse(), getCallback());
        }
    }

    /** The request with a body that has been read. */
    private static final class ReadRequest extends Request.Wrapper {
        private Content.@Nullable Chunk chunk;

        ReadRequest(Request request, ByteBuffer body) {
            super(request);
            this.chunk = Content.Chunk.from(body, true);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk given = chunk;
            chunk = Content.Chunk.EOF;
            return given;
        }

        @Override
        public void demand(Runnable reader) {
            getContext().execute(reader); // it is there
        }
    }
}
