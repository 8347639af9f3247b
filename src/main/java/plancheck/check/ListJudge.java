package plancheck.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierKind;
import plancheck.facts.Figure;
import plancheck.facts.Item;
import plancheck.facts.Label;
import plancheck.facts.Place;
import plancheck.facts.Source;
import plancheck.report.Basis;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Outcome;
import plancheck.report.Quantifier;
import plancheck.report.Reason;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;

/**
 * The judge's part for "all items of a list". A list proves nothing by what it leaves out, so the dossier says how
 * many bound items there are; unknown attributes and unlisted items are counted both ways before anything is concluded.
 * A list that contradicts its total, or may, proves nothing by the total.
 */
final class ListJudge {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final RuleBook book;
    private final Figures figures;
    private final AbsenceJudge absences;

    ListJudge(RuleBook book, Figures figures, AbsenceJudge absences) {
        this.book = book;
        this.figures = figures;
        this.absences = absences;
    }

    /** The items of a provision's list. */
    interface Items {
        void each(Bindings.ItemVisitor visitor);
    }

    /** One finding, for the place whose list it is; for a county and its town together where it binds both. */
    void judge(Provision provision, Dossier dossier, Items items, boolean inForce, List<Finding> findings) {
        if (dossier.kind() == DossierKind.PROJECT) {
            findings.add(new FindingDraft(provision, Label.of(dossier.title()))
                    .because(Reason.of(Reason.Key.NOT_IN_PROJECT))
                    .as(Outcome.NOT_APPLICABLE));
            return;
        }
        List<Condition> ofPlace = provision.scope().placeConditions();
        Place nearest = dossier.places().get(0);
        int before = findings.size();
        List<Place> holding = dossier.places().stream()
                .filter(place -> ofPlace.stream().allMatch(c -> Boolean.TRUE.equals(c.holds(place))))
                .toList();
        // A county and its town that are both bound have one total in the dossier, and so one list.
        if (!holding.isEmpty()) {
            Finding absent = absences.finding(provision, holding.get(0), dossier);
            findings.add(absent == null ? new Count(provision, holding, dossier, items, inForce).finding() : absent);
        }
        if (findings.size() == before) {
            Condition failed = ofPlace.stream()
                    .filter(c -> !Boolean.TRUE.equals(c.holds(nearest)))
                    .findFirst()
                    .orElseThrow();
            findings.add(new FindingDraft(provision, nearest.name())
                    .because(ScopeJudge.scopeFalse(failed, nearest))
                    .as(Outcome.NOT_APPLICABLE));
        }
    }

    /** The items of a list, sorted into those that meet the provision, those that do not, and the unknown. */
    private final class Count {
        private final Provision provision;
        private final Place place;
        private final List<Place> places;
        private final Dossier dossier;
        private final Indicator asked;
        private final Indicator totalAsked;
        private final @Nullable LocalDate due;
        private final boolean isDue;
        private final FindingDraft draft;
        private final List<Missing> missing = new ArrayList<>();
        /** The names of the items that are bound, and of those that may be. */
        private final List<String> known = new ArrayList<>();

        private final List<String> unclassified = new ArrayList<>();
        private final List<String> left = new ArrayList<>();
        private final Lacks lacks = new Lacks();
        private int met;

        private boolean engineDisagrees;
        private boolean assumed;
        private Basis basis = Basis.MEASURED;

        Count(Provision provision, List<Place> places, Dossier dossier, Items items, boolean inForce) {
            this.provision = provision;
            this.place = places.get(0);
            this.places = places;
            this.dossier = dossier;
            this.due = provision.criterion().due();
            this.isDue = due == null ? inForce : !dossier.asOf().isBefore(due);
            this.asked = provision.measuredIndicator();
            this.totalAsked = provision.totalIndicator();
            this.draft = new FindingDraft(provision, place.name());
            draft.because(
                    Reason.of(Reason.Key.BINDS, place.name(), provision.scope().words()));
            items.each(this::count);
        }

        private void count(Item item, boolean saidByDrools) {
            Place lies = item.getPlace();
            boolean elsewhere = lies != null && !places.contains(lies);
            if (elsewhere || ScopeJudge.firstFalse(provision.scope(), item) >= 0) {
                engineDisagrees |= !elsewhere && saidByDrools;
                return;
            }
            List<Missing> unknown = ScopeJudge.unknown(provision, item);
            if (!unknown.isEmpty()) {
                unclassified.add(item.getName());
                unknown.forEach(m -> lacks.add(m.figure(), m.label(), item));
                return;
            }
            engineDisagrees |= !saidByDrools;
            known.add(item.getName());
            Boolean meets = meets(item);
            if (meets == null) {
                lacks.add(asked.id(), asked.name(), item);
            } else if (meets) {
                met++;
            } else {
                left.add(item.getName());
            }
        }

