package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the county is asked when a dossier is returned to it.
 *
 * @param provision empty when it concerns the whole dossier; {@code subject} likewise
 * @param answer empty until answered; {@code answeredBy} likewise
 * @param version null before it is first saved
 */
@Table("question")
public record ReviewQuestion(
        @Id UUID id,
        UUID dossier,
        int revision,
        String provision,
        String subject,
        String text,
        String askedBy,
        Instant askedAt,
        String answer,
        String answeredBy,
        @Nullable Instant answeredAt,
        @Version @Nullable Long version) {

    public ReviewQuestion answered(String words, String by, Instant at) {
        return new ReviewQuestion(
                id, dossier, revision, provision, subject, text, askedBy, askedAt, words, by, at, version);
    }
}
