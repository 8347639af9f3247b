package plancheck.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Contradiction;
import plancheck.dossier.Dossier;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Settlement;
import plancheck.facts.Source;
import plancheck.facts.Stage;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Part;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;

/** The judge's part for what is answered in words: yes or no, part by part, how far a work is, or what settles it otherwise. */
final class AnswerJudge {
    private static final Label ONLY_EVIDENCE_LACKS = new Label("已作答，缺佐证材料", "answered, but without evidence");
    private static final Label WHO_LACKS = new Label("已作答，未写明由谁认定", "answered, but it is not said who determined it");

    private final RuleBook book;

    AnswerJudge(RuleBook book) {
        this.book = book;
    }

    /**
     * What is asked, of whom, and by when.
     *
     * @param id of the indicator or the work, as a dossier has it
     * @param name of the same
     * @param due null when standing
     */
    record Asked(
            Provision provision,
            Dossier dossier,
            String id,
            Label name,
            @Nullable LocalDate due,
            boolean isDue) {}

    Finding answer(Asked asked, Criterion.RequiredAnswer criterion, @Nullable Figure figure, FindingDraft draft) {
        draft.required(criterion.expected(), "", asked.due());
        List<Part> parts = figure == null || figure.said().parts().isEmpty()
                ? List.of()
                : asked.provision().measuredIndicator().parts();
        if (figure == null || !(figure.value() instanceof Boolean) && parts.isEmpty()) {
            return figure != null && figure.value() instanceof Settlement settlement
                    ? settled(asked, settlement, figure, draft)
                    : lacking(asked, Missing.NO_HINT, draft);
        }
        if (Age.isTooOld(figure.year(), asked.due(), asked.isDue()) && asked.due() != null) {
            return Age.insufficient(draft, asked.id(), asked.name(), figure.year(), asked.due());
        }
        if (!parts.isEmpty()) {
            return parts(asked, criterion, parts, figure, draft);
        }
        Contradiction contradiction = asked.dossier().contradicting(Set.of(asked.id()));
        if (contradiction != null && asked.isDue()) {
            return Judge.contradicted(contradiction, draft);
        }
        boolean given = Boolean.TRUE.equals(figure.value());
        draft.measured(given, basis(asked, figure), figure.source() == Source.ASSUMED)
                .because(Reason.of(Reason.Key.ANSWER, asked.name(), given, new Reason.DossierLine(figure.line())));
        return given == criterion.expected()
                ? kept(asked, figure, draft)
                : unmet(asked, draft.because(Figures.evidence(figure)));
    }

    /** A duty answered part by part: all of them are asked, or one; a part whose object is absent is not. */
    private Finding parts(
            Asked asked, Criterion.RequiredAnswer criterion, List<Part> all, Figure figure, FindingDraft draft) {
        List<Label> done = new ArrayList<>();
        List<Label> left = new ArrayList<>();
        List<Label> open = new ArrayList<>();
        for (Part part : all) {
            if (!asked.dossier().absences().containsKey(part.feature())) {
                Boolean given = figure.said().parts().get(part.id());
                (given == null ? open : given ? done : left).add(part.name());
            }
        }
        int whole = done.size() + left.size() + open.size();
        BigDecimal required = BigDecimal.valueOf(criterion.anyPart() ? Math.min(1, whole) : whole);
        BigDecimal measured = BigDecimal.valueOf(done.size());
        draft.required(required, "项", asked.due())
                .measured(measured, basis(asked, figure), figure.source() == Source.ASSUMED)
                .margin(measured.subtract(required))
                .because(Reason.of(
                        Reason.Key.PARTS, asked.name(), done.size(), whole, new Reason.DossierLine(figure.line())));
        if (!left.isEmpty()) {
            draft.because(Reason.of(Reason.Key.PARTS_LEFT, left))
                    .left(left.stream().map(Label::zh).toList());
        }
        boolean met = measured.compareTo(required) >= 0;
        boolean cannotBe = criterion.anyPart() ? open.isEmpty() : !left.isEmpty();
        if (met) {
            return kept(asked, figure, draft);
        }
        if (cannotBe) {
            return unmet(asked, draft.because(Figures.evidence(figure)));
        }
        return draft.insufficient(List.of(new Missing(
                asked.id(), asked.name(), Label.filled("还缺分项：%s", "these parts are open: %s", named(open)))));
    }

