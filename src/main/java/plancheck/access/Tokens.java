package plancheck.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.archive.ApiToken;
import plancheck.archive.ApiTokens;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;
import plancheck.archive.DatabaseWatch;
import plancheck.facts.Digest;
import plancheck.facts.Label;
import plancheck.facts.Message;

/** The tokens of programs. A token is shown once, when it is issued; only its hash is kept. */
@Component
public class Tokens {
    /** So that a token found somewhere is known for what it is. */
    private static final String PREFIX = "plancheck_";

    /** The day's use is noted now and then only, so that a busy client does not write a row for each call. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final ApiTokens tokens;
    private final AuditTrail trail;
    private final Clock clock;
    private final DatabaseWatch database;
    private final SecureRandom random = new SecureRandom();

    public Tokens(ApiTokens tokens, AuditTrail trail, DatabaseWatch database, Clock clock) {
        this.tokens = tokens;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A token just made.
     *
     * @param secret what the program sends; not kept anywhere
     */
    public record IssuedToken(ApiToken token, String secret) {}

    /**
     * Makes a token.
     *
     * @param place empty for the whole city
     * @param expiresAt null for never
     * @throws AccountException when anything is missing
     */
    @Transactional
    public IssuedToken issue(Actor by, String name, Set<Scope> scopes, String place, @Nullable Instant expiresAt) {
        if (name.isBlank() || name.length() > 60 || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccountException(Message.of("access.name-system"));
        }
        if (scopes.isEmpty()) {
            throw new AccountException(Message.of("access.choose-permission"));
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new AccountException(Message.of("access.expires-too-early"));
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String ids = scopes.stream().map(Scope::id).sorted().collect(Collectors.joining(" "));
        ApiToken token = tokens.save(new ApiToken(
                UUID.randomUUID(),
                name.strip(),
                hash(secret),
                place,
                ids,
                by.id(),
                clock.instant(),
                expiresAt,
                null,
                null,
                null));
        audit(by, "token.issue", token, ids);
        return new IssuedToken(token, secret);
    }

    @Transactional
    public void revoke(Actor by, UUID id) {
        ApiToken token =
                tokens.findById(id).orElseThrow(() -> new AccountException(Message.of("access.no-such-token")));
        if (token.revokedAt() == null) {
            tokens.save(token.revoked(clock.instant()));
            audit(by, "token.revoke", token, "");
        }
    }

    public List<ApiToken> all() {
        return tokens.findAllByOrderByCreatedAtDesc();
    }

    /** Who holds the secret; empty when nobody does, or the token is revoked or expired. */
    public Optional<Actor> holder(String secret) {
        Instant now = clock.instant();
        Optional<ApiToken> found = tokens.findByHash(hash(secret)).filter(token -> token.holdsAt(now));
        found.ifPresent(token -> {
            Instant last = token.lastUsedAt();
            boolean due = last == null || last.isBefore(now.minus(NOTED));
            if (due && !database.isFull()) {
                tokens.used(token.id(), now);
            }
        });
        return found.map(Tokens::actor);
    }

    private static Actor actor(ApiToken token) {
        Set<Scope> scopes = Arrays.stream(token.scopes().split(" "))
                .flatMap(id -> Scope.of(id).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Actor("token:" + token.id(), token.name(), Set.of(), token.place(), scopes);
    }

    private void audit(Actor by, String action, ApiToken token, String detail) {
        trail.insert(AuditEntry.of(
                clock.instant(),
                by.id(),
                action,
                "token:" + token.id(),
                "",
                "",
                Label.of((token.name() + " " + detail).strip())));
    }

    private static String hash(String secret) {
        return Digest.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
