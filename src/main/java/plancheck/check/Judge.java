package plancheck.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Contradiction;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierKind;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Project;
import plancheck.facts.ProjectContent;
import plancheck.facts.Subject;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.Scope;

/**
 * Turns requirements and figures into findings: the one place where an outcome is decided. Missing data, dates,
 * margins and citations are handled here once, so no rule can forget them.
 */
final class Judge {
    private final RuleBook book;
    private final Figures figures;
    private final NumberJudge numbers;
    private final ListJudge lists;
    private final ScopeJudge scopes;
    private final AnswerJudge answers;
    private final AbsenceJudge absences;
    private final BasisJudge bases;

    Judge(RuleBook book) {
        this.book = book;
        this.figures = new Figures(book);
        this.scopes = new ScopeJudge(figures);
        this.numbers = new NumberJudge(book, figures);
        this.absences = new AbsenceJudge(book);
        this.lists = new ListJudge(book, figures, absences);
        this.answers = new AnswerJudge(book);
        this.bases = new BasisJudge(book);
    }

    /** At least one finding per provision, in the rule book's order. */
    List<Finding> findings(Dossier dossier, Bindings.BoundSubjects bound) {
        List<Finding> findings = new ArrayList<>(book.provisions().size());
        for (int i = 0; i < book.provisions().size(); i++) {
            add(i, dossier, bound, findings);
        }
        return List.copyOf(findings);
    }

    /** Those of one provision, by its number in the rule book: what it comes to does not depend on any other. */
    List<Finding> findings(int number, Dossier dossier, Bindings.BoundSubjects bound) {
        List<Finding> findings = new ArrayList<>();
        add(number, dossier, bound, findings);
        return List.copyOf(findings);
    }

    private void add(int number, Dossier dossier, Bindings.BoundSubjects bound, List<Finding> findings) {
        try {
            int before = findings.size();
            judge(number, dossier, bound, findings);
            List<Finding> found = findings.subList(before, findings.size());
            found.replaceAll(Finding::inItsForce);
            if (dossier.isUndated()) {
                found.replaceAll(finding -> waiting(finding, book.provisions().get(number)));
            }
        } catch (RuntimeException defect) {
            findings.add(new FindingDraft(book.provisions().get(number), Label.of(dossier.title()))
                    .because(Reason.of(Reason.Key.FAILED, String.valueOf(defect)))
                    .as(Outcome.ERROR));
        }
    }

    /** Of a project that does not say when it will be complete, what is due by a date is open, but for what is kept whatever that is. */
    private static Finding waiting(Finding finding, Provision provision) {
        boolean missed = finding.outcome() == Outcome.FAIL || finding.outcome() == Outcome.NOT_DUE;
        boolean kept = finding.outcome() == Outcome.PASS
                && provision.criterion().dueDates().size() > 1;
        return finding.due() == null || !(missed || kept)
                ? finding
                : finding.waitingFor(List.of(Missing.of("project/completion", ProjectContent.COMPLETION)));
    }

    private void judge(int number, Dossier dossier, Bindings.BoundSubjects all, List<Finding> findings) {
        Provision provision = book.provisions().get(number);
        if (provision.isList()) {
            ListJudge.Items items = visitor -> all.items(provision.scope().kind(), number, visitor);
            lists.judge(provision, dossier, items, isInForce(provision, dossier.asOf()), findings);
            return;
        }
        List<Subject> bound = all.by(number);
        if (provision.scope().of() == Scope.Sort.PROJECT && dossier.projects().size() > 1) {
            projects(provision, bound, List.copyOf(dossier.projects()), dossier, findings);
            return;
        }
        if (bound.isEmpty() && isOfPlaceAlone(provision, dossier)) {
            findings.add(
                    noEffect(new FindingDraft(provision, dossier.places().get(0).name())));
        } else if (bound.isEmpty()) {
            findings.add(undivided(provision, dossier)
                    .orElseGet(() -> scopes.unbound(
                            provision, dossier, all.of(provision.scope().of()))));
        } else {
            bound.forEach(subject -> findings.addAll(bound(provision, subject, dossier)));
        }
    }

