package plancheck.door;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * HTTP as Jetty speaks it, except that an address that is none (a zero byte, half an escape, a way out of the root) is
 * still a request: it is refused where all are, so that programs are told as programs and people as people.
 */
final class Http1 extends HttpConnectionFactory {
    private static final long serialVersionUID = 1L;

    Http1(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new LenientConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }

    private static final class LenientConnection extends HttpConnection {
        LenientConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
            try {
                return super.newHttpStream(method, uri, version);
            } catch (IllegalArgumentException unreadable) {
                return super.newHttpStream(
                        method, uri.startsWith("/api/") ? "/api/;" : "/;", version); // which nobody takes
            }
        }
    }
}
