package plancheck.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.access.Actor;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.archive.CollectionDecision;
import plancheck.archive.CollectionDecisions;
import plancheck.archive.CollectionPart;
import plancheck.archive.CollectionParts;
import plancheck.archive.CollectionReturn;
import plancheck.archive.StoredCollection;
import plancheck.archive.StoredCollections;
import plancheck.archive.StoredDossier;
import plancheck.collect.Conflict;
import plancheck.collect.DossierMerge;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;

/**
 * One dossier answered by many: an officer asks the bureaus for their parts, sees how far each is, decides where they differ, and puts
 * all of it into the draft. Nothing that anybody handed in is overwritten: the draft stays the officer's own until the collection is
 * closed, and is one of the versions then.
 */
@Component
public class CollectionDesk {
    /** Days for which a link holds unless said otherwise. */
    public static final int LINK_DAYS = 14;

    private final StoredCollections collections;
    private final CollectionParts parts;
    private final CollectionDecisions decisions;
    private final DossierDesk dossiers;
    private final BureauParts bureaus;
    private final PartReturns returns;
    private final CollectionMerge merge;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    CollectionDesk(
            StoredCollections collections,
            CollectionParts parts,
            CollectionDecisions decisions,
            DossierDesk dossiers,
            BureauParts bureaus,
            PartReturns returns,
            CollectionMerge merge,
            People people,
            Trail trail,
            Clock clock) {
        this.collections = collections;
        this.parts = parts;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.bureaus = bureaus;
        this.returns = returns;
        this.merge = merge;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A collection as it stands.
     *
     * @param parts in the rule book's order
     * @param merged what the draft would be if it were closed now
     */
    public record CollectionState(
            StoredCollection collection, List<PartState> parts, DossierMerge.MergedDossier merged) {
        /** How many bureaus have handed back. */
        public long returned() {
            return parts.stream()
                    .filter(part -> part.stage() == PartState.Stage.RETURNED)
                    .count();
        }

        /** By what name one who gave an answer goes in either language. */
        public Label giver(String from) {
            return parts.stream()
                    .map(part -> part.bureau().name())
                    .filter(name -> name.zh().equals(from))
                    .findFirst()
                    .orElse(from.equals(CollectionMerge.OWN.zh()) ? CollectionMerge.OWN : Label.of(from));
        }

        /** By what name one is kept who is named in either language, or by the bureau's id. */
        String keptName(String named) {
            return Stream.concat(
                            parts.stream()
                                    .filter(part -> part.bureau().id().equals(named))
                                    .map(part -> part.bureau().name()),
                            Stream.concat(
                                            parts.stream()
                                                    .map(part -> part.bureau().name()),
                                            Stream.of(CollectionMerge.OWN))
                                    .filter(name ->
                                            name.zh().equals(named) || name.en().equals(named)))
                    .findFirst()
                    .map(Label::zh)
                    .orElse(named);
        }

        /** What is not decided yet. */
        public List<Conflict> open() {
            return CollectionMerge.open(merged);
        }
    }

    /** Accounts of the dossier's place that answer for a bureau: login to name. */
    public Map<String, String> accounts(Actor actor, UUID dossier) {
        String place = dossiers.find(actor, dossier).place();
        Map<String, String> accounts = new TreeMap<>();
        people.all().stream()
                .flatMap(account -> people.current(account.login()).stream())
                .filter(one -> one.is(Role.BUREAU) && one.place().equals(place))
                .forEach(one -> accounts.put(one.id(), one.name()));
        return accounts;
    }

    /** The collection that is open for the dossier. */
    public Optional<StoredCollection> current(Actor actor, UUID dossier) {
        dossiers.find(actor, dossier);
        return collections.findByOpenOf(dossier);
    }

    /** Those that were, the last first; the open one among them. */
    public List<StoredCollection> all(Actor actor, UUID dossier) {
        dossiers.find(actor, dossier);
        return collections.findAllByDossierOrderByOpenedAtDesc(dossier);
    }

    /** How far each bureau is, and what differs. */
    public CollectionState state(Actor actor, UUID dossier) {
        StoredDossier kept = dossiers.find(actor, dossier);
        StoredCollection collection = opened(dossier);
        return state(kept, collection);
    }

    private CollectionState state(StoredDossier dossier, StoredCollection collection) {
        return new CollectionState(collection, returns.states(collection), merged(dossier, collection));
    }

    private DossierMerge.MergedDossier merged(StoredDossier dossier, StoredCollection collection) {
        return merge.merge(
                dossier.draft(),
                returns.byName(collection),
                decisions.findAllByCollectionOrderByNumber(collection.id()));
    }

    /**
     * Asks the bureaus.
     *
     * @param asked ids of bureaus, of those that {@link BureauParts} has a part for
     * @param due not before today
     * @throws Refusal {@code CONFLICT} when one is open already
     */
    @Transactional
    public StoredCollection open(Actor actor, UUID dossier, Set<String> asked, LocalDate due) {
        StoredDossier kept = dossiers.editable(actor, dossier);
        if (!kept.kind().equals("self-assessment")) {
            throw invalid("workflow.collect-self-assessment-only");
        }
        Map<String, BureauPart> known = bureaus.of(kept.draft());
        if (asked.isEmpty() || !known.keySet().containsAll(asked)) {
            throw invalid("workflow.collect-choose-bureaus");
        }
        if (due.isBefore(LocalDate.ofInstant(clock.instant(), Due.ZONE)) || due.getYear() > 2100) {
            throw invalid("workflow.collect-due-passed");
        }
        merge.merge(kept.draft(), Map.of(), List.of()); // says what the head lacks
        StoredCollection made = made(actor, kept, due);
        known.keySet().stream()
                .filter(asked::contains)
                .forEach(bureau -> parts.save(new CollectionPart(
                        UUID.randomUUID(), made.id(), bureau, null, null, null, null, null, null, null, null)));
        trail(actor, "collection.open", kept, Message.of("workflow.collection-opened", asked.size(), due));
        news(
                actor,
                "collection.opened",
                kept,
                made,
                Map.of("bureaus", asked.stream().sorted().toList()));
        return made;
    }

    private StoredCollection made(Actor actor, StoredDossier dossier, LocalDate due) {
        Refusal already = new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.collection-open-already"));
        if (collections.findByOpenOf(dossier.id()).isPresent()) {
            throw already;
        }
        try {
            return collections.save(new StoredCollection(
                    UUID.randomUUID(),
                    dossier.id(),
                    dossier.id(),
                    dossier.draft(),
                    due,
                    actor.id(),
                    clock.instant(),
                    null,
                    null,
                    null,
                    null));
        } catch (DuplicateKeyException quicker) {
            throw already;
        }
    }

    /**
     * A new link for a bureau; an earlier one ends.
     *
     * @param days for which it holds, 1 to 90
     * @return the secret in it, told now and never again
     */
    @Transactional
    public String link(Actor actor, UUID dossier, String bureau, int days) {
        StoredDossier kept = dossiers.editable(actor, dossier);
        if (days < 1 || days > 90) {
            throw invalid("workflow.link-days");
        }
        String secret = LinkSecret.fresh();
        Instant until = clock.instant().plus(Duration.ofDays(days));
        parts.save(part(dossier, bureau).withLink(LinkSecret.hash(secret), until));
        trail(actor, "collection.link", kept, bureaus.bureau(bureau).name());
        return secret;
    }

    /** Ends the link of a bureau. */
    @Transactional
    public void revoke(Actor actor, UUID dossier, String bureau) {
        StoredDossier kept = dossiers.editable(actor, dossier);
        parts.save(part(dossier, bureau).withLink(null, null));
        trail(actor, "collection.revoke", kept, bureaus.bureau(bureau).name());
    }

    /**
     * Gives a bureau's part to an account.
     *
     * @param login of somebody of the place who answers for a bureau; empty to take it back
     */
    @Transactional
    public void give(Actor actor, UUID dossier, String bureau, String login) {
        StoredDossier kept = dossiers.editable(actor, dossier);
        Optional<Actor> holder = login.isEmpty() ? Optional.empty() : people.current(login);
        if (!login.isEmpty()
                && holder.filter(one -> one.is(Role.BUREAU) && one.place().equals(kept.place()))
                        .isEmpty()) {
            throw invalid("workflow.not-a-bureaus-account");
        }
        parts.save(part(dossier, bureau).withAccount(holder.map(Actor::id).orElse(null)));
        trail(
                actor,
                "collection.give",
                kept,
                Label.of(bureaus.bureau(bureau).name().zh() + " " + login));
    }

    /** Reminds a bureau that has not handed back: as news for other systems, which know how to reach it. */
    @Transactional
    public void remind(Actor actor, UUID dossier, String bureau) {
        StoredDossier kept = dossiers.editable(actor, dossier);
        StoredCollection collection = opened(dossier);
        reminded(actor, kept, collection, part(dossier, bureau));
    }

    /** A part as it was handed back, by the id of that return. */
    public CollectionReturn returned(Actor actor, UUID dossier, UUID made) {
        return all(actor, dossier).stream()
                .flatMap(collection -> parts.findAllByCollection(collection.id()).stream())
                .flatMap(part -> returns.of(part).stream())
                .filter(one -> one.id().equals(made))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-part")));
    }

    private void reminded(Actor actor, StoredDossier dossier, StoredCollection collection, CollectionPart part) {
        PartState state = returns.state(collection, part);
        parts.save(part.reminded(clock.instant()));
        trail(actor, "collection.remind", dossier, state.bureau().name());
        news(
                actor,
                "collection.reminder",
                dossier,
                collection,
                Map.of(
                        "bureau", part.bureau(),
                        "bureauName", state.bureau().name().zh(),
                        "open", state.asked() - state.answered()));
    }

    /**
     * Reminds, once each, the bureaus that have not handed back when the day is near.
     *
     * @return how many were
     */
    @Transactional
    public int remindDue(int daysBefore) {
        Actor system = new Actor("system", "plancheck", Set.of(), "", Set.of());
        LocalDate day = LocalDate.ofInstant(clock.instant(), Due.ZONE).plusDays(daysBefore);
        int reminded = 0;
        for (UUID id : collections.dueBy(day)) {
            StoredCollection collection = collections.findById(id).orElseThrow();
            StoredDossier dossier = dossiers.kept(collection.dossier());
            for (CollectionPart part : parts.findAllByCollection(id)) {
                if (part.remindedAt() == null && returns.of(part).isEmpty()) {
                    reminded(system, dossier, collection, part);
                    reminded++;
                }
            }
        }
        return reminded;
    }

    /** Takes what a bureau handed in some other way, such as a workbook that came by mail. */
    @Transactional
    public CollectionReturn handBack(Actor actor, UUID dossier, String bureau, byte[] content) {
        dossiers.editable(actor, dossier);
        CollectionPart part = part(dossier, bureau);
        String way = actor.scopes().isEmpty() ? "workbook" : "program";
        CollectionReturn made = returns.add(actor, opened(dossier), part, content, way, false);
        parts.save(part.withDraft(made.content(), clock.instant(), null));
        return made;
    }

    /**
     * Whose answer is to stand.
     *
     * @param pointer of a {@link Conflict}
     * @param from one of those who gave the answer, by name in either language or by the bureau's id; empty to leave it open
     * @param answer as the conflict has it; empty likewise
     */
    public record Choice(String pointer, String from, String answer) {}

    /**
     * Decides whose answers stand; what is decided so already is left as it is.
     *
     * @throws Refusal {@code CONFLICT} when one of them does not differ so any more; then nothing is decided
     */
    @Transactional
    public void decide(Actor actor, UUID dossier, List<Choice> choices) {
        StoredDossier kept = dossiers.editable(actor, dossier);
        StoredCollection collection = opened(dossier);
        hold(collection);
        List<CollectionDecision> before = decisions.findAllByCollectionOrderByNumber(collection.id());
        Map<String, CollectionDecision> last = new HashMap<>();
        before.forEach(decision -> last.put(decision.pointer(), decision));
        Map<String, Conflict> differing = new HashMap<>();
        CollectionState state = state(kept, collection);
        state.merged().conflicts().forEach(conflict -> differing.put(conflict.pointer(), conflict));
        int number = before.size();
        for (Choice made : choices) {
            Choice choice = new Choice(made.pointer(), state.keptName(made.from()), made.answer());
            Conflict conflict = differing.get(choice.pointer());
            if (conflict == null || !choice.from().isEmpty() && !isSaid(conflict, choice)) {
                throw changed();
            }
            if (!isDecided(last.get(choice.pointer()), choice)) {
                number++;
                decided(actor, kept, state, number, conflict, choice);
            }
        }
    }

    private static boolean isSaid(Conflict conflict, Choice choice) {
        return conflict.versions().stream()
                .anyMatch(version -> version.answer().equals(choice.answer())
                        && version.from().contains(choice.from()));
    }

    private static boolean isDecided(@Nullable CollectionDecision last, Choice choice) {
        return last == null
                ? choice.from().isEmpty()
                : last.takenFrom().equals(choice.from()) && last.answerDigest().equals(digest(choice));
    }

    private static String digest(Choice choice) {
        return choice.from().isEmpty() ? "" : CollectionMerge.digest(choice.answer());
    }

    private void decided(
            Actor actor, StoredDossier dossier, CollectionState state, int number, Conflict conflict, Choice choice) {
        decisions.insert(new CollectionDecision(
                UUID.randomUUID(),
                state.collection().id(),
                number,
                choice.pointer(),
                choice.from(),
                digest(choice),
                actor.id(),
                clock.instant()));
        trail(
                actor,
                "collection.decide",
                dossier,
                choice.from().isEmpty()
                        ? Message.of("workflow.collection-left-open", conflict.what())
                        : Message.of(
                                "workflow.collection-decided",
                                conflict.what(),
                                state.giver(choice.from()),
                                choice.answer()));
    }

    /** Ends it, and puts what was handed back into the draft; what is not decided stays beside each other there. */
    @Transactional
    public StoredDossier close(Actor actor, UUID dossier) {
        StoredDossier kept = dossiers.editable(actor, dossier);
        StoredCollection collection = opened(dossier);
        hold(collection);
        DossierMerge.MergedDossier merged = merged(kept, collection);
        if (!merged.refusals().isEmpty()) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.collection-not-of-one"), merged.refusals());
        }
        boolean any = !returns.byName(collection).isEmpty();
        collections.save(collection.closed(actor.id(), clock.instant(), kept.draft()));
        StoredDossier closed = any
                ? dossiers.save(actor, dossier, Objects.requireNonNull(kept.version()), kept.title(), merged.dossier())
                : kept;
        int open = CollectionMerge.open(merged).size();
        trail(
                actor,
                "collection.close",
                kept,
                Message.of(
                        "workflow.collection-closed", returns.byName(collection).size(), open));
        news(actor, "collection.closed", closed, collection, Map.of("undecided", open));
        return closed;
    }

    private static Refusal changed() {
        return new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.conflict-changed"));
    }

    private static Refusal invalid(String key) {
        return new Refusal(Refusal.Why.INVALID, Message.of(key));
    }

    private void hold(StoredCollection collection) {
        Optional<Long> version = collections.hold(collection.id());
        if (!version.equals(Optional.ofNullable(collection.version()))) {
            throw new OptimisticLockingFailureException("collection " + collection.id() + " was changed meanwhile");
        }
    }

    private StoredCollection opened(UUID dossier) {
        return collections
                .findByOpenOf(dossier)
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-collection")));
    }

    private CollectionPart part(UUID dossier, String bureau) {
        return parts.findByCollectionAndBureau(opened(dossier).id(), bureau)
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-part")));
    }

    private void trail(Actor actor, String action, StoredDossier dossier, Phrase detail) {
        trail.dossier(actor, action, dossier, dossier.state(), dossier.state(), detail);
    }

    private void news(
            Actor actor, String type, StoredDossier dossier, StoredCollection collection, Map<String, ?> more) {
        trail.happened(actor, type, dossier.id(), dossier.place(), PartReturns.news(dossier, collection, more));
    }
}
