package plancheck.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.access.Scope;
import plancheck.archive.Assessment;
import plancheck.archive.Assessments;
import plancheck.archive.AuditEntry;
import plancheck.archive.AuditTrail;
import plancheck.archive.Damage;
import plancheck.archive.DossierRow;
import plancheck.archive.Evidence;
import plancheck.archive.EvidenceFiles;
import plancheck.archive.EvidenceRow;
import plancheck.archive.ReviewQuestion;
import plancheck.archive.ReviewQuestions;
import plancheck.archive.Revision;
import plancheck.archive.Revisions;
import plancheck.archive.StoredCollections;
import plancheck.archive.StoredDossier;
import plancheck.archive.StoredDossiers;
import plancheck.archive.SubmittedId;
import plancheck.archive.SubmittedIds;
import plancheck.dossier.Problem;
import plancheck.dossier.checks.FigureQueries;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Digest;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.report.Report;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** A county's side: drafts, evidence, submission, answers; and what everybody who may may read. */
@Component
public class DossierDesk {
    /** What a file proves, as a pointer, and its name: the trail's message when it was attached or removed. */
    public static final String EVIDENCE = "workflow.evidence";

    /** What a file proves of which nobody has said it. */
    private static final String NOT_SAID = "";

    /** As many files as one dossier may have. */
    public static final int MAX_FILES = 200;

    /** So often a file may be said to prove something, all files of a dossier together. */
    private static final int MAX_PROOFS = 1000;

    private final StoredDossiers dossiers;
    private final Revisions revisions;
    private final EvidenceFiles files;
    private final ReviewQuestions questions;
    private final Assessments assessments;
    private final SubmittedIds ids;
    private final StoredCollections collections;
    private final AuditTrail entries;
    private final AssessmentDesk desk;
    private final Trail trail;
    private final RuleBook book;
    private final Clock clock;
    private final EvidenceRoom room;
    private final Damage damage;
    private final DossierForm form;

    DossierDesk(
            StoredDossiers dossiers,
            Revisions revisions,
            EvidenceFiles files,
            ReviewQuestions questions,
            Assessments assessments,
            SubmittedIds ids,
            StoredCollections collections,
            AuditTrail entries,
            AssessmentDesk desk,
            Trail trail,
            RuleBook book,
            Clock clock,
            EvidenceRoom room,
            Damage damage) {
        this.dossiers = dossiers;
        this.revisions = revisions;
        this.files = files;
        this.questions = questions;
        this.assessments = assessments;
        this.ids = ids;
        this.collections = collections;
        this.entries = entries;
        this.desk = desk;
        this.trail = trail;
        this.book = book;
        this.clock = clock;
        this.room = room;
        this.damage = damage;
        this.form = new DossierForm(book);
    }

    /** The dossiers of the actor's own place, and for a token of the whole city all of them; the longest unchanged first. */
    public List<DossierRow> own(Actor actor) {
        if (!actor.is(Role.COUNTY_OFFICER) && !actor.may(Scope.READ_DOSSIERS)) {
            throw forbidden(Message.of("workflow.may-not-read-dossiers"));
        }
        return dossiers.queue(
                Stream.of(DossierState.values()).map(DossierState::id).toList(), actor.place());
    }

    /** @throws Refusal {@code NOT_FOUND} when there is none, or none that he may read */
    public StoredDossier find(Actor actor, UUID id) {
        return dossiers.findById(id)
                .filter(dossier -> mayRead(actor, dossier))
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-dossier", id)));
    }

    private static boolean mayRead(Actor actor, StoredDossier dossier) {
        boolean own = actor.actsFor(dossier.place())
                && (actor.is(Role.COUNTY_OFFICER) || actor.may(Scope.READ_DOSSIERS) || actor.may(Scope.WRITE_DOSSIERS));
        boolean draft = dossier.revision() == 0;
        return own || actor.is(Role.AUDITOR) || actor.seesWholeCity() && !draft;
    }

    /** Whether the actor may change the dossier now. */
    public boolean mayEdit(Actor actor, StoredDossier dossier) {
        return mayWrite(actor, dossier.place())
                && DossierState.of(dossier.state()).isEditable();
    }

