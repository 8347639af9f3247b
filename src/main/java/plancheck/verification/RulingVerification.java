package plancheck.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Exemption;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.RulingForm;
import plancheck.rulebook.Scope;
import plancheck.verification.ProvisionVerification.Discrepancy;

/**
 * Checks that a provision rests on the rulings it cites, and cites those it rests on, as {@code rulings.yaml} says of each:
 * rulings about words need the word in the sentence of the anchor, or in a heading above it; others follow from the form
 * of the requirement.
 */
final class RulingVerification {
    private static final String BOX = "专栏";

    private final RuleBook book;
    private final Provision provision;
    private final List<CitedClause> cited;
    private final DueVerification due;
    private final List<Exemption> exemptions;
    private final List<Discrepancy> problems = new ArrayList<>();
    /** Of each clause cited, all that may rest on a word: a dozen rulings look for theirs in it. */
    private @Nullable List<String> words;

    /** @param due what its due dates rest on */
    RulingVerification(RuleBook book, Provision provision, List<CitedClause> cited, DueVerification due) {
        this.book = book;
        this.provision = provision;
        this.cited = cited;
        this.due = due;
        this.exemptions = book.exemptions().stream()
                .filter(exemption -> exemption.ids().contains(provision.id()))
                .toList();
    }

    List<Discrepancy> problems() {
        Set<String> seen = new HashSet<>();
        for (String id : provision.rulings()) {
            if (!seen.add(id)) {
                problem(Message.of("verification.ruling-twice", id), Message.of("verification.cite-ruling-once"));
            }
            Optional.ofNullable(book.rulings().get(id)).ifPresent(this::check);
        }
        book.rulings().values().stream()
                .filter(ruling -> isNeeded(ruling) && !seen.contains(ruling.id()))
                .forEach(ruling -> problem(
                        Message.of("verification.ruling-missing", ruling.id()), Message.of("verification.add-ruling")));
        return problems;
    }

    private void check(Ruling ruling) {
        if (!isIn(words(), ruling.words())) {
            problem(
                    Message.of("verification.ruling-words", ruling.id(), ruling.words()),
                    Message.of("verification.correct-ruling-or-anchor"));
        }
        boolean goesByWords =
                ruling.neededWhen().isEmpty() && ruling.allowedWhen().isEmpty();
        boolean isFounded = goesByWords || isNeeded(ruling) || isAny(ruling.allowedWhen(), ruling);
        if (!isFounded || isExempt(Exemption.RESTS_NOT_ON, ruling)) {
            problem(
                    Message.of("verification.ruling-unfounded", ruling.id()),
                    Message.of("verification.correct-or-delete"));
        }
    }

    private boolean isNeeded(Ruling ruling) {
        return isExempt(Exemption.RESTS_ON, ruling)
                || isAny(ruling.neededWhen(), ruling) && !isExempt(Exemption.RESTS_NOT_ON, ruling);
    }

    private boolean isExempt(String check, Ruling ruling) {
        return exemptions.stream().anyMatch(e -> e.speaksOf(check, ruling.id(), provision.id()));
    }

    /** Whether what the exceptions say of the ruling would follow without them. */
    boolean isStale(Exemption exemption, Ruling ruling) {
        boolean needed = isAny(ruling.neededWhen(), ruling);
        return exemption.check().equals(Exemption.RESTS_ON) == needed;
    }

    private boolean isAny(List<RulingForm.Occasion> occasions, Ruling ruling) {
        return occasions.stream()
                .anyMatch(occasion -> occasion.conditions().stream()
                        .allMatch(condition -> has(condition.form(), ruling) != condition.negated()));
    }

