package plancheck.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import plancheck.facts.Phrase;
import plancheck.report.keeping.KeptMessage;

/**
 * Who did what, when, from what to what.
 *
 * @param id given by the database, null before
 * @param object what it was done to, for example {@code dossier:…} or {@code account:li}
 * @param detail what was done in particular, as {@link KeptMessage} has it; see {@link #said}
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
        String detail) {

    /** Something that is done now. */
    public static AuditEntry of(
            Instant at, String actor, String action, String object, String fromState, String toState, Phrase detail) {
        return new AuditEntry(null, at, actor, action, object, fromState, toState, KeptMessage.write(detail));
    }

    /** What was done in particular; empty words when there is nothing more to say. */
    public Phrase said() {
        return KeptMessage.read(detail);
    }
}