    Finding stage(Asked asked, Criterion.RequiredStage criterion, @Nullable Figure figure, FindingDraft draft) {
        Criterion.StageMilestone milestone = criterion.at(asked.dossier().asOf());
        draft.required(milestone.stage(), "", asked.due());
        if (figure == null) {
            return lacking(asked, Missing.NO_HINT, draft);
        }
        if (figure.value() instanceof Settlement settlement) {
            return settled(asked, settlement, figure, draft);
        }
        if (!(figure.value() instanceof Stage stage)) {
            return lacking(asked, Missing.NO_HINT, draft);
        }
        if (Age.isTooOld(figure.year(), asked.due(), asked.isDue()) && asked.due() != null) {
            return Age.insufficient(draft, asked.id(), asked.name(), figure.year(), asked.due());
        }
        draft.measured(stage, basis(asked, figure), figure.source() == Source.ASSUMED)
                .because(Reason.of(Reason.Key.STAGE, stage, milestone.stage(), new Reason.DossierLine(figure.line())));
        if (!stage.reaches(milestone.stage())) {
            draft.because(Figures.evidence(figure));
            return unmet(asked, draft);
        }
        later(criterion, milestone, stage).ifPresent(draft::because);
        return kept(asked, figure, draft);
    }

    /** What the plan still asks of the work after this. */
    private static Optional<Reason> later(
            Criterion.RequiredStage criterion, Criterion.StageMilestone now, Stage reached) {
        return criterion.milestones().stream()
                .dropWhile(milestone -> !milestone.equals(now))
                .skip(1)
                .filter(milestone -> !reached.reaches(milestone.stage()) && milestone.due() != null)
                .map(milestone -> Reason.of(
                        Reason.Key.STAGE_LATER,
                        milestone.stage(),
                        Optional.ofNullable(milestone.due()).orElseThrow()))
                .findFirst();
    }

    private static Basis basis(Asked asked, Figure figure) {
        return Judge.basis(Figures.basis(figure), asked.dossier(), asked.id());
    }

    /** A declared answer counts only with a document named for it, or a file (ruling R44). */
    private static Finding kept(Asked asked, Figure figure, FindingDraft draft) {
        Indicator indicator = asked.provision().indicator();
        boolean declared = indicator == null || indicator.type() == Indicator.Type.DECLARATION;
        if (declared && figure.evidence().isEmpty() && !asked.dossier().hasFile(asked.id())) {
            return draft.because(Reason.of(Reason.Key.NO_EVIDENCE))
                    .insufficient(List.of(new Missing(asked.id(), asked.name(), ONLY_EVIDENCE_LACKS)));
        }
        return draft.because(Figures.evidence(figure)).as(Outcome.PASS);
    }

    /** What settles an item of a menu otherwise, where the provision's rulings allow it (ruling R35). */
    private Finding settled(Asked asked, Settlement settlement, Figure figure, FindingDraft draft) {
        String by = figure.said().by();
        if (by.isEmpty() || !book.settledBy(asked.provision()).contains(settlement)) {
            return lacking(asked, by.isEmpty() ? WHO_LACKS : Missing.NO_HINT, draft);
        }
        String why = figure.said().reason();
        draft.measured(settlement, Basis.DECLARED, figure.source() == Source.ASSUMED)
                .because(Reason.of(
                        Reason.Key.SETTLED,
                        asked.name(),
                        settlement,
                        why.isEmpty() ? Label.of(by) : Label.filled("%s；%s", "%s; %s", by, why),
                        new Reason.DossierLine(figure.line())));
        return draft.because(Figures.evidence(figure)).as(Outcome.PASS);
    }

    /** Missed when its day has come, unless that day is our reading and the plan neither counts nor names what is asked. */
    private Finding unmet(Asked asked, FindingDraft draft) {
        LocalDate due = asked.due();
        draft.because(Judge.dueReason(due, asked.isDue()));
        if (!asked.isDue()) {
            return draft.as(Outcome.NOT_DUE);
        }
        Ruling reading =
                due == null ? null : book.leftToPersonBy(asked.provision()).orElse(null);
        if (reading == null || due == null) {
            return draft.as(Outcome.FAIL);
        }
        return draft.because(Reason.of(Reason.Key.DUE_BY_RULING, reading.id(), due))
                .review(Label.filled(
                        "规划没有写明期限，“%s”按%s掌握为%s前，目前尚未做到，是否按未落实处理？",
                        "The plan gives no date for \"%s\"; %s reads it as due by %s, and it is not done. Is it to be taken as missed?",
                        asked.provision().name(),
                        reading.id(),
                        day(due)));
    }

    private static Label named(List<Label> parts) {
        return new Label(
                parts.stream().map(Label::zh).collect(Collectors.joining("、")),
                parts.stream().map(Label::en).collect(Collectors.joining(", ")));
    }

    private static Label day(LocalDate due) {
        return new Label(due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日", due.toString());
    }

    private static Finding lacking(Asked asked, Label hint, FindingDraft draft) {
        return draft.because(Reason.of(Reason.Key.NO_FIGURE, asked.name()))
                .insufficient(List.of(new Missing(asked.id(), asked.name(), hint)));
    }
}
