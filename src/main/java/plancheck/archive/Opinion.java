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
        Kind kind,
        String reason,
        String givenBy,
        Instant givenAt) {

    /** What the reviewer says. */
    public enum Kind {
        AGREE,
        DISAGREE,
        /** The county is to answer the question given as the reason. */
        ASK,
        /** What the check left to a person is met, for the reason given. */
        MET,
        /** What the check left to a person is not met, for the reason given. */
        UNMET
    }
}
