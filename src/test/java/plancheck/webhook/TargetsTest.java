package plancheck.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.access.Scope;
import plancheck.archive.Event;
import plancheck.archive.Webhook;
import plancheck.service.Client;
import plancheck.service.TestService;
import plancheck.workflow.WebhookTargets;

/** Where nothing is ever sent to. */
class TargetsTest {
    private final WebhookTargets targets = new WebhookTargets(InetAddress::getAllByName, false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1",
                "[::1]",
                "localhost",
                "2130706433"
            })
    void an_address_that_is_not_public_is_refused(String host) {
        assertThrows(UnknownHostException.class, () -> targets.resolve(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2400:3200::1",
                "2001:4860:4860::8888"
            })
    void a_public_address_will_do(String host) {
        assertDoesNotThrow(() -> targets.resolve(host));
    }

    @Test
    void one_private_address_among_several_is_enough() throws UnknownHostException {
        InetAddress[] mixed = {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")};
        WebhookTargets both = new WebhookTargets(host -> mixed, false, false);
        assertThrows(UnknownHostException.class, () -> both.resolve("example.cn"));
    }

    @Test
    void a_name_that_has_become_private_since_is_not_connected_to() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        WebhookTargets rebinding = new WebhookTargets(
                host -> InetAddress.getAllByName(asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1"), false, true);
        try (Receiver receiver = new Receiver(call -> 200)) {
            rebinding.resolve("rebind.example.cn");
            Courier courier = new Courier(
                    rebinding, TestService.shared().bean(plancheck.archive.Secrets.class), Clock.systemUTC());
            Courier.DeliveryResult outcome =
                    courier.carry(webhook("http://rebind.example.cn:" + receiver.port() + "/"), event());
            assertNull(outcome.status());
            assertTrue(outcome.error().contains("not a public address"), outcome.error());
            assertNull(courier.carry(webhook(receiver.url()), event()).status());
            assertEquals(0, receiver.received().size());
            assertEquals(3, asked.get());
            courier.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://192.168.1.1/hook",
                "http://1.1.1.1/",
                "ftp://1.1.1.1/",
                "https://user:word@1.1.1.1/",
                "https:///path",
                "not a url",
                "",
                "https://no-such-name.invalid/"
            })
    void what_may_not_be_sent_to_is_not_set_up(String url) {
        Client client = Client.of(TestService.shared(), "", Scope.ASSESS, Scope.WEBHOOKS);
        Client.Answer answer = client.post(
                "/api/v1/webhooks",
                "application/json",
                "{\"url\": \"" + url + "\", \"events\": [\"assessment.completed\"]}");
        assertEquals(422, answer.status(), answer.text());
    }

    private static Webhook webhook(String url) {
        return new Webhook(
                UUID.randomUUID(), url, "whsec_AAAA", "assessment.completed", "token:x", "", true, Instant.now(), null);
    }

    private static Event event() {
        return new Event(UUID.randomUUID(), "assessment.completed", "x", "", "token:x", "{}", Instant.now());
    }
}
