package plancheck.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All tokens, revoked ones too. */
public interface ApiTokens extends Repository<ApiToken, UUID> {
    Optional<ApiToken> findByHash(String hash);

    Optional<ApiToken> findById(UUID id);

    List<ApiToken> findAllByOrderByCreatedAtDesc();

    ApiToken save(ApiToken token);

    /** Notes when it was last used, without touching its version. */
    @Modifying
    @Query("update api_token set last_used_at = :at where id = :id")
    void used(UUID id, Instant at);
}
