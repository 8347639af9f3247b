package plancheck.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All webhooks. */
public interface Webhooks extends Repository<Webhook, UUID> {
    Webhook save(Webhook webhook);

    Optional<Webhook> findById(UUID id);

    /** The enabled ones of tokens that still hold: whose token was revoked is told no more. */
    @Query("""
            select w.* from webhook w
            join api_token t on w.client = 'token:' || cast(t.id as varchar(36))
            where w.enabled and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)""")
    List<Webhook> listening(Instant now);

    List<Webhook> findAllByClientOrderByCreatedAt(String client);

    /** All secrets as they are kept. */
    @Query("select id, secret, enabled from webhook")
    List<StoredSecret> secrets();

    /** Keeps a secret in another form, unless it was changed meanwhile. */
    @Modifying
    @Query("update webhook set secret = :sealed where id = :id and secret = :secret")
    int reseal(UUID id, String secret, String sealed);

    /** A webhook's secret as it is kept. */
    record StoredSecret(UUID id, String secret, boolean enabled) {}
}
