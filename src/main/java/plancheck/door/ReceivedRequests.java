package plancheck.door;

import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;

/**
 * Looks at what was received. What could not be is passed on as a request with nothing in it, for {@link UnreceivedRequests} to
 * refuse: whoever asked for its fields, if only for the page's language, would fail once more.
 */
final class ReceivedRequests extends Handler.Wrapper {

    ReceivedRequests(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int refusal = refusal(request);
        if (refusal == HttpStatus.SERVICE_UNAVAILABLE_503) {
            Response.writeError(request, response, callback, refusal);
            return true;
        }
        if (refusal != 0) {
            request.setAttribute(UnreceivedRequests.STATUS, refusal);
            return super.handle(new EmptyRequest(request), response, callback);
        }
        return super.handle(request, response, callback);
    }

    private static int refusal(Request request) {
        int refusal = Body.refusal(request);
        if (refusal != 0) {
            return refusal;
        }
        try {
            MultiPartFormData.Parts parts = MultiPartFormData.getParts(request);
            if (parts != null) {
                Request.addCompletionListener(request, failure -> IO.close(parts)); // with the files they are in
            }
            return 0;
        } catch (CompletionException broken) {
            return HttpStatus.BAD_REQUEST_400;
        }
    }

    private static final class EmptyRequest extends Request.Wrapper {
        private static final Predicate<HttpField> OF_A_BODY = field -> field.getHeader() == HttpHeader.CONTENT_TYPE
                || field.getHeader() == HttpHeader.CONTENT_LENGTH
                || field.getHeader() == HttpHeader.TRANSFER_ENCODING;

        private final HttpFields headers;

        EmptyRequest(Request request) {
            super(request);
            HttpFields.Mutable kept = HttpFields.build();
            request.getHeaders().stream().filter(OF_A_BODY.negate()).forEach(kept::add);
            this.headers = kept;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public long getLength() {
            return 0;
        }
    }
}
