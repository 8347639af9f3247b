package plancheck.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.cloudevents.http.HttpMessageFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.access.Tokens;
import plancheck.archive.Deliveries;
import plancheck.archive.Events;
import plancheck.archive.Webhooks;
import plancheck.service.Client;
import plancheck.service.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events on their way to receivers. */
class WebhookTest {
    private static final String PATH = "/api/v1/webhooks";
    private static final TestService SERVICE = TestService.start(Map.of(
            "plancheck.webhooks.allow-private", true,
            "plancheck.webhooks.allow-http", true,
            "plancheck.webhooks.first-retry", "100ms"));

    private final Client client = Client.of(SERVICE, "", Scope.ASSESS, Scope.WEBHOOKS);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static JsonNode register(Client client, String url) {
        Client.Answer answer = client.post(
                PATH, "application/json", "{\"url\": \"" + url + "\", \"events\": [\"assessment.completed\"]}");
        assertEquals(201, answer.status(), answer.text());
        return answer.json();
    }

    private static String assess(Client client) throws IOException {
        byte[] dossier = Files.readAllBytes(Path.of("test-cases/dossiers/sewage-project.yaml"));
        Client.Answer answer =
                client.post("/api/v1/assessments", "application/yaml", dossier, "Prefer", "return=minimal");
        assertEquals(201, answer.status(), answer.text());
        return answer.json().at("/id").asString();
    }

    @Test
    void an_event_comes_as_a_signed_cloud_event() throws Exception {
        try (Receiver receiver = new Receiver(call -> 204)) {
            String secret = register(client, receiver.url()).at("/secret").asString();
            String id = assess(client);
            Receiver.Received received = receiver.await(1).get(0);

            assertEquals("application/cloudevents+json", received.type());
            JsonNode event = new JsonMapper().readTree(received.body());
            assertEquals("1.0", event.at("/specversion").asString());
            assertEquals("plancheck.assessment.completed", event.at("/type").asString());
            assertEquals(id, event.at("/subject").asString());
            assertEquals(id, event.at("/data/id").asString());
            assertEquals("application/json", event.at("/datacontenttype").asString());
            assertFalse(event.at("/source").asString().isEmpty());
            assertFalse(event.at("/time").asString().isEmpty());
            assertEquals(event.at("/id").asString(), received.id());

            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            mac.update((received.id() + "." + received.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(received.body())), received.signature());
        }
    }

