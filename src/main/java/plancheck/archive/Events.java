package plancheck.archive;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All events. */
public interface Events extends Repository<Event, UUID>, Insertion<Event> {
    Optional<Event> findById(UUID id);
}
