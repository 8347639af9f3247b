package plancheck.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.archive.CollectionPart;
import plancheck.archive.CollectionParts;
import plancheck.archive.CollectionReturn;
import plancheck.archive.StoredCollection;
import plancheck.archive.StoredCollections;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBook;

/** A bureau's side of a collection: its own part, by a link or an account, and nothing else. */
@Component
public class PartDesk {
    private final StoredCollections collections;
    private final CollectionParts parts;
    private final BureauParts bureaus;
    private final PartReturns returns;
    private final DossierForm form;
    private final Clock clock;

    PartDesk(
            StoredCollections collections,
            CollectionParts parts,
            BureauParts bureaus,
            PartReturns returns,
            RuleBook book,
            Clock clock) {
        this.collections = collections;
        this.parts = parts;
        this.bureaus = bureaus;
        this.returns = returns;
        this.form = new DossierForm(book);
        this.clock = clock;
    }

    /**
     * A part as whoever fills it in sees it.
     *
     * @param actor who does so: of a link, the bureau
     * @param way {@code link} or {@code account}
     * @param content what has been filled in last, or what it began with
     */
    public record OpenedPart(
            Actor actor, String way, StoredCollection collection, PartState state, BureauPart asked, byte[] content) {
        /** The version that changes are made to. */
        public long version() {
            Long version = state.part().version();
            return version == null ? 0 : version;
        }

        public UUID id() {
            return state.part().id();
        }
    }

    /**
     * The part that a link is to.
     *
     * @param secret as it stands in the link
     * @return empty when there is no such link, or no more
     */
    public Optional<OpenedPart> byLink(String secret) {
        Instant now = clock.instant();
        return parts.findByLinkHash(LinkSecret.hash(secret))
                .filter(part -> part.isLinkedAt(now))
                .flatMap(part -> opened(
                        new Actor(
                                "link:" + part.bureau(),
                                bureaus.bureau(part.bureau()).name().zh(),
                                Set.of(),
                                "",
                                Set.of()),
                        "link",
                        part));
    }

    /** The parts that the actor was given, of collections that are open. */
    public List<OpenedPart> given(Actor actor) {
        return actor.is(Role.BUREAU)
                ? parts.givenTo(actor.id()).stream()
                        .flatMap(part -> opened(actor, "account", part).stream())
                        .toList()
                : List.of();
    }

    /** @throws Refusal {@code NOT_FOUND} when it is not his, or its collection is closed */
    public OpenedPart given(Actor actor, UUID part) {
        return given(actor).stream()
                .filter(one -> one.id().equals(part))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-part")));
    }

    private Optional<OpenedPart> opened(Actor actor, String way, CollectionPart part) {
        return collections
                .findById(part.collection())
                .filter(StoredCollection::isOpen)
                .map(collection -> {
                    BureauPart asked = bureaus.of(collection.begunWith(), part.bureau());
                    PartState state = returns.state(collection, part);
                    byte[] draft = part.draft();
                    byte[] content = draft != null
                            ? draft
                            : state.last().map(CollectionReturn::content).orElseGet(() -> form.dossier(asked.shown()));
                    return new OpenedPart(actor, way, collection, state, asked, content);
                });
    }

    /**
     * Saves what is filled in as one goes.
     *
     * @param seen the version that it was changed from
     * @param page which opening of the form sends it: a page that has not had its last answer yet is told from somebody else
     * @return the part after it
     * @throws OptimisticLockingFailureException when somebody else has filled in something meanwhile; nothing is saved
     */
    @Transactional
    public CollectionPart save(OpenedPart opened, long seen, UUID page, byte[] content) {
        collections.hold(opened.collection().id());
        StoredCollection collection = open(opened);
        CollectionPart part = parts.findById(opened.id()).orElseThrow(PartReturns::closed);
        byte[] answers = returns.answers(collection, part, content, true);
        if (Arrays.equals(answers, part.draft())) {
            return part;
        }
        Long version = part.version();
        if (!page.equals(part.draftPage()) && (version == null || version != seen)) {
            throw new OptimisticLockingFailureException("part " + part.id() + " was changed meanwhile");
        }
        return parts.save(part.withDraft(answers, clock.instant(), page));
    }

    /**
     * Hands the part back; it may be handed back again until the collection is closed.
     *
     * @param content YAML or JSON of the part; what answers something else is refused
     */
    @Transactional
    public CollectionReturn handBack(OpenedPart opened, String way, byte[] content) {
        collections.hold(opened.collection().id());
        StoredCollection collection = open(opened);
        CollectionPart part = parts.findById(opened.id()).orElseThrow(PartReturns::closed);
        CollectionReturn made = returns.add(opened.actor(), collection, part, content, way, true);
        parts.save(part.withDraft(made.content(), clock.instant(), part.draftPage()));
        return made;
    }

    private StoredCollection open(OpenedPart opened) {
        return collections
                .findById(opened.collection().id())
                .filter(StoredCollection::isOpen)
                .orElseThrow(PartReturns::closed);
    }
}
