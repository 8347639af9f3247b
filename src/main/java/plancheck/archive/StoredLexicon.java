package plancheck.archive;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the stored reports of a rule book have in common. Reports cannot be read without it, so it stays.
 *
 * @param digest SHA-256 of the content in hexadecimal, by which reports name it
 */
@Table("lexicon")
public record StoredLexicon(@Id String digest, byte[] content, Instant keptAt) {}
