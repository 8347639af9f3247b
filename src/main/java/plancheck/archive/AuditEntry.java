package plancheck.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Who did what, when, from what to what.
 *
 * @param id given by the database, null before
 * @param object what it was done to, for example {@code dossier:…} or {@code account:li}
 * @param fromState empty when there was none before; {@code toState} when there is none after
 */
@Table("audit_entry")
public record AuditEntry(
        @Id @Nullable Long id,
        Instant at,
        String actor,
        String action,
        String object,
        String fromState,
        String toState,
        String detail) {}
