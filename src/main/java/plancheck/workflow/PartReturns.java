package plancheck.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import plancheck.access.Actor;
import plancheck.archive.CollectionDecisions;
import plancheck.archive.CollectionPart;
import plancheck.archive.CollectionParts;
import plancheck.archive.CollectionReturn;
import plancheck.archive.CollectionReturns;
import plancheck.archive.StoredCollection;
import plancheck.archive.StoredCollections;
import plancheck.archive.StoredDossier;
import plancheck.collect.Conflict;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBook;

/** What the bureaus of a collection have handed back. Each time is another one, and the last counts. */
@Component
class PartReturns {
    /** As many times as a bureau may hand back, and as large as a part may be. */
    private static final int MOST = 200;

    static final int LARGEST = 5_000_000;

    private final StoredCollections collections;
    private final CollectionParts parts;
    private final CollectionReturns returns;
    private final CollectionDecisions decisions;
    private final DossierDesk dossiers;
    private final BureauParts bureaus;
    private final CollectionMerge merge;
    private final RuleBook book;
    private final DossierForm form;
    private final Trail trail;
    private final Clock clock;

    PartReturns(
            StoredCollections collections,
            CollectionParts parts,
            CollectionReturns returns,
            CollectionDecisions decisions,
            DossierDesk dossiers,
            BureauParts bureaus,
            CollectionMerge merge,
            RuleBook book,
            Trail trail,
            Clock clock) {
        this.collections = collections;
        this.parts = parts;
        this.returns = returns;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.bureaus = bureaus;
        this.merge = merge;
        this.book = book;
        this.form = new DossierForm(book);
        this.trail = trail;
        this.clock = clock;
    }

    List<CollectionReturn> of(CollectionPart part) {
        return returns.findAllByPartOrderByNumber(part.id());
    }

    /** The last of each bureau, by its name. */
    Map<String, byte[]> byName(StoredCollection collection) {
        Map<UUID, String> names = parts.findAllByCollection(collection.id()).stream()
                .collect(Collectors.toMap(
                        CollectionPart::id,
                        part -> bureaus.bureau(part.bureau()).name().zh()));
        Map<String, byte[]> last = new TreeMap<>();
        returns.lastOf(collection.id()).forEach(one -> last.put(names.getOrDefault(one.part(), ""), one.content()));
        return last;
    }

    /** In the rule book's order. */
    List<PartState> states(StoredCollection collection) {
        List<String> order = book.bureaus().stream().map(bureau -> bureau.id()).toList();
        Map<String, BureauPart> asked = bureaus.of(collection.begunWith());
        return parts.findAllByCollection(collection.id()).stream()
                .sorted(Comparator.comparing(part -> order.indexOf(part.bureau())))
                .map(part -> state(
                        part, asked.getOrDefault(part.bureau(), bureaus.of(collection.begunWith(), part.bureau()))))
                .toList();
    }

    PartState state(StoredCollection collection, CollectionPart part) {
        return state(part, bureaus.of(collection.begunWith(), part.bureau()));
    }

    private PartState state(CollectionPart part, BureauPart asked) {
        List<CollectionReturn> handed = of(part);
        CollectionReturn last = handed.isEmpty() ? null : handed.get(handed.size() - 1);
        byte[] draft = part.draft();
        byte[] content = draft != null ? draft : last == null ? null : last.content();
        PartState.Stage stage = last != null
                ? PartState.Stage.RETURNED
                : draft != null ? PartState.Stage.BEGUN : PartState.Stage.NOT_BEGUN;
        int answered = content == null ? 0 : asked.answered(form.fields(content).values());
        return new PartState(part, asked.bureau(), asked.size(), answered, stage, handed);
    }

