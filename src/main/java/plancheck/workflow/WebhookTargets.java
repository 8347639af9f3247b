package plancheck.workflow;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import plancheck.facts.Message;

/**
 * Where webhooks may go: to public addresses, by HTTPS, unless the settings allow more. Otherwise whoever has a token
 * could have the service knock at doors that only it can reach.
 */
@Component
public final class WebhookTargets {
    private static final int LONGEST = 500;

    private final Lookup lookup;
    private final boolean allowPrivate;
    private final boolean allowHttp;

    /** How names become addresses. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Autowired
    WebhookTargets(
            @Value("${plancheck.webhooks.allow-private:false}") boolean allowPrivate,
            @Value("${plancheck.webhooks.allow-http:false}") boolean allowHttp) {
        this(InetAddress::getAllByName, allowPrivate, allowHttp);
    }

    /**
     * @param allowPrivate whether private addresses will do, the machine's own too
     * @param allowHttp whether HTTP will do
     */
    public WebhookTargets(Lookup lookup, boolean allowPrivate, boolean allowHttp) {
        this.lookup = lookup;
        this.allowPrivate = allowPrivate;
        this.allowHttp = allowHttp;
    }

    /**
     * The address of a receiver as it may be kept.
     *
     * @throws Refusal {@code INVALID} when nothing may be sent there
     */
    String checked(String url) {
        URI uri = uri(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && allowHttp)) {
            throw refused(Message.of("workflow.webhook-https-only"));
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused(Message.of("workflow.webhook-address-of-host-only"));
        }
        try {
            resolve(uri.getHost());
        } catch (UnknownHostException e) {
            throw refused(Message.of("workflow.webhook-host-not-reached", uri.getHost()));
        }
        return uri.toString();
    }

    private static URI uri(String url) {
        if (url.length() > LONGEST) {
            throw refused(Message.of("workflow.webhook-address-too-long", LONGEST));
        }
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            throw refused(Message.of("workflow.webhook-no-address"));
        }
    }

    private static Refusal refused(Message message) {
        return new Refusal(Refusal.Why.INVALID, message);
    }

    /**
     * The addresses of a host; to be asked again whenever something is sent, and what it answers to be used, because a
     * name may stand for another address by then.
     *
     * @throws UnknownHostException also when one of its addresses is not public
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        boolean literal = host.startsWith("[") && host.endsWith("]");
        InetAddress[] addresses = lookup.of(literal ? host.substring(1, host.length() - 1) : host);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !isPublic(address)) {
                throw new UnknownHostException(host + " is not a public address");
            }
        }
        return addresses;
    }

    /** Blocks of IPv4 that are not public, by IANA's register of special purposes. */
    private static final List<Block> SPECIAL_4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64), // between a provider and its customers
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(3, 224)); // multicast, and all above it

    private static final Block GLOBAL_6 = Block.of(3, 0x20);

    /** Within the public block of IPv6: what wraps addresses of IPv4, and what is for protocols and documents. */
    private static final List<Block> SPECIAL_6 = List.of(
            Block.of(23, 0x20, 0x01, 0x00, 0x00),
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Block.of(16, 0x20, 0x02),
            Block.of(20, 0x3f, 0xff, 0x00));

    /** Whether the whole internet can reach it. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress(); // an IPv4 address mapped into IPv6 comes as IPv4
        return bytes.length == 4
                ? SPECIAL_4.stream().noneMatch(block -> block.holds(bytes))
                : GLOBAL_6.holds(bytes) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** Addresses that begin with the same bits. */
    private record Block(int bits, List<Integer> first) {
        static Block of(int bits, Integer... first) {
            return new Block(bits, List.of(first));
        }

        boolean holds(byte[] address) {
            for (int i = 0; i < bits; i++) {
                int expected = i / 8 < first.size() ? first.get(i / 8) : 0;
                int mask = 0x80 >> i % 8;
                if ((address[i / 8] & mask) != (expected & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