    /**
     * Each lot of a project by itself, as far as it is bound or may be. A project answers for all its counties at once: it is judged
     * at its own place, and elsewhere only by what does not bind it there.
     */
    private void projects(
            Provision provision, List<Subject> bound, List<Subject> all, Dossier dossier, List<Finding> findings) {
        List<Finding> unbound = new ArrayList<>();
        boolean found = false;
        for (boolean elsewhere : new boolean[] {false, true}) {
            for (Subject project : all) {
                if (isElsewhere(project) != elsewhere || elsewhere && found) {
                    continue;
                }
                List<Finding> its = bound.contains(project)
                        ? bound(provision, project, dossier)
                        : List.of(scopes.unbound(provision, dossier, List.of(project)));
                boolean applies = its.stream().anyMatch(finding -> finding.outcome() != Outcome.NOT_APPLICABLE);
                (applies ? findings : unbound).addAll(its);
                found |= applies;
            }
        }
        if (!found) {
            findings.add(unbound.get(0));
        }
    }

    private static boolean isElsewhere(Subject subject) {
        return subject instanceof Project project && project.isElsewhere();
    }

    /** R16: a city may give one rate for all its county seats, though each is bound by itself. */
    private Optional<Finding> undivided(Provision provision, Dossier dossier) {
        Place whole = dossier.places().get(0);
        boolean maySay = dossier.kind() == DossierKind.SELF_ASSESSMENT
                && whole.getLevel() == Level.CITY
                && book.has(provision, Ruling.Effect.UNDIVIDED_BELOW);
        Criterion.Threshold asked = maySay ? provision.criterion().threshold().orElse(null) : null;
        if (asked == null) {
            return Optional.empty();
        }
        Indicator rate = provision.measuredIndicator();
        if (!rate.of().contains(Level.CITY.id()) || whole.figure(rate.id()) == null) {
            return Optional.empty();
        }
        List<Label> seats = book.places().values().stream()
                .filter(place -> place.parent().equals(whole.getCode()) && place.townLevel() == Level.COUNTY_SEAT)
                .map(PlaceName::townInWords)
                .toList();
        Label all = Label.filled("%s各县城", "county seats of %s", whole.name());
        return Optional.of(numbers.threshold(
                new NumberJudge.Asked(provision, whole, dossier, isInForce(provision, dossier.asOf()), seats),
                asked,
                new FindingDraft(provision, all)));
    }

    private List<Finding> bound(Provision provision, Subject subject, Dossier dossier) {
        FindingDraft draft = new FindingDraft(provision, subject.name());
        if (!scopes.agrees(provision, subject)) {
            return List.of(draft.because(Reason.of(Reason.Key.ENGINE_DISAGREES, subject.name()))
                    .as(Outcome.ERROR));
        }
        if (dossier.kind() == DossierKind.PROJECT && subject instanceof Place && !declaresEffect(provision, subject)) {
            return List.of(noEffect(draft));
        }
        Finding absent = absences.finding(provision, subject, dossier);
        if (absent != null) {
            return List.of(absent);
        }
        draft.because(
                Reason.of(Reason.Key.BINDS, subject.name(), provision.scope().words()));
        return provision.criterion().fold(new BoundSubject(provision, subject, dossier, draft));
    }

    /** R33: what asks something of a place that a project says nothing of is no question to the project. */
    private static boolean isOfPlaceAlone(Provision provision, Dossier dossier) {
        if (dossier.kind() != DossierKind.PROJECT || provision.scope().of() != Scope.Sort.PLACE) {
            return false;
        }
        List<Place> open = dossier.places().stream()
                .filter(place -> ScopeJudge.firstFalse(provision.scope(), place) < 0)
                .toList();
        return !open.isEmpty() && open.stream().noneMatch(place -> declaresEffect(provision, place));
    }

    private static Finding noEffect(FindingDraft draft) {
        return draft.because(Reason.of(Reason.Key.NO_EFFECT_DECLARED)).as(Outcome.NOT_APPLICABLE);
    }

    /** A project speaks for a place only where it declares an effect on the place's figure (R33). */
    private static boolean declaresEffect(Provision provision, Subject place) {
        Indicator indicator = provision.indicator();
        return indicator != null && place.figure(indicator.id()) != null;
    }

    private boolean isDue(Provision provision, @Nullable LocalDate due, LocalDate asOf) {
        return due == null ? isInForce(provision, asOf) : !asOf.isBefore(due);
    }

    /** R12: a standing duty holds from the plan's issue; when its text bears no date, from the plan's first year. */
    private boolean isInForce(Provision provision, LocalDate asOf) {
        Plan plan = book.plans().get(provision.plan());
        return plan == null || !asOf.isBefore(plan.inForceFrom());
    }