        private @Nullable Boolean meets(Item item) {
            Figure figure = item.figure(asked.id());
            if (figure == null || Age.isTooOld(figure.year(), due, isDue)) {
                return null;
            }
            assumed |= figure.source() == Source.ASSUMED;
            basis = basis.weaker(Figures.basis(figure));
            Object value = figure.value();
            return value == null
                    ? null
                    : provision.criterion().fold(new ItemAnswer(value)).orElse(null);
        }

        Finding finding() {
            if (engineDisagrees) {
                return draft.because(Reason.of(Reason.Key.ENGINE_DISAGREES, place.name()))
                        .as(Outcome.ERROR);
            }
            FigureKnowledge total =
                    figures.resolve(place, totalAsked, dossier.asOf().getYear());
            boolean old = due != null && total.value() != null && Age.isTooOld(total.year(), due, isDue);
            BigDecimal stated = old ? null : total.value();
            draft.because(lacks.reasons()).because(total.steps());
            missing.addAll(lacks.missing());
            if (stated == null) {
                missing.add(
                        0,
                        old && due != null
                                ? Age.missing(totalAsked.id(), totalAsked.name(), total.year(), due)
                                : total.missing().get(0));
                return judged(null, null);
            }
            assumed |= total.assumed();
            basis = basis.weaker(total.basis());
            BigDecimal share = total.caveat().shares().get(asked.id());
            if (share != null && stated.signum() > 0) {
                Optional<Finding> byShare = byShare(share);
                if (byShare.isPresent()) {
                    return byShare.get();
                }
            }
            if (stated.signum() == 0 && known.isEmpty() && unclassified.isEmpty()) {
                return draft.because(Reason.of(Reason.Key.LIST_EMPTY, totalAsked.name()))
                        .as(Outcome.NOT_APPLICABLE);
            }
            unlisted(stated.subtract(BigDecimal.valueOf(known.size() + unclassified.size())));
            return judged(stated.max(BigDecimal.valueOf(known.size())), doubt(stated));
        }

        /** By how many have it in all, where none is listed; a list that says otherwise is for a person; empty when both agree. */
        private Optional<Finding> byShare(BigDecimal share) {
            boolean all = share.compareTo(WHOLE) >= 0;
            if (!known.isEmpty() || !unclassified.isEmpty()) {
                boolean agree = all ? left.isEmpty() : !left.isEmpty() || !missing.isEmpty();
                return agree
                        ? Optional.empty()
                        : Optional.of(draft.because(Reason.of(Reason.Key.CONTRADICTED))
                                .review(Label.filled(
                                        "清单与填报的占比（%s%%）不一致，请核定后判断。",
                                        "The list and the share given (%s%%) do not agree; find out which is right and decide.",
                                        share.stripTrailingZeros().toPlainString())));
            }
            draft.because(Reason.of(Reason.Key.KNOWN_SHARE, asked.name(), share))
                    .required(WHOLE, "%", due)
                    .measured(share, basis, assumed)
                    .margin(share.subtract(WHOLE));
            if (all) {
                return Optional.of(draft.as(Outcome.PASS));
            }
            draft.because(Judge.dueReason(due, isDue));
            if (!isDue) {
                return Optional.of(draft.as(Outcome.NOT_DUE));
            }
            boolean near = provision.criterion().nearlyAll()
                    && share.compareTo(book.parameter(provision, Ruling.Parameter.NEARLY_ALL_FROM)) >= 0;
            return Optional.of(
                    near
                            ? draft.because(Reason.of(Reason.Key.NEAR))
                                    .review(Label.filled(
                                            "已做到的占%s%%，能否视为“基本完成”？",
                                            "%s%% have it: does this count as nearly all?",
                                            share.stripTrailingZeros().toPlainString()))
                            : draft.as(Outcome.FAIL));
        }

