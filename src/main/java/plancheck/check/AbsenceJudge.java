package plancheck.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Dossier;
import plancheck.facts.Absence;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Stage;
import plancheck.facts.Subject;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Reason;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Part;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/**
 * The judge's part for what a place has none of (ruling R37): nothing is asked of it, provided that the dossier says who
 * determined that, and says nothing else.
 */
final class AbsenceJudge {
    private final RuleBook book;

    AbsenceJudge(RuleBook book) {
        this.book = book;
    }

    /** The finding where what the provision is about is said to be absent; null where it is not. */
    @Nullable
    Finding finding(Provision provision, Subject subject, Dossier dossier) {
        Absence absence = absence(provision, dossier);
        if (absence == null) {
            return null;
        }
        Label feature = book.features().getOrDefault(absence.feature(), Label.of(absence.feature()));
        FindingDraft draft = new FindingDraft(provision, subject.name())
                .because(Reason.of(Reason.Key.NOT_HERE, feature, absence.by(), new Reason.DossierLine(absence.line())));
        if (absence.by().isEmpty()) {
            Label who = new Label("写明由谁认定本地没有", "say who determined that there is none");
            return draft.insufficient(List.of(new Missing(absence.feature(), feature, who)));
        }
        if (isContradicted(provision, subject, dossier)) {
            return draft.review(Label.filled(
                    "材料说本地没有%s，又就“%s”作了填报，请核定以哪一项为准。",
                    "The dossier says there is none of these: %s, and yet answers \"%s\"; find out which is right.",
                    feature,
                    provision.name()));
        }
        return draft.because(
                        absence.evidence().isEmpty()
                                ? List.of()
                                : List.of(Reason.of(Reason.Key.EVIDENCE, absence.evidence())))
                .declared(absence.evidence().isEmpty() ? Basis.DECLARED : Basis.CITED)
                .as(Outcome.NOT_APPLICABLE);
    }

    /** What it is about, or of a duty in parts the last of them, where each is about something that is absent. */
    private static @Nullable Absence absence(Provision provision, Dossier dossier) {
        Absence whole = dossier.absences().get(provision.feature());
        List<Part> parts = provision.indicator() == null
                ? List.of()
                : provision.indicator().parts();
        if (whole != null || parts.isEmpty()) {
            return whole;
        }
        Absence last = null;
        for (Part part : parts) {
            last = dossier.absences().get(part.feature());
            if (last == null) {
                return null;
            }
        }
        return last;
    }

    private static boolean isContradicted(Provision provision, Subject subject, Dossier dossier) {
        if (provision.isList()) {
            Figure total = subject.figure(provision.totalIndicator().id());
            return total != null && affirms(total)
                    || dossier.items().stream()
                            .anyMatch(item ->
                                    item.getKind().equals(provision.scope().kind()) && item.getPlace() == subject);
        }
        Figure given = provision.criterion().given() == Criterion.Input.STAGE
                ? dossier.stages().get(provision.stageId())
                : provision.indicator() == null
                        ? null
                        : subject.figure(provision.indicator().id());
        return given != null && affirms(given);
    }

    /** Whether it says that there is something. */
    private static boolean affirms(Figure figure) {
        return figure.value() instanceof BigDecimal number && number.signum() > 0
                || Boolean.TRUE.equals(figure.value())
                || figure.value() instanceof Stage stage && stage != Stage.NOT_STARTED
                || figure.said().parts().containsValue(true);
    }
}