    @Test
    void the_libraries_of_cloud_events_and_of_standard_webhooks_take_a_delivery_as_it_comes() throws Exception {
        try (Receiver receiver = new Receiver(call -> 204)) {
            String secret = register(client, receiver.url()).at("/secret").asString();
            String id = assess(client);
            Receiver.Received received = receiver.await(1).get(0);

            io.cloudevents.CloudEvent event = HttpMessageFactory.createReader(
                            Map.of("Content-Type", received.type()), received.body())
                    .toEvent();
            assertEquals("plancheck.assessment.completed", event.getType());
            assertEquals(id, event.getSubject());
            assertEquals(received.id(), event.getId());

            String body = new String(received.body(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = Map.of(
                    "webhook-id", List.of(received.id()),
                    "webhook-timestamp", List.of(received.timestamp()),
                    "webhook-signature", List.of(received.signature()));
            new com.standardwebhooks.Webhook(secret).verify(body, headers);
            assertThrows(
                    WebhookVerificationException.class,
                    () -> new com.standardwebhooks.Webhook(secret).verify(body + " ", headers));
        }
    }

    @Test
    void what_was_not_taken_is_sent_again_with_the_same_id() throws Exception {
        try (Receiver receiver = new Receiver(call -> call < 3 ? 500 : 200)) {
            String webhook = register(client, receiver.url()).at("/id").asString();
            assess(client);
            List<Receiver.Received> received = receiver.await(3);
            assertEquals(3, received.size());
            assertEquals(
                    1, received.stream().map(Receiver.Received::id).distinct().count());
            JsonNode delivery = settled(client, webhook);
            assertEquals("delivered", delivery.at("/state").asString());
            assertEquals(3, delivery.at("/attempts").asInt());
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (Receiver receiver = new Receiver(call -> call == 1 ? 307 : 200)) {
            String webhook = register(client, receiver.url()).at("/id").asString();
            assess(client);
            receiver.await(2);
            assertEquals(2, settled(client, webhook).at("/attempts").asInt());
        }
    }

    @Test
    void a_receiver_that_is_gone_is_told_no_more() throws Exception {
        try (Receiver receiver = new Receiver(call -> 410)) {
            String webhook = register(client, receiver.url()).at("/id").asString();
            assess(client);
            receiver.await(1);
            assertEquals("given-up", settled(client, webhook).at("/state").asString());
            assertFalse(client.get(PATH + "/" + webhook).json().at("/enabled").asBoolean());
            assess(client);
            assertEquals(
                    1,
                    client.get(PATH + "/" + webhook + "/deliveries")
                            .json()
                            .at("/items")
                            .size());
        }
    }

    @Test
    void a_slow_receiver_keeps_nobody_else_waiting() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver slow = new Receiver(call -> answeredAfter(over));
                Receiver quick = new Receiver(call -> 200)) {
            register(client, slow.url());
            register(client, quick.url());
            for (int i = 0; i < 3; i++) {
                assess(client);
            }
            assertEquals(3, quick.await(3).size());
            assertEquals(1, slow.await(1).size());
        } finally {
            over.countDown();
        }
    }

    private static int answeredAfter(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 200;
    }

    @Test
    void a_disabled_webhook_and_one_of_a_revoked_token_are_told_nothing() throws Exception {
        try (Receiver receiver = new Receiver(call -> 200)) {
            String webhook = register(client, receiver.url()).at("/id").asString();
            assertEquals(204, client.delete(PATH + "/" + webhook).status());
            assertEquals(204, client.delete(PATH + "/" + webhook).status());
            assess(client);
            assertEquals(
                    0,
                    client.get(PATH + "/" + webhook + "/deliveries")
                            .json()
                            .at("/items")
                            .size());
        }
        Client other = Client.of(SERVICE, "", Scope.ASSESS, Scope.WEBHOOKS);
        register(other, "http://127.0.0.1:9/");
        Tokens tokens = SERVICE.bean(Tokens.class);
        Actor actor = tokens.holder(other.token()).orElseThrow();
        int before = SERVICE.bean(Webhooks.class)
                .listening(Clock.systemUTC().instant())
                .size();
        tokens.revoke(actor, java.util.UUID.fromString(actor.id().substring("token:".length())));
        assertEquals(
                before - 1,
                SERVICE.bean(Webhooks.class)
                        .listening(Clock.systemUTC().instant())
                        .size());
    }

    @Test
    void two_instances_do_not_send_the_same() throws Exception {
        try (Receiver receiver = new Receiver(call -> 200)) {
            Outbox other = new Outbox(
                    SERVICE.bean(Deliveries.class),
                    SERVICE.bean(Events.class),
                    SERVICE.bean(Webhooks.class),
                    SERVICE.bean(Courier.class),
                    SERVICE.bean(plancheck.archive.DatabaseWatch.class),
                    SERVICE.bean(Backoff.class),
                    Clock.systemUTC());
            other.start();
            try {
                register(client, receiver.url());
                for (int i = 0; i < 25; i++) {
                    assess(client);
                }
                List<Receiver.Received> received = receiver.await(25);
                Thread.sleep(1500); // what is sent twice comes a round later, and that it does not only time shows
                assertEquals(25, received.size());
                assertEquals(
                        25,
                        receiver.received().stream()
                                .map(Receiver.Received::id)
                                .distinct()
                                .count());
            } finally {
                other.stop();
            }
        }
    }

    @Test
    void another_tokens_webhooks_are_not_there_and_its_assessments_no_news() throws Exception {
        try (Receiver receiver = new Receiver(call -> 200)) {
            String webhook = register(client, receiver.url()).at("/id").asString();
            Client other = Client.of(SERVICE, "", Scope.ASSESS, Scope.WEBHOOKS);
            assertEquals(404, other.get(PATH + "/" + webhook).status());
            assertEquals(404, other.delete(PATH + "/" + webhook).status());
            assertEquals(0, other.get(PATH).json().at("/items").size());
            assess(other);
            assertEquals(
                    0,
                    client.get(PATH + "/" + webhook + "/deliveries")
                            .json()
                            .at("/items")
                            .size());
        }
    }

    @Test
    void the_secret_is_shown_once() {
        JsonNode made = register(client, "http://127.0.0.1:9/");
        assertTrue(made.at("/secret").asString().startsWith("whsec_"));
        assertTrue(client.get(PATH + "/" + made.at("/id").asString())
                .json()
                .at("/secret")
                .isMissingNode());
        assertFalse(client.get(PATH).text().contains("whsec_"));
    }

    @Test
    void a_token_is_told_only_of_what_it_may_read() {
        Client.Answer answer = client.post(
                PATH, "application/json", "{\"url\": \"http://127.0.0.1:9/\", \"events\": [\"dossier.submitted\"]}");
        assertEquals(403, answer.status(), answer.text());
        assertEquals(
                422,
                client.post(PATH, "application/json", "{\"url\": \"http://127.0.0.1:9/\", \"events\": [\"all\"]}")
                        .status());
        assertEquals(400, client.post(PATH, "application/json", "{}").status());
        assertEquals(400, client.post(PATH, "application/json", "{").status());
        assertEquals(400, client.post(PATH, "application/json", "[]").status());
    }

    @Test
    void ten_attempts_take_about_a_day() {
        Backoff backoff = new Backoff(Duration.ofSeconds(5));
        Duration sum = Duration.ZERO;
        for (int attempts = 1; attempts < 10; attempts++) {
            sum = sum.plus(backoff.after(attempts).orElseThrow());
        }
        assertTrue(backoff.after(10).isEmpty());
        assertTrue(sum.toHours() >= 16 && sum.toHours() <= 28, sum.toString());
    }

    private static JsonNode settled(Client client, String webhook) {
        return Awaitility.await()
                .until(
                        () -> client.get(PATH + "/" + webhook + "/deliveries")
                                .json()
                                .at("/items/0"),
                        delivery -> !delivery.at("/state").asString().equals("pending"));
    }
}
