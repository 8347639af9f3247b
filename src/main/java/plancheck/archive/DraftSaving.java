package plancheck.archive;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Which page saved a draft last.
 *
 * @param page made anew whenever the draft is opened
 * @param step which of the page's changes it was
 * @param version of the draft that came of it
 */
@Table("draft_saving")
public record DraftSaving(@Id UUID dossier, UUID page, long step, long version) {}
