package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A dossier on its way from draft to conclusion. What was submitted stands in its revisions.
 *
 * @param state of {@code plancheck.workflow.DossierState}, by name
 * @param draft what the county is working on; the same bytes as the last revision's until it is changed
 * @param revision number of the last revision, 0 before the first
 * @param version null before it is first saved
 */
@Table("dossier")
public record StoredDossier(
        @Id UUID id,
        String place,
        String kind,
        String title,
        String state,
        byte[] draft,
        int revision,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        @Version @Nullable Long version) {

    public StoredDossier withDraft(String newTitle, byte[] content, Instant at) {
        return new StoredDossier(
                id, place, kind, newTitle, state, content, revision, createdBy, createdAt, at, version);
    }

    public StoredDossier withState(String to, int number, Instant at) {
        return new StoredDossier(id, place, kind, title, to, draft, number, createdBy, createdAt, at, version);
    }
}
