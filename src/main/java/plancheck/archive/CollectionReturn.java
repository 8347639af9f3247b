package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A part as it was handed back. Never changed: whoever hands back again adds another, and the last counts.
 *
 * @param number from 1
 * @param content the part as a dossier
 * @param way {@code link}, {@code account}, {@code workbook} or {@code program}
 * @param returnedBy a login, a program's id, or {@code link:} and the bureau's id
 */
@Table("collection_return")
public record CollectionReturn(
        @Id UUID id, UUID part, int number, byte[] content, String way, String returnedBy, Instant returnedAt) {}
