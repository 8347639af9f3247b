package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Where a program wants to be told of what happens.
 *
 * @param secret signs each delivery; sealed, see {@link Secrets}
 * @param events types separated by blanks
 * @param client who set it up; of assessments it is told of its own only
 * @param place GB/T 2260 code of the place whose dossiers it is told of; empty for the whole city
 * @param version null before it is first saved
 */
@Table("webhook")
public record Webhook(
        @Id UUID id,
        String url,
        String secret,
        String events,
        String client,
        String place,
        boolean enabled,
        Instant createdAt,
        @Version @Nullable Long version) {

    public Webhook withSecret(String other) {
        return new Webhook(id, url, other, events, client, place, enabled, createdAt, version);
    }

    public Webhook disabled() {
        return new Webhook(id, url, secret, events, client, place, false, createdAt, version);
    }
}
