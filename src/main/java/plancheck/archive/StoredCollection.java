package plancheck.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One round of asking several offices for their parts of a dossier.
 *
 * @param openOf the dossier while it is open, so that there is no second; null once it is closed
 * @param begunWith the draft as it was when it was opened: what the offices are shown
 * @param due the day by which the parts are wanted
 * @param closedBy null while it is open; {@code closedAt} likewise
 * @param closedFrom the draft as it was just before the parts were put into it; null while it is open
 * @param version null before it is first saved
 */
@Table("collection")
public record StoredCollection(
        @Id UUID id,
        UUID dossier,
        @Nullable UUID openOf,
        byte[] begunWith,
        LocalDate due,
        String openedBy,
        Instant openedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        byte @Nullable [] closedFrom,
        @Version @Nullable Long version) {

    public boolean isOpen() {
        return openOf != null;
    }

    public StoredCollection closed(String by, Instant at, byte[] from) {
        return new StoredCollection(id, dossier, null, begunWith, due, openedBy, openedAt, by, at, from, version);
    }
}
