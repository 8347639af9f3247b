package plancheck.archive;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Whose a dossier's own id is. Never changed.
 *
 * @param ownId as the dossier gives it
 * @param dossier the one that was first submitted with it
 */
@Table("submitted_id")
public record SubmittedId(@Id UUID id, String place, String ownId, UUID dossier) {}
