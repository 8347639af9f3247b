package plancheck.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What one office is asked for in a collection.
 *
 * @param bureau its id in the rule book
 * @param linkHash of the secret in its link; null where there is none, or no more
 * @param linkUntil when the link ends; null likewise
 * @param account the login that may fill it in; null where none was given it
 * @param draft what has been filled in and may not be handed back yet; null before anything was
 * @param draftPage which opening of the form filled it in; null when it came some other way
 * @param version null before it is first saved
 */
@Table("collection_part")
public record CollectionPart(
        @Id UUID id,
        UUID collection,
        String bureau,
        @Nullable String linkHash,
        @Nullable Instant linkUntil,
        @Nullable String account,
        byte @Nullable [] draft,
        @Nullable Instant draftAt,
        @Nullable UUID draftPage,
        @Nullable Instant remindedAt,
        @Version @Nullable Long version) {

    /** @param hash null to take the link back */
    public CollectionPart withLink(@Nullable String hash, @Nullable Instant until) {
        return new CollectionPart(
                id, collection, bureau, hash, until, account, draft, draftAt, draftPage, remindedAt, version);
    }

    /** @param login null to take it back */
    public CollectionPart withAccount(@Nullable String login) {
        return new CollectionPart(
                id, collection, bureau, linkHash, linkUntil, login, draft, draftAt, draftPage, remindedAt, version);
    }

    /** @param page null for what no form has sent */
    public CollectionPart withDraft(byte[] content, Instant at, @Nullable UUID page) {
        return new CollectionPart(
                id, collection, bureau, linkHash, linkUntil, account, content, at, page, remindedAt, version);
    }

    public CollectionPart reminded(Instant at) {
        return new CollectionPart(
                id, collection, bureau, linkHash, linkUntil, account, draft, draftAt, draftPage, at, version);
    }

    /** Whether its link lets anybody in at that time. */
    public boolean isLinkedAt(Instant now) {
        return linkHash != null && linkUntil != null && linkUntil.isAfter(now);
    }
}
