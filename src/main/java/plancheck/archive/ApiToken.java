package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a program signs in with.
 *
 * @param hash SHA-256 of the token in hexadecimal; the token itself is not kept
 * @param place GB/T 2260 code of the place whose dossiers it may touch; empty for the whole city
 * @param scopes separated by blanks
 * @param version null before it is first saved
 */
@Table("api_token")
public record ApiToken(
        @Id UUID id,
        String name,
        String hash,
        String place,
        String scopes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Version @Nullable Long version) {

    public ApiToken revoked(Instant at) {
        return new ApiToken(id, name, hash, place, scopes, createdBy, createdAt, expiresAt, lastUsedAt, at, version);
    }

    /** Whether it lets anybody in at this moment. */
    public boolean holdsAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
