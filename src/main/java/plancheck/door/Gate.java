package plancheck.door;

import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The first that a request meets: it is let in if there is a place, and its body is watched from then on. */
final class Gate extends Handler.Wrapper {
    private final Regulars regulars;
    private final Limits limits;
    private final Places places;
    private final String cookie;

    /** @param cookie the name of the session's */
    Gate(Handler next, Regulars regulars, Places places, Limits limits, String cookie) {
        super(next);
        this.regulars = regulars;
        this.places = places;
        this.limits = limits;
        this.cookie = cookie;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Caller caller = Caller.meet(request, regulars, cookie);
        switch (places.enter(caller)) {
            case TOO_MANY_OF_THIS_ADDRESS ->
                Response.writeError(request, response, callback, HttpStatus.TOO_MANY_REQUESTS_429);
            case FULL -> Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            case FREE -> {
                Request.addCompletionListener(request, failure -> places.leave(caller));
                Request watched = watched(request, caller);
                return handled(watched, new TimedAnswer(watched, response, limits), callback);
            }
        }
        return true;
    }

    private boolean handled(Request request, Response response, Callback callback) throws Exception {
        try {
            return super.handle(request, response, callback);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unheardOf) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        } catch (OutOfMemoryError e) {
            throw OutOfMemory.end(e);
        }
    }

    private Request watched(Request request, Caller caller) {
        HttpFields headers = request.getHeaders();
        if (headers.getLongField(HttpHeader.CONTENT_LENGTH) <= 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return request;
        }
        Body body = new Body(request, caller, places, limits);
        Request.addCompletionListener(request, failure -> body.close());
        body.watch();
        return body;
    }
}
