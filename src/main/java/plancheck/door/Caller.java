package plancheck.door;

import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who calls, and for what.
 *
 * @param address the client's, as a trusted proxy has it or as the connection has it
 * @param errand what for
 */
record Caller(String address, Errand errand) {
    /** The attribute of a request with what its caller has shown: the session's cookie or a token; empty for nothing. */
    static final String SHOWN = Caller.class.getName() + ".shown";

    private static final String ATTRIBUTE = Caller.class.getName();

    /** Of a request that the door has seen. */
    static Caller of(Request request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }

    static Caller meet(Request request, Regulars regulars, String cookie) {
        String shown = shown(request, cookie);
        String path = String.valueOf(request.getHttpURI().getCanonicalPath());
        Caller caller =
                new Caller(Request.getRemoteAddr(request), Errand.of(request.getMethod(), path, regulars.know(shown)));
        request.setAttribute(SHOWN, shown);
        request.setAttribute(ATTRIBUTE, caller);
        return caller;
    }

    boolean isKnown() {
        return errand == Errand.REGULAR;
    }

    private static String shown(Request request, String cookie) {
        String token = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        Stream<String> sessions = Request.getCookies(request).stream()
                .filter(one -> one.getName().equals(cookie))
                .map(HttpCookie::getValue);
        return token != null ? token : sessions.findFirst().orElse("");
    }
}
