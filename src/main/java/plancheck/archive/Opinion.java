package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A reviewer's view of one finding. It stands beside the outcome and never over it.
 *
 * @param subject the finding's subject in Chinese
 */
@Table("opinion")
public record Opinion(
        @Id UUID id,
        UUID dossier,
        int revision,
        String provision,
        String subject,
        OpinionKind kind,
        String reason,
        String givenBy,
        Instant givenAt) {}
