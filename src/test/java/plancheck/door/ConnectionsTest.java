package plancheck.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** An address that may have two connections opens a third: an office behind one address, or somebody who only opens. */
class ConnectionsTest {
    private static final String ASK = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Semaphore opened = new Semaphore(0);

    @BeforeEach
    void start() throws Exception {
        StandardEnvironment set = new StandardEnvironment();
        set.getPropertySources().addFirst(new MapPropertySource("two", Map.of("plancheck.door.connections", "2")));
        connector.addBean(new Connections(connector, Limits.of(set), new Proxies(List.of())));
        connector.addBean(new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                opened.release();
            }

            @Override
            public void onClosed(Connection connection) {}
        });
        server.addConnector(connector);
        server.setHandler(new DefaultHandler());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(10_000);
        opened.acquireUninterruptibly(); // one after the other
        return socket;
    }

    /** The first byte of an answer; -1 when the connection was closed instead. */
    private static int asked(Socket socket) {
        try {
            socket.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read();
        } catch (IOException closed) {
            return -1;
        }
    }

    @Test
    void an_idle_connection_makes_room_for_the_one_that_is_needed() throws IOException {
        try (Socket first = open()) {
            assertEquals('H', asked(first));
            try (Socket second = open()) {
                assertEquals('H', asked(second));
                try (Socket third = open()) {
                    assertEquals('H', asked(third));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void of_idle_connections_the_one_that_has_waited_longest_goes(int longest) throws IOException {
        try (Socket first = open();
                Socket second = open()) {
            List<Socket> both = List.of(first, second);
            assertEquals('H', asked(both.get(longest)));
            long since = System.nanoTime();
            Awaitility.await().until(() -> System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(50));
            Socket latest = both.get(1 - longest);
            assertEquals('H', asked(latest));
            try (Socket third = open()) {
                assertEquals('H', asked(third));
                assertEquals(-1, rest(both.get(longest)));
            }
            latest.setSoTimeout(200);
            assertThrows(SocketTimeoutException.class, () -> rest(latest), "it is open still");
        }
    }

    /** What comes after the answer, its first byte having been read; -1 at the end. */
    private static int rest(Socket socket) throws IOException {
        int last = 0;
        while (last >= 0) {
            last = socket.getInputStream().read();
        }
        return last;
    }

    @Test
    void whoever_opens_and_does_not_ask_gets_no_more() throws IOException {
        try (Socket first = open();
                Socket second = open();
                Socket third = open()) {
            assertEquals(-1, third.getInputStream().read());
            assertEquals('H', asked(first));
            assertEquals('H', asked(second));
        }
    }
}
