package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Which answer stands where several differ. Never changed: the last one about a place counts.
 *
 * @param number from 1
 * @param pointer of what differs
 * @param takenFrom whose answer was taken; empty when it is left open again
 * @param answerDigest of that answer, so that it holds for no other that may be handed in later
 */
@Table("collection_decision")
public record CollectionDecision(
        @Id UUID id,
        UUID collection,
        int number,
        String pointer,
        String takenFrom,
        String answerDigest,
        String decidedBy,
        Instant decidedAt) {}
