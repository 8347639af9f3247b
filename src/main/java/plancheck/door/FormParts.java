package plancheck.door;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.server.handler.EagerContentHandler.MultiPartContentLoaderFactory;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Receives an upload whole before it is given a thread, with its {@linkplain FormText text in UTF-8}. */
final class FormParts extends MultiPartContentLoaderFactory {

    FormParts(MultiPartConfig limits) {
        super(limits);
    }

    @Override
    public ContentLoader newContentLoader(
            String contentType, String mimeType, Handler next, Request request, Response response, Callback callback) {
        String boundary = MultiPart.extractBoundary(contentType);
        Request read = boundary == null ? request : new RewrittenRequest(request, new FormText(boundary));
        return super.newContentLoader(contentType, mimeType, next, read, response, callback);
    }

    private static final class RewrittenRequest extends Request.Wrapper {
        private final FormText text;

        RewrittenRequest(Request request, FormText text) {
            super(request);
            this.text = text;
        }

        @Override
        public Content.@Nullable Chunk read() {
            while (true) {
                Content.Chunk chunk = super.read();
                if (chunk == null || Content.Chunk.isFailure(chunk)) {
                    return chunk;
                }
                byte[] bytes = text.read(chunk.getByteBuffer(), chunk.isLast());
                boolean last = chunk.isLast();
                chunk.release();
                if (bytes.length > 0 || last) {
                    return Content.Chunk.from(ByteBuffer.wrap(bytes), last);
                }
            }
        }

        /** Not known: what is rewritten may be longer than it was. */
        @Override
        public long getLength() {
            return -1;
        }
    }
}
