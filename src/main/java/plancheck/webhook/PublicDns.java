package plancheck.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import plancheck.workflow.WebhookTargets;

/** Finds only addresses that something may be sent to; what it has found is what is connected to. */
final class PublicDns implements DnsResolver {
    private final WebhookTargets targets;

    PublicDns(WebhookTargets targets) {
        this.targets = targets;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return targets.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
