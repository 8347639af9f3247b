package plancheck.webhook;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import plancheck.archive.Event;
import plancheck.archive.Secrets;
import plancheck.archive.Webhook;
import plancheck.workflow.WebhookTargets;

/**
 * Carries one event to one webhook. Trusts the receiver with nothing: no redirects, no cookies, nothing of the body is
 * read, and however slowly it answers, it is not waited for longer than {@link #OVERALL_SECONDS}.
 */
@Component
class Courier implements DisposableBean {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout RESPONSE = Timeout.ofSeconds(10);
    private static final int OVERALL_SECONDS = 20;

    private final CloseableHttpClient http;
    private final Secrets secrets;
    private final Clock clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webhook-watch");
        thread.setDaemon(true);
        return thread;
    });

    Courier(WebhookTargets targets, Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicDns(targets))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(RESPONSE)
                                .build())
                        .setMaxConnTotal(Outbox.AT_ONCE)
                        .setMaxConnPerRoute(Outbox.AT_ONCE)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(RESPONSE)
                        .build())
                .setUserAgent("plancheck")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * How it went.
     *
     * @param status HTTP status, null when there was no answer
     * @param error empty when it was taken
     */
    record DeliveryResult(@Nullable Integer status, String error) {
        boolean taken() {
            return status != null && status >= 200 && status < 300;
        }

        boolean gone() {
            return status != null && status == 410;
        }
    }

    DeliveryResult carry(Webhook webhook, Event event) {
        Optional<String> secret = secrets.open(webhook.secret());
        if (secret.isEmpty()) {
            return new DeliveryResult(null, "the key that sealed its secret is gone: set the webhook up anew");
        }
        byte[] body = CloudEvent.bytes(event);
        String id = event.id().toString();
        long timestamp = clock.instant().getEpochSecond();
        HttpPost post = new HttpPost(webhook.url());
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", Signature.of(secret.get(), id, timestamp, body));
        post.setEntity(new ByteArrayEntity(body, ContentType.create(CloudEvent.MEDIA_TYPE)));
        ScheduledFuture<?> tooLong = watch.schedule(post::abort, OVERALL_SECONDS, TimeUnit.SECONDS);
        try (ClassicHttpResponse response = http.executeOpen(null, post, null)) {
            int status = response.getCode();
            post.abort(); // closing alone would read the rest of the body, however long
            DeliveryResult answered = new DeliveryResult(status, "");
            return answered.taken() ? answered : new DeliveryResult(status, "HTTP " + status);
        } catch (IOException | RuntimeException e) {
            return new DeliveryResult(null, e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            tooLong.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        watch.shutdownNow();
        http.close();
    }
}