    private static boolean mayWrite(Actor actor, String place) {
        return actor.actsFor(place) && (actor.is(Role.COUNTY_OFFICER) || actor.may(Scope.WRITE_DOSSIERS));
    }

    /**
     * Begins a draft.
     *
     * @param place GB/T 2260 code
     * @param kind {@code self-assessment} or {@code project}
     * @param content the dossier so far; it may have problems
     */
    @Transactional
    public StoredDossier create(Actor actor, String place, String kind, String title, byte[] content) {
        if (!book.places().containsKey(place)) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.no-such-place", place));
        }
        if (!mayWrite(actor, place)) {
            throw forbidden(Message.of("workflow.draft-own-place-only"));
        }
        Instant now = clock.instant();
        StoredDossier made = dossiers.save(new StoredDossier(
                UUID.randomUUID(),
                place,
                kind,
                titled(title, place),
                DossierState.DRAFT.id(),
                content,
                0,
                actor.id(),
                now,
                now,
                null));
        trail.dossier(actor, "dossier.create", made, "", made.state(), Label.of(made.title()));
        return made;
    }

    /**
     * Saves the draft as one goes.
     *
     * @throws Refusal {@code CONFLICT} when the dossier is not in the county's hands
     */
    @Transactional
    public StoredDossier save(Actor actor, UUID id, String title, byte[] content) {
        StoredDossier dossier = editable(actor, id);
        return dossiers.save(dossier.withDraft(titled(title, dossier.place()), content, clock.instant()));
    }

    /**
     * Saves the draft unless somebody else has saved it meanwhile.
     *
     * @param seen the version that the changes were made to
     * @throws OptimisticLockingFailureException when the draft is another by now; nothing is saved
     */
    @Transactional
    public StoredDossier save(Actor actor, UUID id, long seen, String title, byte[] content) {
        StoredDossier dossier = editable(actor, id);
        if (!Long.valueOf(seen).equals(dossier.version())) {
            throw new OptimisticLockingFailureException("dossier " + id + " was changed meanwhile");
        }
        return save(actor, id, title, content);
    }

    /**
     * Changes the draft as it stands: it is held meanwhile, so that nobody's saving comes between its being read and
     * its being written, and whoever began with an older one is told when he saves.
     *
     * @param change from the draft to what it is to be; the same bytes change nothing
     */
    @Transactional
    public StoredDossier amend(Actor actor, UUID id, UnaryOperator<byte[]> change) {
        StoredDossier dossier = editable(actor, id);
        byte[] content = change.apply(dossier.draft());
        return Arrays.equals(content, dossier.draft())
                ? dossier
                : dossiers.save(dossier.withDraft(dossier.title(), content, clock.instant()));
    }

    private String titled(String title, String place) {
        String given = Words.checked(title, Integer.MAX_VALUE, Message.of("workflow.field-title"));
        PlaceName of = book.places().get(place);
        return given.isEmpty() ? (of == null ? place : of.name()) + "申报材料" : Words.shortened(given, 400);
    }

    /** Attaches a file to a figure of the draft; see {@link EvidenceCheck} for what is taken. */
    @Transactional
    public Evidence attach(Actor actor, UUID id, String figure, String name, byte[] content) {
        return stored(actor, editable(actor, id), figure, name, content, this::provable);
    }

    /**
     * Keeps a file of which nobody has said yet what it proves; {@link #prove} says it. Until then it proves nothing.
     *
     * @see EvidenceCheck for what is taken
     */
    @Transactional
    public Evidence keep(Actor actor, UUID id, String name, byte[] content) {
        return stored(actor, editable(actor, id), NOT_SAID, name, content, nothing -> {});
    }

    /**
     * What a file of the draft proves, beside what it proves already.
     *
     * @param figures pointers; what it proves already among them changes nothing
     * @return what it did not prove before
     */
    @Transactional
    public List<String> prove(Actor actor, UUID id, UUID file, Collection<String> figures) {
        StoredDossier dossier = editable(actor, id);
        figures.forEach(this::provable);
        EvidenceRow line = evidence(dossier).stream()
                .filter(e -> e.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-file")));
        Set<String> known = evidence(dossier).stream()
                .filter(line::isSameFile)
                .map(EvidenceRow::figure)
                .collect(Collectors.toSet());
        List<String> more =
                figures.stream().distinct().filter(one -> !known.contains(one)).toList();
        boolean said = !line.figure().isEmpty();
        for (String figure : more) {
            if (said) {
                again(actor, dossier, file, figure);
            } else {
                files.prove(file, figure);
                trailed(actor, dossier, figure, line.name());
                said = true;
            }
        }
        return more;
    }

    /** The same file for one thing more. */
    private void again(Actor actor, StoredDossier dossier, UUID file, String figure) {
        Evidence first = files.findById(file).orElseThrow();
        stored(actor, dossier, figure, first.name(), first.content(), this::provable);
    }

    private void provable(String figure) {
        if (!Words.checked(figure, 200, Message.of("workflow.field-proves")).startsWith("/")) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.say-what-file-proves"));
        }
        if (!form.has(figure)) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.no-such-figure", figure));
        }
    }

    /** @param proves refuses what it cannot prove, once the file is known to be one that is taken */
    private Evidence stored(
            Actor actor, StoredDossier dossier, String figure, String name, byte[] content, Consumer<String> proves) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String given = Words.checked(plain, Integer.MAX_VALUE, Message.of("workflow.field-file-name"));
        String type = EvidenceCheck.mediaType(given, content);
        String shown = EvidenceCheck.named(given, type);
        proves.accept(figure);
        String digest = Digest.sha256(content);
        List<EvidenceRow> kept = evidence(dossier);
        Optional<Evidence> there = kept.stream()
                .filter(file -> file.digest().equals(digest) && file.name().equals(shown))
                .filter(file -> figure.isEmpty()
                        || file.figure().equals(figure)
                        || file.figure().isEmpty())
                .findFirst()
                .flatMap(file -> said(actor, dossier, file, figure));
        if (there.isPresent()) {
            return there.get();
        }
        long all = kept.stream()
                .map(file -> file.digest() + file.name())
                .distinct()
                .count();
        if (all >= MAX_FILES || kept.size() >= MAX_PROOFS) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.too-many-files", MAX_FILES));
        }
        room.check(dossier.id(), content.length);
        Evidence saved = files.save(new Evidence(
                UUID.randomUUID(),
                dossier.id(),
                figure,
                shown,
                type,
                content.length,
                digest,
                content,
                actor.id(),
                clock.instant(),
                null,
                null));
        trailed(actor, dossier, figure, shown);
        return saved;
    }

    /** A file that is there already: now of it is said what it proves, if it was not. */
    private Optional<Evidence> said(Actor actor, StoredDossier dossier, EvidenceRow file, String figure) {
        if (!file.figure().equals(figure) && !figure.isEmpty() && files.prove(file.id(), figure) > 0) {
            trailed(actor, dossier, figure, file.name());
        }
        return files.findById(file.id());
    }

    private void trailed(Actor actor, StoredDossier dossier, String figure, String name) {
        trail.dossier(
                actor,
                "evidence.attach",
                dossier,
                dossier.state(),
                dossier.state(),
                Message.of(EVIDENCE, figure, name));
    }

    /** Takes a file out of the draft; what was never submitted is not kept, so that its room is free again. */
    @Transactional
    public void detach(Actor actor, UUID id, UUID file) {
        StoredDossier dossier = editable(actor, id);
        EvidenceRow line = evidence(dossier).stream()
                .filter(e -> e.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-file")));
        if (files.forget(file) == 0) {
            files.remove(file, clock.instant());
        }
        trail.dossier(
                actor,
                "evidence.remove",
                dossier,
                dossier.state(),
                dossier.state(),
                Message.of(EVIDENCE, line.figure(), line.name()));
    }

    /** The files of the draft. */
    public List<EvidenceRow> evidence(StoredDossier dossier) {
        return files.of(dossier.id()).stream()
                .filter(file -> file.removedAt() == null)
                .toList();
    }

    /** Pointers of what the draft's files prove. */
    public Set<String> evidenced(StoredDossier dossier) {
        return evidence(dossier).stream()
                .map(EvidenceRow::figure)
                .filter(figure -> !figure.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The files a revision was submitted with. */
    public List<EvidenceRow> evidence(Revision revision) {
        var attached = revision.evidence().stream()
                .map(Revision.AttachedEvidence::evidence)
                .collect(Collectors.toSet());
        return files.of(revision.dossier()).stream()
                .filter(file -> attached.contains(file.id()))
                .toList();
    }

    /**
     * A file with its content, as it was handed in.
     *
     * @throws Refusal {@code DAMAGED} when it is no longer that
     */
    public Evidence file(Actor actor, UUID id, UUID file) {
        StoredDossier dossier = find(actor, id);
        Evidence found = files.findById(file)
                .filter(one -> one.dossier().equals(dossier.id()))
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-file")));
        if (found.isWhole()) {
            damage.mended(found.named());
        } else {
            damage.found(found.named());
            throw new Refusal(Refusal.Why.DAMAGED, Message.of("workflow.evidence-damaged", found.name()));
        }
        return found;
    }

    /**
     * Hands the draft in: the revision, its report, the new state, the audit entry and the news of it, all or nothing.
     *
     * @throws Refusal {@code INVALID} when the dossier has problems, queries are not explained or questions not answered
     */
    @Transactional
    public Revision submit(Actor actor, UUID id) {
        return submit(actor, id, null);
    }

    /**
     * The same, unless the draft is another by now.
     *
     * @param seen the version that is to be handed in, null for any
     * @throws OptimisticLockingFailureException when it was changed meanwhile; nothing is handed in
     */
    @Transactional
    public Revision submit(Actor actor, UUID id, @Nullable Long seen) {
        StoredDossier dossier = editable(actor, id);
        if (seen != null && !seen.equals(dossier.version())) {
            throw new OptimisticLockingFailureException("dossier " + id + " was changed meanwhile");
        }
        AssessmentDesk.CheckResult outcome = desk.check(dossier.draft(), null, evidenced(dossier));
        Report report = outcome.report();
        if (report == null) {
            List<Message> said = outcome.problems().stream()
                    .filter(Problem::isError)
                    .map(Problem::inWords)
                    .toList();
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.dossier-with-problems", said.size()), said);
        }
        if (!report.dossier().place().equals(dossier.place())
                || !report.dossier().kind().equals(dossier.kind())) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.place-or-kind-changed"));
        }
        if (collections.findByOpenOf(id).isPresent()) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.collection-still-open"));
        }
        List<Message> unexplained = outcome.problems().stream()
                .filter(FigureQueries::isOpen)
                .map(Problem::inWords)
                .toList();
        if (!unexplained.isEmpty()) {
            throw new Refusal(
                    Refusal.Why.INVALID, Message.of("workflow.queries-unexplained", unexplained.size()), unexplained);
        }
        claim(report.dossier().id(), dossier);
        long open = openQuestions(dossier).size();
        if (open > 0) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.questions-unanswered", open));
        }
        Instant now = clock.instant();
        Assessment assessment = desk.keep(actor, dossier.draft(), report, outcome.problems());
        int number = dossier.revision() + 1;
        Revision revision = revisions.insert(new Revision(
                UUID.randomUUID(),
                dossier.id(),
                number,
                dossier.draft(),
                assessment.id(),
                actor.id(),
                now,
                evidence(dossier).stream()
                        .map(file -> new Revision.AttachedEvidence(file.id()))
                        .collect(Collectors.toSet())));
        StoredDossier submitted = dossiers.save(dossier.withState(DossierState.SUBMITTED.id(), number, now));
        trail.dossier(
                actor,
                "dossier.submit",
                submitted,
                dossier.state(),
                submitted.state(),
                Message.of("workflow.submitted", number, report.verdict()));
        trail.happened(
                actor,
                "dossier.submitted",
                dossier.id(),
                dossier.place(),
                news(submitted, report.verdict().id()));
        return revision;
    }

    /** A dossier's own id is its draft's for good, so that what is one dossier to the county is reviewed once. */
    private void claim(String ownId, StoredDossier dossier) {
        String id = Words.shortened(NormalForm.of(ownId), 200);
        SubmittedId owner = ids.findByPlaceAndOwnId(dossier.place(), id).orElse(null);
        try {
            if (owner == null) {
                ids.insert(new SubmittedId(UUID.randomUUID(), dossier.place(), id, dossier.id()));
            }
        } catch (DuplicateKeyException quicker) {
            throw submittedBefore(id);
        }
        if (owner != null && !owner.dossier().equals(dossier.id())) {
            throw submittedBefore(id);
        }
    }

    private static Refusal submittedBefore(String id) {
        return new Refusal(Refusal.Why.INVALID, Message.of("workflow.id-of-another-draft", id));
    }

    /** What a webhook is told of a dossier. */
    static Map<String, ?> news(StoredDossier dossier, String verdict) {
        return Map.of(
                "id", dossier.id().toString(),
                "place", dossier.place(),
                "kind", dossier.kind(),
                "title", dossier.title(),
                "state", dossier.state(),
                "revision", dossier.revision(),
                "verdict", verdict);
    }

    /** Answers a question of the return; an answer may be changed until the dossier is submitted again. */
    @Transactional
    public ReviewQuestion answer(Actor actor, UUID id, UUID question, String words) {
        StoredDossier dossier = editable(actor, id);
        ReviewQuestion asked = questions
                .findById(question)
                .filter(q -> q.dossier().equals(dossier.id()) && q.revision() == dossier.revision())
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-question")));
        String answer = Words.checked(words, 2000, Message.of("workflow.field-answer"));
        if (answer.isEmpty()) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.write-answer"));
        }
        return questions.save(asked.answered(answer, actor.id(), clock.instant()));
    }

    /** What the county was asked with the last return and has not answered yet. */
    public List<ReviewQuestion> openQuestions(StoredDossier dossier) {
        return questions.findAllByDossierAndRevisionOrderByAskedAt(dossier.id(), dossier.revision()).stream()
                .filter(question -> question.answeredAt() == null)
                .toList();
    }

    /** All questions of all returns, first to last. */
    public List<ReviewQuestion> questions(StoredDossier dossier) {
        return questions.findAllByDossierOrderByAskedAt(dossier.id());
    }

    /** @throws Refusal {@code NOT_FOUND} when there is none, or none that he may read */
    public Revision revision(Actor actor, UUID id, int number) {
        find(actor, id);
        return revisions
                .findByDossierAndNumber(id, number)
                .orElseThrow(
                        () -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-submission", number)));
    }

    /** What the place submitted with the dossier of the same kind that was concluded last; of projects, each is another, there is none. */
    public Optional<ConcludedDossier> lastConcluded(StoredDossier dossier) {
        return dossier.kind().equals("project")
                ? Optional.empty()
                : dossiers.last(dossier.place(), dossier.kind(), DossierState.CONCLUDED.id(), dossier.id())
                        .flatMap(last -> revisions
                                .findByDossierAndNumber(last.id(), last.revision())
                                .map(revision -> new ConcludedDossier(last.title(), revision.content())));
    }

    /**
     * A dossier that was concluded.
     *
     * @param content as it was submitted
     */
    public record ConcludedDossier(String title, byte[] content) {}

    /** First to last. */
    public List<Revision> revisions(Actor actor, UUID id) {
        find(actor, id);
        return revisions.findAllByDossierOrderByNumber(id);
    }

    /** The report the revision was submitted with. */
    public Report report(Revision revision) {
        return assessments
                .findById(revision.assessment())
                .map(desk::report)
                .orElseThrow(() -> new IllegalStateException("revision " + revision.id() + " has no report"));
    }

    /** Everything that was done to the dossier, first to last. */
    public List<AuditEntry> trail(Actor actor, UUID id) {
        find(actor, id);
        return entries.findAllByObjectOrderById("dossier:" + id);
    }

    /** The dossier as a room of this house has to know it, whoever asks. */
    StoredDossier kept(UUID id) {
        return dossiers.findById(id)
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-dossier", id)));
    }

    /** The dossier, held until the transaction ends, for who may change it now. */
    StoredDossier editable(Actor actor, UUID id) {
        dossiers.hold(id);
        StoredDossier dossier = find(actor, id);
        if (!mayWrite(actor, dossier.place())) {
            throw forbidden(Message.of("workflow.change-own-place-only"));
        }
        DossierState state = DossierState.of(dossier.state());
        if (!state.isEditable()) {
            throw new Refusal(Refusal.Why.CONFLICT, Message.of("workflow.dossier-not-editable", state.inWords()));
        }
        return dossier;
    }

    private static Refusal forbidden(Message message) {
        return new Refusal(Refusal.Why.FORBIDDEN, message);
    }
}