    private boolean has(RulingForm form, Ruling ruling) {
        return switch (form) {
            case AT_LEAST -> compares(Operator.AT_LEAST);
            case MORE_THAN -> compares(Operator.MORE_THAN);
            case AT_MOST -> compares(Operator.AT_MOST);
            case LESS_THAN -> compares(Operator.LESS_THAN);
            case ABOUT -> compares(Operator.ABOUT);
            case VALUE -> operator().isPresent();
            case BASELINE -> isAgainstBaseline();
            case YEARLY -> isYearly();
            case NEARLY_ALL -> isNearlyAll();
            case STAGE -> isStage();
            case REVIEW -> provision.criterion().leftToPerson().isPresent();
            case MUST -> provision.force() == Force.MUST;
            case STRIVE -> provision.force() == Force.STRIVE;
            case ENCOURAGE -> provision.force() == Force.ENCOURAGE;
            case ROLL_UP -> isPlaceOf(Set.of(Level.PROVINCE, Level.CITY));
            case COUNTY_SEATS -> isPlaceOf(Set.of(Level.COUNTY_SEAT));
            case PROVINCE -> provision.scope().levels().contains(Level.PROVINCE);
            case PROJECT -> provision.scope().of() == Scope.Sort.PROJECT;
            case MAY_BE_ABSENT -> !provision.feature().isEmpty() || mayPartsBeAbsent();
            case DOING -> isDoing();
            case IN_BOX -> cited.get(0).citation().clause().contains(BOX);
            case NAMED -> !provision.particulars().named().isEmpty();
            case URBAN_AND_SEATS ->
                isPlaceOf(Set.of(Level.CENTRAL_URBAN_AREA, Level.COUNTY_SEAT))
                        && provision.scope().levels().size() == 2;
            case URBAN -> isUrban(ruling);
            case SAME_ANSWER -> !provision.particulars().sameAs().isEmpty();
            case LOOK_ALIKES -> hasLookAlikes();
            case REPEATED -> repeatsInPlan();
            case CITES_OTHER_PLAN -> citesOtherPlan();
            case ASKED_BY_OTHER_PLAN -> hasCounterpart();
            case DUE_BY_TEXT -> due.isByText();
            case DUE_BY_PLAN -> due.isBy(ruling);
            case STANDING -> due.isStanding();
            case WORDS -> isIn(words(), ruling.words());
            case WORDS_BEFORE -> isIn(parts(CitedClause::governing), ruling.words());
            case WORDS_IN_ANCHOR -> isIn(parts(CitedClause::anchored), ruling.anchorWords());
            case NEVER -> false;
        };
    }

    private static boolean isIn(List<String> parts, String words) {
        Pattern pattern = Pattern.compile(words);
        return parts.stream().anyMatch(part -> pattern.matcher(part).find());
    }

    private List<String> parts(Function<CitedClause, String> part) {
        return cited.stream().map(part).toList();
    }

    private List<String> words() {
        if (words == null) {
            words = parts(CitedClause::words);
        }
        return words;
    }

    private boolean isDoing() {
        return provision.scope().of() == Scope.Sort.PLACE
                && (isStage() || provision.criterion().kind().equals("duty"));
    }

    private boolean isUrban(Ruling ruling) {
        return Set.of(Level.CENTRAL_URBAN_AREA, Level.COUNTY_SEAT, Level.CITY)
                                .containsAll(provision.scope().levels())
                        && !Set.of(Level.CITY).containsAll(provision.scope().levels())
                || provision.scope().conditions().stream()
                        .filter(condition -> condition.attribute().equals("code"))
                        .flatMap(condition -> condition.operands().stream())
                        .anyMatch(code -> ruling.places().contains(String.valueOf(code)));
    }

    private boolean repeatsInPlan() {
        return cited.stream()
                        .filter(c -> c.citation().plan().equals(provision.plan()))
                        .count()
                > 1;
    }

    private boolean citesOtherPlan() {
        return cited.stream().anyMatch(c -> !c.citation().plan().equals(provision.plan()));
    }

    /** Whether the other plan asks for the same answer, or for a value of the same indicator from the same subjects. */
    private boolean hasCounterpart() {
        Indicator measured = provision.indicator();
        return book.provisions().stream()
                .filter(p -> measured != null && !p.plan().equals(provision.plan()) && isSame(measured, p.indicator()))
                .anyMatch(p -> measured != null && measured.isAnswer() || mayBindTheSame(p));
    }

    /** Most differ in their ids, which a record compares last. */
    private static boolean isSame(Indicator one, @Nullable Indicator other) {
        return other != null && one.id().equals(other.id()) && one.equals(other);
    }

    private boolean mayBindTheSame(Provision other) {
        return other.scope().of() == provision.scope().of()
                && provision.scope().levels().stream().anyMatch(other.scope().levels()::contains);
    }

    private boolean hasLookAlikes() {
        Indicator measured = provision.indicator();
        return measured != null && !measured.notToBeConfusedWith().isEmpty();
    }

    private boolean mayPartsBeAbsent() {
        Indicator measured = provision.indicator();
        return measured != null
                && measured.id().equals(provision.id())
                && measured.parts().stream().anyMatch(part -> !part.feature().isEmpty());
    }

    private boolean isPlaceOf(Set<Level> levels) {
        return provision.scope().of() == Scope.Sort.PLACE
                && levels.containsAll(provision.scope().levels());
    }

    private boolean compares(Operator with) {
        return operator().filter(with::equals).isPresent();
    }

    private boolean isYearly() {
        return !provision.criterion().years().isEmpty();
    }

    private boolean isStage() {
        return provision.criterion().given() == Criterion.Input.STAGE;
    }

    /** The comparison with a figure of the clause; empty for other requirements. */
    private Optional<Operator> operator() {
        return provision.criterion().comparison().filter(operator -> !isAgainstBaseline());
    }

    private boolean isAgainstBaseline() {
        return provision.criterion().isAgainstBaseline();
    }

    private boolean isNearlyAll() {
        return provision.criterion().nearlyAll();
    }

    private void problem(Message message, Message advice) {
        problems.add(new Discrepancy("ruling", message, advice));
    }
}