    /** Nothing tells which of what contradicts itself is wrong, so a person decides. */
    static Finding contradicted(Contradiction contradiction, FindingDraft draft) {
        return draft.because(Reason.of(Reason.Key.CONTRADICTED))
                .review(Label.filled(
                        "填报的数据互相矛盾（%s），请核定以哪个为准后判断。",
                        "What the dossier says contradicts itself (%s); find out which is right and decide.",
                        contradiction.message()));
    }

    /** What something of this id rests on, files kept beside the dossier included (ruling R44). */
    static Basis basis(Basis inDossier, Dossier dossier, String id) {
        boolean said = inDossier == Basis.CITED || inDossier == Basis.DECLARED;
        return said && dossier.hasFile(id) ? Basis.ATTACHED : inDossier;
    }

    static Reason dueReason(@Nullable LocalDate due, boolean isDue) {
        if (due == null) {
            return Reason.of(Reason.Key.STANDING);
        }
        return Reason.of(isDue ? Reason.Key.DUE_PASSED : Reason.Key.DUE_AHEAD, due);
    }

    /** What is found for a subject that is bound. */
    private final class BoundSubject implements Criterion.Cases<List<Finding>> {
        private final Provision provision;
        private final Subject subject;
        private final Dossier dossier;
        private final FindingDraft draft;

        BoundSubject(Provision provision, Subject subject, Dossier dossier, FindingDraft draft) {
            this.provision = provision;
            this.subject = subject;
            this.dossier = dossier;
            this.draft = draft;
        }

        @Override
        public List<Finding> threshold(Criterion.Threshold asked) {
            return List.of(numbers.threshold(asked(), asked, draft));
        }

        @Override
        public List<Finding> yearly(Criterion.YearlyThreshold asked) {
            return numbers.yearly(asked(), asked);
        }

        @Override
        public List<Finding> answer(Criterion.RequiredAnswer asked) {
            Indicator indicator = provision.measuredIndicator();
            return List.of(answers.answer(
                    asked(indicator.id(), indicator.name(), asked.due()),
                    asked,
                    subject.figure(indicator.id()),
                    draft));
        }

        @Override
        public List<Finding> reached(Criterion.RequiredStage asked) {
            return List.of(answers.stage(
                    asked(
                            provision.stageId(),
                            provision.name(),
                            asked.at(dossier.asOf()).due()),
                    asked,
                    dossier.stages().get(provision.stageId()),
                    draft));
        }

        private NumberJudge.Asked asked() {
            return new NumberJudge.Asked(provision, subject, dossier, isInForce(provision, dossier.asOf()), List.of());
        }

        private AnswerJudge.Asked asked(String id, Label name, @Nullable LocalDate due) {
            return new AnswerJudge.Asked(provision, dossier, id, name, due, isDue(provision, due, dossier.asOf()));
        }

        @Override
        public List<Finding> basis(Criterion.RequiredBasis asked) {
            return subject instanceof Project project ? bases.findings(provision, project) : List.of();
        }

        @Override
        public List<Finding> review(Criterion.Review asked) {
            boolean due = isDue(provision, asked.due(), dossier.asOf());
            Indicator indicator = provision.indicator();
            if (indicator != null) {
                FigureKnowledge found =
                        figures.resolve(subject, indicator, dossier.asOf().getYear());
                draft.because(found.steps()).assumed(found.assumed());
                if (found.value() != null) {
                    draft.measured(found.value(), Judge.basis(found.basis(), dossier, indicator.id()), found.assumed());
                }
                List<Reason> others = figures.otherYears(
                        subject, indicator, found.year(), dossier.asOf().getYear());
                others.forEach(draft::because);
                Plan plan = book.plans().get(provision.plan());
                boolean compares = book.has(provision, Ruling.Effect.EARLIER_YEAR)
                        && found.value() != null
                        && (plan == null || found.year() > plan.period().base());
                if (others.isEmpty() && compares) {
                    draft.because(Reason.of(Reason.Key.NO_EARLIER_YEAR, indicator.name()));
                }
            }
            draft.required(null, indicator == null ? "" : indicator.unitSymbol(), asked.due())
                    .because(dueReason(asked.due(), due));
            if (!due) {
                return List.of(draft.as(Outcome.NOT_DUE));
            }
            return List.of(draft.because(Reason.of(Reason.Key.QUESTION, asked.question()))
                    .review(asked.question()));
        }
    }
}