    /**
     * Keeps what a bureau hands back.
     *
     * @param own whether it may answer its own part alone
     * @throws Refusal {@code CONFLICT} when the collection is closed
     */
    CollectionReturn add(
            Actor actor, StoredCollection collection, CollectionPart part, byte[] content, String way, boolean own) {
        collections.hold(collection.id());
        StoredCollection held = collections
                .findById(collection.id())
                .filter(StoredCollection::isOpen)
                .orElseThrow(PartReturns::closed);
        List<CollectionReturn> before = of(part);
        if (before.size() >= MOST) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.returned-too-often", MOST));
        }
        CollectionReturn made = returns.insert(new CollectionReturn(
                UUID.randomUUID(),
                part.id(),
                before.size() + 1,
                answers(held, part, content, own),
                way,
                actor.id(),
                clock.instant()));
        told(actor, held, part, made);
        return made;
    }

    /** The answers alone, under the head that the collection was opened with. */
    byte[] answers(StoredCollection collection, CollectionPart part, byte[] content, boolean own) {
        if (content.length > LARGEST) {
            throw new Refusal(Refusal.Why.TOO_LARGE, Message.of("workflow.part-too-large", LARGEST / 1_000_000));
        }
        BureauPart asked = bureaus.of(collection.begunWith(), part.bureau());
        DossierForm.Fields read = form.fields(content);
        Map<String, List<String>> fields = new LinkedHashMap<>(read.values());
        if (fields.isEmpty()) {
            throw new Refusal(
                    Refusal.Why.INVALID,
                    Message.of("workflow.part-unreadable"),
                    read.problems().stream().map(problem -> problem.inWords()).toList());
        }
        for (String field : List.of("/place", "/kind", "/as-of")) {
            List<String> given = fields.getOrDefault(field, List.of());
            if (!given.isEmpty() && !given.equals(asked.head().getOrDefault(field, given))) {
                throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.part-of-another-dossier"));
            }
        }
        fields.keySet().removeIf(field -> field.lastIndexOf('/') == 0);
        fields.putAll(asked.head());
        if (own) {
            Map<String, List<String>> all = form.fields(collection.begunWith()).values();
            fields.entrySet()
                    .removeIf(field -> asked.asked().fields().negate().test(field.getKey())
                            && field.getValue().equals(all.get(field.getKey())));
            long outside = asked.outside(fields);
            if (outside > 0) {
                throw new Refusal(
                        Refusal.Why.INVALID,
                        Message.of(
                                "workflow.answers-of-others",
                                outside,
                                asked.bureau().name()));
            }
        }
        return form.dossier(fields);
    }

    private void told(Actor actor, StoredCollection collection, CollectionPart part, CollectionReturn made) {
        StoredDossier dossier = dossiers.kept(collection.dossier());
        var name = bureaus.bureau(part.bureau()).name();
        PartState state = state(collection, part);
        trail.dossier(
                actor,
                "collection.return",
                dossier,
                dossier.state(),
                dossier.state(),
                Message.of("workflow.part-returned", name, made.number(), state.answered(), state.asked()));
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("bureau", part.bureau());
        more.put("bureauName", name.zh());
        more.put("number", made.number());
        more.put("answered", state.answered());
        more.put("asked", state.asked());
        trail.happened(actor, "collection.returned", dossier.id(), dossier.place(), news(dossier, collection, more));
        List<Conflict> open = new ArrayList<>(CollectionMerge.open(merge.merge(
                dossier.draft(), byName(collection), decisions.findAllByCollectionOrderByNumber(collection.id()))));
        open.removeIf(conflict ->
                conflict.versions().stream().noneMatch(version -> version.from().contains(name.zh())));
        if (!open.isEmpty()) {
            more.put("conflicts", open.stream().map(Conflict::pointer).toList());
            trail.happened(
                    actor, "collection.conflict", dossier.id(), dossier.place(), news(dossier, collection, more));
        }
    }

    static Refusal closed() {
        return new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.collection-closed-already"));
    }

    /** What a webhook is told of a collection. */
    static Map<String, ?> news(StoredDossier dossier, StoredCollection collection, Map<String, ?> more) {
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("id", dossier.id().toString());
        news.put("place", dossier.place());
        news.put("title", dossier.title());
        news.put("collection", collection.id().toString());
        news.put("due", collection.due().toString());
        news.putAll(more);
        return news;
    }
}