        /** What makes the total doubtful: more bound items than it says, or as many as there may be; null when nothing does. */
        private @Nullable Missing doubt(BigDecimal stated) {
            int bound = known.size();
            if (stated.compareTo(BigDecimal.valueOf(bound)) < 0) {
                draft.because(Reason.of(Reason.Key.LIST_EXCEEDS_TOTAL, bound, stated));
                Label names = Label.some(known);
                Missing conflict = conflict(
                        Label.filled(
                                "清单里有%s个（%s），多于所报总数，请核对",
                                "%s are listed (%s), more than that; check the list and the total", bound, names),
                        known);
                missing.add(conflict);
                return conflict;
            }
            if (stated.compareTo(BigDecimal.valueOf(bound + unclassified.size())) >= 0) {
                return null;
            }
            draft.because(Reason.of(Reason.Key.LIST_MAY_EXCEED_TOTAL, bound, stated, List.copyOf(unclassified)));
            return conflict(
                    Label.filled(
                            "清单里受约束的已有%s个；以下对象未写明是否受约束，如都受约束就多于所报总数，请核对：%s",
                            "%s bound ones are listed; these do not say whether they are bound, and all of them would be more than the total; check: %s",
                            bound,
                            Label.some(unclassified)),
                    unclassified);
        }

        private Missing conflict(Label hint, List<String> names) {
            return new Missing(totalAsked.id(), totalAsked.name(), hint, List.copyOf(names));
        }

        private void unlisted(BigDecimal more) {
            if (more.signum() > 0) {
                ItemKind kind = book.kinds().get(provision.scope().kind());
                String count = more.stripTrailingZeros().toPlainString();
                String list = kind == null ? provision.scope().kind() : kind.list();
                Label label = kind == null ? Label.of(list) : kind.listName();
                missing.add(new Missing(list, label, new Label("还有" + count + "个未列入", count + " more to be listed")));
                draft.because(Reason.of(Reason.Key.UNLISTED, label, count));
            }
        }

        /** @param doubt why the total may be wrong; what depends on the total is then not concluded */
        private Finding judged(@Nullable BigDecimal whole, @Nullable Missing doubt) {
            boolean nearlyAll = provision.criterion().nearlyAll();
            draft.required(whole, totalAsked.unitSymbol(), due).left(List.copyOf(left));
            if (nearlyAll) {
                draft.op(Quantifier.NEARLY_ALL);
            }
            draft.because(Reason.of(Reason.Key.LIST_COUNT, met, left.size(), open()));
            if (whole != null) {
                ItemKind kind = book.kinds().get(provision.scope().kind());
                String list = kind == null ? provision.scope().kind() : kind.list();
                draft.measured(BigDecimal.valueOf(met), Judge.basis(basis, dossier, list), assumed)
                        .margin(BigDecimal.valueOf(met).subtract(whole));
            }
            if (!left.isEmpty()) {
                draft.because(Reason.of(Reason.Key.ITEM_LEFT, List.copyOf(left)));
                draft.because(Judge.dueReason(due, isDue));
                if (!isDue) {
                    return draft.as(Outcome.NOT_DUE);
                }
                if (!nearlyAll || whole != null && doubt == null && tooManyLeft(whole)) {
                    return draft.as(Outcome.FAIL);
                }
            }
            if (whole != null && ScopeJudge.isForAPerson(provision, missing)) {
                Label what = ScopeJudge.labels(missing);
                Label which = missing.get(0).hint();
                return draft.review(new Label(
                        "以下对象未写明" + what.zh() + "，请核定后判断是否受约束：" + which.zh() + "。",
                        "These do not say " + what.en() + "; find out and decide whether they are bound: "
                                + which.en()));
            }
            if (doubt != null && !missing.contains(doubt)) {
                missing.add(doubt);
            }
            if (!missing.isEmpty() || whole == null) {
                return draft.insufficient(List.copyOf(missing));
            }
            return left.isEmpty()
                    ? draft.as(Outcome.PASS)
                    : draft.because(Reason.of(Reason.Key.NEAR))
                            .review(new Label(
                                    "尚余" + left.size() + "个未完成（" + String.join("、", left) + "），能否视为“基本完成”？",
                                    left.size() + " left (" + String.join(", ", left)
                                            + "): does this count as nearly all?"));
        }

        private int open() {
            return known.size() - met - left.size() + unclassified.size();
        }

        /** Whether more than one is left, and fewer are done than the ruling cited asks for before "nearly all" is left to a person. */
        private boolean tooManyLeft(BigDecimal whole) {
            if (left.size() == 1) {
                return false;
            }
            BigDecimal done = whole.subtract(BigDecimal.valueOf(left.size()));
            BigDecimal from = book.parameter(provision, Ruling.Parameter.NEARLY_ALL_FROM);
            return done.multiply(WHOLE).compareTo(whole.multiply(from)) < 0;
        }
    }
}
