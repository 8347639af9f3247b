package plancheck.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import plancheck.access.Actor;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;
import plancheck.archive.Deliveries;
import plancheck.archive.Delivery;
import plancheck.archive.Event;
import plancheck.archive.Events;
import plancheck.archive.StoredDossier;
import plancheck.archive.Webhook;
import plancheck.archive.Webhooks;
import plancheck.facts.Label;
import plancheck.facts.Phrase;
import plancheck.report.writing.Json;

/** Writes down what happened, and for whom it is news, in the transaction in which it happens. */
@Component
class Trail {
    private final AuditTrail entries;
    private final Events events;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Clock clock;

    Trail(AuditTrail entries, Events events, Webhooks webhooks, Deliveries deliveries, Clock clock) {
        this.entries = entries;
        this.events = events;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** A change of a dossier's state, or one within it when both are the same. */
    void dossier(Actor actor, String action, StoredDossier dossier, String from, String to, Phrase detail) {
        entries.insert(AuditEntry.of(clock.instant(), actor.id(), action, "dossier:" + dossier.id(), from, to, detail));
    }

    /** A webhook was set up or disabled. */
    void webhook(Actor actor, String action, Webhook webhook) {
        entries.insert(AuditEntry.of(
                clock.instant(), actor.id(), action, "webhook:" + webhook.id(), "", "", Label.of(webhook.url())));
    }

    /**
     * Something that webhooks may want to be told of.
     *
     * @param type for example {@code dossier.submitted}
     */
    void happened(Actor actor, String type, UUID subject, String place, Map<String, ?> data) {
        Instant now = clock.instant();
        Event event = null;
        for (Webhook webhook : webhooks.listening(now)) {
            if (isFor(webhook, actor, type, place)) {
                event = event == null
                        ? events.insert(new Event(
                                UUID.randomUUID(),
                                type,
                                subject.toString(),
                                place,
                                actor.id(),
                                Json.MAPPER.writeValueAsString(data),
                                now))
                        : event;
                deliveries.save(
                        new Delivery(UUID.randomUUID(), event.id(), webhook.id(), 0, now, null, null, "", null));
            }
        }
    }

    /** Of assessments a client is told of its own only; of dossiers, those of its place. */
    private static boolean isFor(Webhook webhook, Actor actor, String type, String place) {
        boolean wanted = Set.of(webhook.events().split(" ")).contains(type);
        boolean own = type.startsWith("assessment.")
                ? webhook.client().equals(actor.id())
                : webhook.place().isEmpty() || webhook.place().equals(place);
        return wanted && own;
    }
}
