package plancheck.door;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Puts the door before the service. A request passes the gate, is received without holding a thread, and waits for its
 * turn, without a thread too; only then the service sees it.
 */
@Component
class FrontDoor implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    /** More than may work at once, so that somebody is always there to let in or to refuse. */
    private static final int THREADS = 64;

    private static final int FIELDS = 20_000;
    private static final int PARTS = 500;
    private static final long IN_MEMORY = 64 * 1024;

    private final Regulars regulars;
    private final Environment environment;

    FrontDoor(Regulars regulars, Environment environment) {
        this.regulars = regulars;
        this.environment = environment;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.setThreadPool(new QueuedThreadPool(THREADS) {
            @Override
            protected void onJobFailure(Throwable failure) {
                OutOfMemory.endIf(failure);
                super.onJobFailure(failure);
            }
        });
        factory.addServerCustomizers(this::customize);
    }

    private void customize(Server server) {
        Limits limits = Limits.of(environment);
        Proxies proxies = new Proxies(trusted());
        server.setErrorHandler(new Refusals());
        server.setHandler(before(server.getHandler(), limits));
        for (Connector connector : server.getConnectors()) {
            HttpConfiguration http =
                    connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
            ((AbstractConnector) connector).setConnectionFactories(List.of(new Http1(http)));
            connector.addBean(new Connections(connector, limits, proxies));
            http.addCustomizer(proxies);
            http.setSendServerVersion(false);
            http.setUriCompliance(UriCompliance.UNSAFE); // Spring Security's firewall refuses it, and says so as usual
        }
        server.getDescendants(ServletContextHandler.class)
                .forEach(context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
        server.getDescendants(CompressionHandler.class).forEach(FrontDoor::packAnswersOnly);
    }

    /**
     * What was sent packed is unpacked by whoever knows how much it may come to: Jetty would unpack it without a bound, and
     * turn for ever where it broke off.
     */
    private static void packAnswersOnly(CompressionHandler handler) {
        CompressionConfig set = handler.getConfiguration("/");
        CompressionConfig.Builder answers = CompressionConfig.builder().decompressExcludeEncoding("gzip");
        set.getCompressIncludeMethods().forEach(answers::compressIncludeMethod);
        set.getCompressIncludeMimeTypes().forEach(answers::compressIncludeMimeType);
        handler.putConfiguration("/", answers.build());
    }

    private Handler before(Handler service, Limits limits) {
        Places places = new Places(limits);
        Handler next = service;
        for (Errand errand : Errand.values()) {
            next = new Turn(next, errand, places, limits);
        }
        String cookie = environment.getProperty("server.servlet.session.cookie.name", "JSESSIONID");
        Handler received = new EagerContentHandler(
                new ReceivedRequests(next),
                new EagerContentHandler.FormContentLoaderFactory(FIELDS, Math.toIntExact(limits.formSize())),
                new FormParts(parts(limits)),
                new WholeBody());
        return new Gate(received, regulars, places, limits, cookie);
    }

    private static MultiPartConfig parts(Limits limits) {
        return new MultiPartConfig.Builder()
                .location(Path.of(System.getProperty("java.io.tmpdir")))
                .maxParts(PARTS)
                .maxMemoryPartSize(IN_MEMORY)
                .maxPartSize(limits.bodySize())
                .maxSize(limits.bodySize())
                .build();
    }

    private List<String> trusted() {
        return Arrays.stream(
                        environment.getProperty("plancheck.trust-proxy", "").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
