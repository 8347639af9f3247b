package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import plancheck.facts.Digest;

/**
 * A file that proves a figure.
 *
 * @param figure JSON pointer of what it proves, for example {@code /figures/county-seat-sewage-treatment-rate}; empty while
 *     nobody has said it
 * @param name as the officer's machine named it, without any folder
 * @param mediaType found from its content
 * @param size in bytes
 * @param digest SHA-256 of the content in hexadecimal
 * @param removedAt when it was taken out of the draft; null while it is in it
 * @param version null before it is first saved
 */
@Table("evidence")
public record Evidence(
        @Id UUID id,
        UUID dossier,
        String figure,
        String name,
        String mediaType,
        long size,
        String digest,
        byte[] content,
        String addedBy,
        Instant addedAt,
        @Nullable Instant removedAt,
        @Version @Nullable Long version) {

    /** Which file it is, for the log. */
    public String named() {
        return "evidence " + id + " of dossier " + dossier;
    }

    /** Whether the content is still what was handed in. */
    public boolean isWhole() {
        return content.length == size && Digest.sha256(content).equals(digest);
    }
}
