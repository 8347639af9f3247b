package plancheck.door;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes connections: those beyond what one address may have, and those on which the head of a request dawdles. */
final class Connections implements Connection.Listener {
    /**
     * How far a connection was when it was looked at last.
     *
     * @param dripped whether bytes had come that began no head, or were too fresh to tell
     */
    private record Progress(String address, long requests, long bytes, boolean withinHead, boolean dripped) {}

    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> ofOne = new ConcurrentHashMap<>();
    private final Limits limits;
    private final Proxies proxies;
    private final Scheduler scheduler;

    Connections(Connector connector, Limits limits, Proxies proxies) {
        this.limits = limits;
        this.proxies = proxies;
        this.scheduler = connector.getScheduler();
    }

    @Override
    public void onOpened(Connection connection) {
        String address = Proxies.address(connection.getEndPoint().getRemoteSocketAddress());
        int count = ofOne.merge(address, 1, Integer::sum);
        open.put(connection, new Progress(address, 0, 0, true, false));
        if (count > limits.connections() && !proxies.trust(address)) {
            idle(address).orElse(connection).getEndPoint().close();
        }
        later(connection);
    }

    /**
     * Of those that were used and wait for more the one that has waited longest: whoever has it opens another when he needs one, and is
     * the least likely to be sending just now.
     */
    private Optional<Connection> idle(String address) {
        return open.entrySet().stream()
                .filter(one -> one.getValue().address().equals(address))
                .map(Map.Entry::getKey)
                .filter(one -> one.getMessagesIn() > 0 && one.getMessagesIn() == one.getMessagesOut())
                .max(Comparator.comparingLong(Connections::idleFor));
    }

    private static long idleFor(Connection connection) {
        return connection.getEndPoint() instanceof IdleTimeout watched ? watched.getIdleFor() : 0;
    }

    @Override
    public void onClosed(Connection connection) {
        Progress last = open.remove(connection);
        if (last != null) {
            ofOne.computeIfPresent(last.address(), (one, count) -> count == 1 ? null : count - 1);
        }
    }

    private void later(Connection connection) {
        scheduler.schedule(() -> look(connection), limits.headTime().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Twice within the same head, or before the first, or with bytes between heads that begin none: it dawdles. */
    private void look(Connection connection) {
        Progress before = open.get(connection);
        if (before == null) {
            return;
        }
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        boolean still = requests == connection.getMessagesOut() && requests == before.requests();
        Progress now = new Progress(
                before.address(),
                requests,
                bytes,
                requests == 0 || isWithinHead(connection),
                still && bytes > before.bytes());
        // What has come this very moment may be a head that is not read yet: nobody is cut off who did it once.
        boolean dawdles = now.withinHead() ? before.withinHead() : now.dripped() && before.dripped();
        if (still && dawdles) {
            connection.getEndPoint().close();
        } else if (open.replace(connection, before, now)) {
            later(connection);
        }
    }

    /** Something of a request has come, and its head is not all there. */
    private static boolean isWithinHead(Connection connection) {
        return connection instanceof HttpConnection http
                && http.getParser().inHeaderState()
                && !http.getParser().isStart();
    }
}
