package plancheck.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import plancheck.archive.DatabaseWatch;
import plancheck.archive.Deliveries;
import plancheck.archive.Delivery;
import plancheck.archive.Event;
import plancheck.archive.Events;
import plancheck.archive.Webhook;
import plancheck.archive.Webhooks;

/**
 * Sends what is due, each second, on threads of its own, one event after the other to each webhook, so that a slow
 * receiver keeps neither assessments nor other receivers waiting. An event is sent at least once: one whose sending was
 * cut off is sent again after {@link #LEASE}. Two instances of the service do not send the same, because an attempt is
 * written down before it is made.
 */
@Component
class Outbox implements SmartLifecycle {
    /** How many receivers are sent to at once. */
    static final int AT_ONCE = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int RUN = 100;

    private final Deliveries deliveries;
    private final Events events;
    private final Webhooks webhooks;
    private final Courier courier;
    private final DatabaseWatch database;
    private final Backoff backoff;
    private final Clock clock;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(threads("webhooks"));
    private final ExecutorService couriers = Executors.newFixedThreadPool(AT_ONCE, threads("webhook"));

    Outbox(
            Deliveries deliveries,
            Events events,
            Webhooks webhooks,
            Courier courier,
            DatabaseWatch database,
            Backoff backoff,
            Clock clock) {
        this.deliveries = deliveries;
        this.events = events;
        this.webhooks = webhooks;
        this.courier = courier;
        this.database = database;
        this.backoff = backoff;
        this.clock = clock;
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void start() {
        running.set(true);
        ScheduledFuture<?> unused = rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running.set(false);
        rounds.shutdownNow();
        couriers.shutdown();
        try {
            if (!couriers.awaitTermination(5, TimeUnit.SECONDS)) {
                couriers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void round() {
        if (database.isAway()) {
            return; // which is said already
        }
        try {
            for (UUID webhook : deliveries.waiting(clock.instant())) {
                if (busy.add(webhook)) {
                    couriers.execute(() -> run(webhook));
                }
            }
        } catch (RuntimeException e) {
            if (database.trouble(e).isEmpty()) {
                LOG.warn("looking for what is to be sent", e); // the next round tries again
            }
        }
    }

    private void run(UUID webhook) {
        try {
            boolean more = true;
            for (int i = 0; i < RUN && more && running.get(); i++) {
                more = deliveries
                        .next(webhook, clock.instant())
                        .map(this::attempt)
                        .orElse(false);
            }
        } catch (RuntimeException e) {
            if (database.trouble(e).isEmpty()) {
                LOG.warn("sending to webhook {}", webhook, e);
            }
        } finally {
            busy.remove(webhook);
        }
    }

    /** Whether to go on with this receiver at once. */
    private boolean attempt(Delivery due) {
        try {
            Delivery begun = deliveries.save(due.attempted(clock.instant().plus(LEASE)));
            Webhook webhook = webhooks.findById(due.webhook()).orElseThrow();
            if (!webhook.enabled()) {
                deliveries.save(begun.failed(null, null, "the webhook is disabled"));
                return true;
            }
            Event event = events.findById(due.event()).orElseThrow();
            return noted(begun, webhook, courier.carry(webhook, event));
        } catch (OptimisticLockingFailureException e) {
            return true; // another instance has it
        }
    }

    private boolean noted(Delivery begun, Webhook webhook, Courier.DeliveryResult outcome) {
        Instant now = clock.instant();
        Integer status = outcome.status();
        if (outcome.taken() && status != null) {
            deliveries.save(begun.delivered(status, now));
            return true;
        }
        Instant next = outcome.gone()
                ? null
                : backoff.after(begun.attempts()).map(now::plus).orElse(null);
        deliveries.save(begun.failed(next, status, outcome.error()));
        if (outcome.gone()) {
            webhooks.save(webhook.disabled());
        }
        LOG.info(
                "webhook {}: event {} failed at attempt {}: {}",
                webhook.id(),
                begun.event(),
                begun.attempts(),
                outcome.error());
        return false;
    }
}
