package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something that happened and that others may want to be told of.
 *
 * @param type for example {@code dossier.submitted}
 * @param subject id of the dossier or assessment
 * @param place GB/T 2260 code of its place
 * @param client who did it
 * @param data JSON object
 */
@Table("event")
public record Event(
        @Id UUID id, String type, String subject, String place, String client, String data, Instant occurredAt) {}
