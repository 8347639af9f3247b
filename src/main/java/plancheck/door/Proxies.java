package plancheck.door;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressPattern;

/**
 * The proxies that are believed when they say for whom they ask, and by which address they were asked. Whoever else says
 * so is not heard. Of several values the last counts, which the nearest proxy wrote; of clients the last that is no
 * trusted proxy itself. Where {@code Forwarded} and {@code X-Forwarded-…} differ, one of them came through unchanged from
 * whoever asked the proxy, so the request is refused.
 */
final class Proxies implements HttpConfiguration.Customizer {
    private static final String FORWARDED = "Forwarded";
    private static final String FOR = "X-Forwarded-For";
    private static final Set<String> USUAL =
            ignoringCase(FOR, "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port");
    private static final Set<String> ALL = ignoringCase(
            FORWARDED,
            FOR,
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Server",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "X-Proxied-Https",
            "Proxy-auth-cert",
            "Proxy-ssl-id");

    private final List<InetAddressPattern> trusted;
    private final ForwardedRequestCustomizer reader = new ForwardedRequestCustomizer();

    /**
     * @param trusted IP addresses, or networks as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException names the one that is none
     */
    Proxies(List<String> trusted) {
        this.trusted = trusted.stream().map(InetAddressPattern::from).toList();
    }

    boolean trust(String address) {
        try {
            InetAddress one = literal(address);
            return trusted.stream().anyMatch(pattern -> pattern.test(one));
        } catch (IllegalArgumentException unknown) {
            return false; // a proxy may call its client "unknown" or give it a name
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        if (!trust(address(request.getConnectionMetaData().getRemoteSocketAddress()))) {
            return with(request, request.getHeaders(), name -> false);
        }
        HttpFields headers = nearest(request.getHeaders());
        Request usual = reader.customize(with(request, headers, USUAL::contains), answered);
        Request standard = reader.customize(with(request, headers, FORWARDED::equalsIgnoreCase), answered);
        if (!headers.contains(FORWARDED)) {
            return usual;
        }
        if (headers.stream().anyMatch(field -> USUAL.contains(field.getName()))
                && !said(usual).equals(said(standard))) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "Forwarded and X-Forwarded differ");
        }
        return standard;
    }

    private static List<Object> said(Request request) {
        return List.of(
                Request.getRemoteAddr(request),
                String.valueOf(request.getHttpURI().getScheme()),
                String.valueOf(Request.getServerName(request)),
                Request.getServerPort(request));
    }

    /** Of all such headers those that are to be heard. */
    private static Request with(Request request, HttpFields headers, Predicate<String> heard) {
        HttpFields.Mutable kept = HttpFields.build();
        headers.stream()
                .filter(field -> !ALL.contains(field.getName()) || heard.test(field.getName()))
                .forEach(kept::add);
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return kept;
            }
        };
    }

    private HttpFields nearest(HttpFields headers) {
        HttpFields.Mutable nearest = HttpFields.build();
        headers.stream().filter(field -> !ALL.contains(field.getName())).forEach(nearest::add);
        for (String name : ALL) {
            QuotedCSV values = new QuotedCSV(true);
            headers.stream()
                    .filter(field -> field.is(name))
                    .map(HttpField::getValue)
                    .forEach(values::addValue);
            if (!values.isEmpty()) {
                nearest.add(name, nearest(name, values.getValues()));
            }
        }
        return nearest;
    }

    private String nearest(String name, List<String> values) {
        int last = values.size() - 1;
        while (last > 0 && trust(client(name, values.get(last)))) {
            last--;
        }
        return values.get(last);
    }

    /** Whom a value says it asks for; nobody, where it says something else. */
    private static String client(String name, String value) {
        if (name.equalsIgnoreCase(FOR)) {
            return value;
        }
        for (String pair : name.equalsIgnoreCase(FORWARDED) ? value.split(";") : new String[0]) {
            String[] both = pair.strip().split("=", 2);
            if (both.length == 2 && both[0].equalsIgnoreCase("for")) {
                return QuotedCSV.unquote(both[1]);
            }
        }
        return "";
    }

    /** Of a connection: never a name, always the same for the same machine. */
    static String address(SocketAddress remote) {
        return remote instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(remote);
    }

    /** Reads an address without asking for the name of anything. */
    private static InetAddress literal(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        boolean number = bare.matches("[0-9.]+") || bare.contains(":") && bare.matches("[0-9a-fA-F:.]+");
        try {
            if (number) {
                return InetAddress.getByName(bare);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
        throw new IllegalArgumentException(address);
    }

    private static Set<String> ignoringCase(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
