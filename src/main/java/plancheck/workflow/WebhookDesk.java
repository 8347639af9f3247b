package plancheck.workflow;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.access.Actor;
import plancheck.access.Scope;
import plancheck.archive.Deliveries;
import plancheck.archive.DeliveryRow;
import plancheck.archive.Secrets;
import plancheck.archive.Webhook;
import plancheck.archive.Webhooks;
import plancheck.facts.Label;
import plancheck.facts.Message;

/** Programs say here where they want to be told of what happens. */
@Component
public class WebhookDesk {
    /** What can be told, and which scope a token needs to be told of it. */
    private static final Map<String, Scope> EVENTS = events();

    private static final int MOST = 20;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookTargets targets;
    private final Secrets secrets;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookDesk(
            Webhooks webhooks,
            Deliveries deliveries,
            WebhookTargets targets,
            Secrets secrets,
            Trail trail,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.targets = targets;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    private static Map<String, Scope> events() {
        Map<String, Scope> events = new LinkedHashMap<>();
        events.put("assessment.completed", Scope.ASSESS);
        events.put("dossier.submitted", Scope.READ_DOSSIERS);
        events.put("dossier.returned", Scope.READ_DOSSIERS);
        events.put("dossier.concluded", Scope.READ_DOSSIERS);
        events.put("collection.opened", Scope.READ_DOSSIERS);
        events.put("collection.returned", Scope.READ_DOSSIERS);
        events.put("collection.conflict", Scope.READ_DOSSIERS);
        events.put("collection.reminder", Scope.READ_DOSSIERS);
        events.put("collection.closed", Scope.READ_DOSSIERS);
        return events;
    }

    /**
     * Sets up a webhook; its secret, {@code whsec_} and Base64, signs what is sent and is told in this answer only.
     *
     * @param events at least one of {@code assessment.completed}, {@code dossier.submitted}, {@code dossier.returned},
     *     {@code dossier.concluded}, {@code collection.opened}, {@code collection.returned}, {@code collection.conflict}, {@code
     *     collection.reminder}, {@code collection.closed}
     * @throws Refusal when nothing may be sent to the address, or the token may not know of the events
     */
    @Transactional
    public Webhook register(Actor actor, String url, Set<String> events) {
        if (events.isEmpty() || !EVENTS.keySet().containsAll(events)) {
            throw new Refusal(
                    Refusal.Why.INVALID,
                    Message.of(
                            "workflow.webhook-events",
                            Label.list(EVENTS.keySet().stream().map(Label::of).toList())));
        }
        for (String event : events) {
            Scope needed = EVENTS.get(event);
            if (needed == null || !actor.may(needed)) {
                throw new Refusal(
                        Refusal.Why.FORBIDDEN,
                        Message.of("workflow.webhook-event-not-allowed", event, needed == null ? "" : needed.id()));
            }
        }
        if (all(actor).stream().filter(Webhook::enabled).count() >= MOST) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.too-many-webhooks", MOST));
        }
        byte[] key = new byte[32];
        random.nextBytes(key);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        Webhook made = webhooks.save(new Webhook(
                UUID.randomUUID(),
                targets.checked(url),
                secrets.seal(secret),
                String.join(" ", new TreeSet<>(events)),
                actor.id(),
                actor.place(),
                true,
                clock.instant(),
                null));
        trail.webhook(actor, "webhook.register", made);
        return made.withSecret(secret);
    }

    /** The actor's own, disabled ones too, first to last. */
    public List<Webhook> all(Actor actor) {
        return webhooks.findAllByClientOrderByCreatedAt(actor.id());
    }

    /** @throws Refusal {@code NOT_FOUND} when there is none of his with this id */
    public Webhook find(Actor actor, UUID id) {
        return webhooks.findById(id)
                .filter(webhook -> webhook.client().equals(actor.id()))
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-webhook", id)));
    }

    /**
     * One that was registered before, as that was answered: with its secret, for whoever missed the answer.
     *
     * @throws Refusal when there is none, or its secret was sealed with a key that is gone
     */
    public Webhook registered(Actor actor, UUID id) {
        Webhook kept = find(actor, id);
        String secret = secrets.open(kept.secret())
                .orElseThrow(() -> new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.webhook-secret-lost")));
        return kept.withSecret(secret);
    }

    /** Nothing more is sent; what was sent stays on record. One that is disabled already stays so. */
    @Transactional
    public void disable(Actor actor, UUID id) {
        Webhook webhook = find(actor, id);
        if (webhook.enabled()) {
            webhooks.save(webhook.disabled());
            trail.webhook(actor, "webhook.disable", webhook);
        }
    }

    /** What was and is to be sent, newest first. */
    public List<DeliveryRow> deliveries(Actor actor, UUID id, int limit, long offset) {
        return deliveries.latest(find(actor, id).id(), limit, offset);
    }

    /** Those of them that come after the one with this time and id. */
    public List<DeliveryRow> deliveriesAfter(Actor actor, UUID id, Instant at, UUID last, int limit) {
        return deliveries.latestAfter(find(actor, id).id(), at, last, limit);
    }

    /** How many there are. */
    public long deliveryCount(Actor actor, UUID id) {
        return deliveries.countByWebhook(find(actor, id).id());
    }
}
