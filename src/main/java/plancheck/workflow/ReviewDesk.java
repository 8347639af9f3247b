package plancheck.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import plancheck.access.Actor;
import plancheck.access.Role;
import plancheck.archive.DossierRow;
import plancheck.archive.Opinion;
import plancheck.archive.OpinionKind;
import plancheck.archive.Opinions;
import plancheck.archive.ReviewQuestion;
import plancheck.archive.ReviewQuestions;
import plancheck.archive.Revisions;
import plancheck.archive.StoredDossier;
import plancheck.archive.StoredDossiers;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.report.Report;
import plancheck.report.writing.FindingWords;
import plancheck.report.writing.Wording;

/** The city's side: the queue, opinions beside the findings, return, conclusion. */
@Component
public class ReviewDesk {
    /** Longest reason or remark that is kept. */
    private static final int TEXT = 2000;

    private final StoredDossiers dossiers;
    private final DossierDesk desk;
    private final Revisions revisions;
    private final Opinions opinions;
    private final ReviewQuestions questions;
    private final Trail trail;
    private final Clock clock;

    ReviewDesk(
            StoredDossiers dossiers,
            DossierDesk desk,
            Revisions revisions,
            Opinions opinions,
            ReviewQuestions questions,
            Trail trail,
            Clock clock) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.revisions = revisions;
        this.opinions = opinions;
        this.questions = questions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What an opinion is about: a finding is known by its provision and its subject in Chinese. */
    public record Matter(String provision, String subject) {
        /** As much of a subject's name as is kept: a project is called by its title, which may be long. */
        private static final int LENGTH = 200;

        public static Matter of(Finding finding) {
            String name = finding.subject().zh();
            return new Matter(finding.provision(), name.length() <= LENGTH ? name : name.substring(0, LENGTH));
        }
    }

    /**
     * The dossiers in these states, the longest waiting first; an auditor sees drafts too.
     *
     * @param place GB/T 2260 code, empty for all
     */
    public List<DossierRow> queue(Actor actor, Collection<DossierState> states, String place) {
        if (!actor.seesWholeCity()) {
            throw forbidden(Message.of("workflow.whole-city-not-for-you"));
        }
        List<String> ids = states.stream()
                .filter(state -> state != DossierState.DRAFT || actor.is(Role.AUDITOR))
                .map(DossierState::id)
                .toList();
        return ids.isEmpty() ? List.of() : dossiers.queue(ids, place);
    }

    /** Whether the actor may review the dossier, whatever state it is in: a reviewer who has not submitted it. */
    public boolean mayReview(Actor actor, StoredDossier dossier) {
        return actor.is(Role.REVIEWER) && !submittedBy(actor, dossier);
    }

    /** Whether the actor may conclude and reopen the dossier. */
    public boolean mayConclude(Actor actor, StoredDossier dossier) {
        return actor.is(Role.LEADER) && !submittedBy(actor, dossier);
    }

    private boolean submittedBy(Actor actor, StoredDossier dossier) {
        return dossier.createdBy().equals(actor.id())
                || revisions.existsByDossierAndSubmittedBy(dossier.id(), actor.id());
    }

    /** Takes a submitted dossier into review. */
    @Transactional
    public StoredDossier take(Actor actor, UUID id) {
        StoredDossier dossier = reviewable(actor, id, DossierState.SUBMITTED, Message.of("workflow.to-begin-review"));
        return moved(actor, "dossier.take", dossier, DossierState.IN_REVIEW, Label.of(""));
    }

