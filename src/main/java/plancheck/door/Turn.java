package plancheck.door;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Where requests of one kind wait for their turn, without a thread; an address that has many here waits longer. */
final class Turn extends QoSHandler {
    private static final int FIRST = 8;

    private final Places places;

    Turn(Handler next, Errand errand, Places places, Limits limits) {
        super(next);
        this.places = places;
        include(request -> Caller.of(request).errand() == errand);
        setMaxRequestCount(errand.atOnce());
        setMaxSuspendedRequestCount(limits.fromAll());
        setMaxSuspend(limits.patience());
    }

    @Override
    protected int getPriority(Request request) {
        return Math.max(0, FIRST - places.of(Caller.of(request)));
    }

    @Override
    protected void failSuspended(
            Request request, Response response, Callback callback, int status, @Nullable Throwable failure) {
        if (failure instanceof TimeoutException) {
            Response.writeError(request, response, callback, status); // nothing has failed: it was not its turn
        } else {
            super.failSuspended(request, response, callback, status, failure);
        }
    }
}
