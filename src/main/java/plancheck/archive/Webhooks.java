package plancheck.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All webhooks. */
public interface Webhooks extends Repository<Webhook, UUID> {
    Webhook save(Webhook webhook);

    Optional<Webhook> findById(UUID id);

    List<Webhook> findAllByEnabledTrue();

    List<Webhook> findAllByClientOrderByCreatedAt(String client);
}
