package plancheck.check;

import java.time.LocalDate;
import plancheck.facts.Subject;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Provision;

/**
 * The finding for a subject that may be bound: with what would be asked of it, and what the dossier gives for it, since
 * a person deciding has to see both.
 */
record OpenDraft(Figures figures, Provision provision, Subject subject, LocalDate asOf, FindingDraft draft)
        implements Criterion.Cases<FindingDraft> {

    static FindingDraft of(Figures figures, Provision provision, Subject subject, LocalDate asOf) {
        FindingDraft draft = new FindingDraft(provision, subject.name());
        return provision.criterion().fold(new OpenDraft(figures, provision, subject, asOf, draft));
    }

    @Override
    public FindingDraft threshold(Criterion.Threshold asked) {
        Indicator indicator = provision.measuredIndicator();
        Criterion.Milestone milestone = asked.at(asOf);
        draft.required(milestone.value(), indicator.unitSymbol(), milestone.due())
                .op(asked.operator());
        FigureKnowledge given = figures.resolve(subject, indicator, asOf.getYear());
        return given.value() == null ? draft : draft.because(given.steps());
    }

    @Override
    public FindingDraft answer(Criterion.RequiredAnswer asked) {
        return draft.required(asked.expected(), "", asked.due());
    }

    @Override
    public FindingDraft yearly(Criterion.YearlyThreshold asked) {
        return draft;
    }

    @Override
    public FindingDraft reached(Criterion.RequiredStage asked) {
        return draft;
    }

    @Override
    public FindingDraft review(Criterion.Review asked) {
        return draft;
    }

    @Override
    public FindingDraft basis(Criterion.RequiredBasis asked) {
        return draft;
    }
}