    /**
     * Gives an opinion on one finding of the last revision.
     *
     * @param given the reason, needed for everything but agreement
     */
    @Transactional
    public Opinion opine(Actor actor, UUID id, Matter matter, OpinionKind kind, String given) {
        StoredDossier dossier = reviewable(actor, id, DossierState.IN_REVIEW, Message.of("workflow.to-give-opinion"));
        Finding finding = report(actor, dossier).findings().stream()
                .filter(f -> Matter.of(f).equals(matter))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("workflow.no-such-finding")));
        String reason = Words.checked(given, TEXT, Message.of("workflow.field-reason"));
        if (kind != OpinionKind.AGREE && reason.isEmpty()) {
            throw kind == OpinionKind.ASK
                    ? new Refusal(Refusal.Why.INVALID, Message.of("workflow.write-question"))
                    : new Refusal(Refusal.Why.INVALID, Message.of("workflow.write-reason"));
        }
        boolean decides = kind == OpinionKind.MET || kind == OpinionKind.UNMET;
        if (decides && !finding.outcome().isUndecided()) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.already-decided-by-check"));
        }
        dossiers.save(dossier); // so that nobody concludes or returns it in the same moment
        return given(actor, dossier, matter, kind, reason.strip());
    }

    private Opinion given(Actor actor, StoredDossier dossier, Matter matter, OpinionKind kind, String reason) {
        if (matter.subject().length() > 1000) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.name-too-long-for-opinion"));
        }
        Opinion given = opinions.insert(new Opinion(
                UUID.randomUUID(),
                dossier.id(),
                dossier.revision(),
                matter.provision(),
                matter.subject(),
                kind,
                reason,
                actor.id(),
                clock.instant()));
        trail.dossier(
                actor,
                "opinion." + kind.name().toLowerCase(Locale.ROOT),
                dossier,
                dossier.state(),
                dossier.state(),
                reason.isEmpty()
                        ? Message.of("workflow.opinion", matter.provision(), matter.subject())
                        : Message.of("workflow.opinion-with-reason", matter.provision(), matter.subject(), reason));
        return given;
    }

    /** The opinions that count, by finding; of several on one finding the last. */
    public Map<Matter, Opinion> opinions(StoredDossier dossier, int revision) {
        Map<Matter, Opinion> last = new LinkedHashMap<>();
        opinions.findAllByDossierAndRevisionOrderByGivenAt(dossier.id(), revision)
                .forEach(opinion -> last.put(new Matter(opinion.provision(), opinion.subject()), opinion));
        return last;
    }

    /** Every opinion ever given on the matter, those on earlier revisions too, newest first. */
    public List<Opinion> history(StoredDossier dossier, Matter matter) {
        List<Opinion> all = new ArrayList<>();
        for (int revision = 1; revision <= dossier.revision(); revision++) {
            opinions.findAllByDossierAndRevisionOrderByGivenAt(dossier.id(), revision).stream()
                    .filter(o -> new Matter(o.provision(), o.subject()).equals(matter))
                    .forEach(all::add);
        }
        Collections.reverse(all);
        return all;
    }

    /**
     * What {@link #askForMissing} would ask: of each {@code must} finding that lacks data and on which nobody has an
     * opinion yet, what is missing, in Chinese.
     */
    public Map<Finding, String> missing(Report report, Map<Matter, Opinion> given) {
        FindingWords words = new FindingWords(new Wording(Language.ZH));
        Map<Finding, String> asked = new LinkedHashMap<>();
        report.with(Outcome.INSUFFICIENT_DATA).stream()
                .filter(finding -> finding.force() == Force.MUST && !given.containsKey(Matter.of(finding)))
                .forEach(finding -> asked.put(finding, question(finding, words)));
        return asked;
    }

    private static String question(Finding finding, FindingWords words) {
        String figures = finding.missing().stream()
                .map(missing -> words.missing(finding, missing))
                .collect(Collectors.joining("；"));
        String text = "请补充：" + (figures.isEmpty() ? finding.title().zh() : figures);
        return Words.shortened(text, TEXT);
    }

    /**
     * Asks the county for everything that {@link #missing} names.
     *
     * @return how many questions were put
     * @throws Refusal {@code INVALID} when there is nothing to ask
     */
    @Transactional
    public int askForMissing(Actor actor, UUID id) {
        StoredDossier dossier =
                reviewable(actor, id, DossierState.IN_REVIEW, Message.of("workflow.to-ask-for-missing"));
        Map<Finding, String> asked = missing(report(actor, dossier), opinions(dossier, dossier.revision()));
        if (asked.isEmpty()) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.nothing-missing-to-ask-for"));
        }
        dossiers.save(dossier);
        asked.forEach((finding, text) -> given(actor, dossier, Matter.of(finding), OpinionKind.ASK, text));
        return asked.size();
    }

    /** The {@code must} findings that neither the check nor a reviewer has decided, and questions not yet put. */
    public static List<Finding> undecided(Report report, Map<Matter, Opinion> opinions) {
        return report.findings().stream()
                .filter(finding -> {
                    Opinion opinion = opinions.get(Matter.of(finding));
                    boolean asked = opinion != null && opinion.kind() == OpinionKind.ASK;
                    boolean open =
                            finding.force() == Force.MUST && finding.outcome().isUndecided();
                    return asked || open && !decides(opinion);
                })
                .toList();
    }

    /** Agreement that something is open does not decide it. */
    private static boolean decides(@Nullable Opinion opinion) {
        return opinion != null && (opinion.kind() == OpinionKind.MET || opinion.kind() == OpinionKind.UNMET);
    }

    /**
     * Returns the dossier to the county with all questions put so far.
     *
     * @param given a question on the whole dossier; empty when there is none
     * @throws Refusal {@code INVALID} when there is nothing to ask
     */
    @Transactional
    public StoredDossier returned(Actor actor, UUID id, String given) {
        StoredDossier dossier = reviewable(actor, id, DossierState.IN_REVIEW, Message.of("workflow.to-return"));
        List<Opinion> asked = opinions(dossier, dossier.revision()).values().stream()
                .filter(opinion -> opinion.kind() == OpinionKind.ASK)
                .toList();
        String remark = Words.checked(given, TEXT, Message.of("workflow.field-opinion"));
        if (asked.isEmpty() && remark.isEmpty()) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.return-without-question"));
        }
        Instant now = clock.instant();
        if (!remark.isEmpty()) {
            ask(actor, dossier, new Matter("", ""), remark, now);
        }
        asked.forEach(o -> ask(actor, dossier, new Matter(o.provision(), o.subject()), o.reason(), now));
        int count = asked.size() + (remark.isEmpty() ? 0 : 1);
        StoredDossier returned =
                moved(actor, "dossier.return", dossier, DossierState.RETURNED, Message.of("workflow.returned", count));
        happened(actor, "dossier.returned", returned);
        return returned;
    }

    private void ask(Actor actor, StoredDossier dossier, Matter matter, String text, Instant now) {
        questions.save(new ReviewQuestion(
                UUID.randomUUID(),
                dossier.id(),
                dossier.revision(),
                matter.provision(),
                matter.subject(),
                text,
                actor.id(),
                now,
                "",
                "",
                null,
                null));
    }

    /**
     * Concludes the review.
     *
     * @throws Refusal {@code INVALID} naming the {@code must} findings that are undecided
     */
    @Transactional
    public StoredDossier conclude(Actor actor, UUID id, String remark) {
        StoredDossier dossier = concludable(actor, id, DossierState.IN_REVIEW, Message.of("workflow.to-conclude"));
        List<Finding> open = undecided(report(actor, dossier), opinions(dossier, dossier.revision()));
        if (!open.isEmpty()) {
            throw new Refusal(
                    Refusal.Why.INVALID,
                    Message.of("workflow.findings-undecided", open.size()),
                    open.stream()
                            .map(f -> Message.of("workflow.undecided-finding", f.provision(), f.title(), f.subject()))
                            .toList());
        }
        StoredDossier concluded = moved(
                actor,
                "dossier.conclude",
                dossier,
                DossierState.CONCLUDED,
                Label.of(Words.checked(remark, 1000, Message.of("workflow.field-remark"))));
        happened(actor, "dossier.concluded", concluded);
        return concluded;
    }

    /** Takes a concluded dossier back into review. */
    @Transactional
    public StoredDossier reopen(Actor actor, UUID id, String reason) {
        StoredDossier dossier = concludable(actor, id, DossierState.CONCLUDED, Message.of("workflow.to-reopen"));
        String why = Words.checked(reason, 1000, Message.of("workflow.field-reason"));
        if (why.isEmpty()) {
            throw new Refusal(Refusal.Why.INVALID, Message.of("workflow.write-why-reopened"));
        }
        return moved(actor, "dossier.reopen", dossier, DossierState.IN_REVIEW, Label.of(why));
    }

    private Report report(Actor actor, StoredDossier dossier) {
        return desk.report(desk.revision(actor, dossier.id(), dossier.revision()));
    }

    private void happened(Actor actor, String type, StoredDossier dossier) {
        trail.happened(
                actor,
                type,
                dossier.id(),
                dossier.place(),
                DossierDesk.news(dossier, report(actor, dossier).verdict().id()));
    }

    private StoredDossier moved(Actor actor, String action, StoredDossier dossier, DossierState to, Phrase detail) {
        StoredDossier moved = dossiers.save(dossier.withState(to.id(), dossier.revision(), clock.instant()));
        trail.dossier(actor, action, moved, dossier.state(), to.id(), detail);
        return moved;
    }

    private StoredDossier reviewable(Actor actor, UUID id, DossierState state, Message what) {
        dossiers.hold(id);
        StoredDossier dossier = desk.find(actor, id);
        if (!actor.is(Role.REVIEWER)) {
            throw forbidden(Message.of("workflow.reviewers-only", what));
        }
        if (submittedBy(actor, dossier)) {
            throw forbidden(Message.of("workflow.own-dossier-to-review"));
        }
        return in(dossier, state, what);
    }

    private StoredDossier concludable(Actor actor, UUID id, DossierState state, Message what) {
        dossiers.hold(id);
        StoredDossier dossier = desk.find(actor, id);
        if (!actor.is(Role.LEADER)) {
            throw forbidden(Message.of("workflow.leaders-only", what));
        }
        if (submittedBy(actor, dossier)) {
            throw forbidden(Message.of("workflow.own-dossier-to-conclude"));
        }
        return in(dossier, state, what);
    }

    private static StoredDossier in(StoredDossier dossier, DossierState needed, Message what) {
        DossierState state = DossierState.of(dossier.state());
        if (state != needed) {
            throw new Refusal(
                    Refusal.Why.CONFLICT, Message.of("workflow.wrong-state", state.inWords(), needed.inWords(), what));
        }
        return dossier;
    }

    private static Refusal forbidden(Message message) {
        return new Refusal(Refusal.Why.FORBIDDEN, message);
    }
}
