package plancheck.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.RulingForm;
import plancheck.verification.ProvisionVerification.Discrepancy;

/** Finds out what each due date of a provision rests on: the text, what its plan says of texts without one, or nothing. */
final class DueVerification {
    private final RuleBook book;
    private final Provision provision;
    private final List<CitedClause> cited;
    private final List<Discrepancy> problems = new ArrayList<>();
    private final Set<String> rulings = new TreeSet<>();
    private boolean byText;
    private boolean standing;

    DueVerification(RuleBook book, Provision provision, List<CitedClause> cited) {
        this.book = book;
        this.provision = provision;
        this.cited = cited;
        check();
    }

    List<Discrepancy> problems() {
        return List.copyOf(problems);
    }

    /** Whether a date is one that the text names. */
    boolean isByText() {
        return byText;
    }

    /** Whether something of it is due at no date. */
    boolean isStanding() {
        return standing;
    }

    /** Whether a date is one that the plan gives what has none, by this ruling. */
    boolean isBy(Ruling ruling) {
        return rulings.contains(ruling.id());
    }

    private void check() {
        List<LocalDate> dates = datesOfTheText();
        if (dates.size() < obligations()) {
            standing = true;
        }
        for (LocalDate date : dates) {
            if (date.getMonthValue() != 12 || date.getDayOfMonth() != 31) {
                problem(
                        Message.of("verification.due-not-at-years-end", date),
                        Message.of("verification.write-years-end", byText()));
            }
        }
        List<WrittenValue> values =
                WrittenValue.of(provision).stream().filter(v -> v.year() > 0).toList();
        if (values.isEmpty()) {
            dates.forEach(date -> check(date.getYear(), null));
        }
        values.stream().filter(this::isAnchored).forEach(value -> check(value.year(), value.value()));
        provision.criterion().years().stream().limit(1).forEach(this::checkFirstYear);
    }

    /** R26: a named work is under way by its date and completed by the plan's horizon, which is no date of the text. */
    private List<LocalDate> datesOfTheText() {
        List<LocalDate> dates = provision.criterion().dueDates();
        Plan plan = book.plans().get(provision.plan());
        return provision.criterion().given() == Criterion.Input.STAGE && plan != null && dates.size() > 1
                ? Stream.concat(
                                dates.stream().limit(1),
                                dates.stream()
                                        .skip(1)
                                        .filter(date -> !date.equals(
                                                LocalDate.of(plan.period().horizon(), 12, 31))))
                        .toList()
                : dates;
    }

    private boolean isAnchored(WrittenValue value) {
        return cited.stream().anyMatch(c -> Numbers.counted(c.numbers()).containsKey(value.value()));
    }

    private int obligations() {
        return Math.max(1, provision.criterion().line().size());
    }

    private void check(int year, @Nullable BigDecimal value) {
        Set<Integer> named = new TreeSet<>(Set.of(year));
        named.add(beginning(year));
        if (cited.stream().anyMatch(clause -> clause.dueYears(value).stream().anyMatch(named::contains))) {
            byText = true;
            return;
        }
        Set<Integer> written = cited.get(0).dueYears(value);
        if (!written.isEmpty()) {
            problem(
                    Message.of("verification.due-differs", year, written),
                    Message.of("verification.correct-due", byText()));
            return;
        }
        Optional<Plan.DefaultDue> undated = undated();
        undated.filter(by -> by.year() == year).ifPresent(by -> rulings.add(by.ruling()));
        if (undated.stream().noneMatch(by -> by.year() == year)) {
            problem(
                    Message.of("verification.due-unfounded", year),
                    Message.of(
                            "verification.correct-due-by-plan",
                            undated.<Phrase>map(by -> Message.of("verification.by-ruling", by.ruling()))
                                    .orElse(Label.of(""))));
        }
    }

    /** Of what holds on to the plan's horizon, the year from which it holds; else the year itself. */
    private int beginning(int year) {
        Plan plan = book.plans().get(provision.plan());
        return plan != null && plan.period().horizon() == year
                ? provision.criterion().years().stream().findFirst().orElse(year)
                : year;
    }

    /** What the plan says of words like the anchor's, else of sentences like this one, that have no date. */
    private Optional<Plan.DefaultDue> undated() {
        CitedClause clause = cited.get(0);
        return undated(clause.anchored()).filter(by -> !by.words().isEmpty()).or(() -> undated(clause.sentence()));
    }

    private Optional<Plan.DefaultDue> undated(String words) {
        return Optional.ofNullable(book.plans().get(provision.plan())).stream()
                .flatMap(plan -> plan.period().undated().stream())
                .filter(by -> Pattern.compile(by.words()).matcher(words).find())
                .findFirst();
    }

    private Label byText() {
        return book.rulingsOn(RulingForm.DUE_BY_TEXT);
    }

    /** A flow counts from the plan's first complete year, unless the text names another. */
    private void checkFirstYear(int from) {
        BigDecimal year = BigDecimal.valueOf(from);
        Plan plan = book.plans().get(provision.plan());
        boolean given = plan != null && plan.firstCompleteYear() == from
                || cited.stream().anyMatch(c -> Numbers.counted(c.numbers()).containsKey(year));
        if (!given) {
            problems.add(new Discrepancy(
                    "years",
                    Message.of("verification.first-year-unfounded", from),
                    Message.of("verification.correct-by-text")));
        }
    }

    private void problem(Message message, Message advice) {
        problems.add(new Discrepancy(annotation(), message, advice));
    }

    private String annotation() {
        return List.of(
                        "years",
                        "due",
                        "atLeast",
                        "atMost",
                        "moreThan",
                        "lessThan",
                        "about",
                        "yes",
                        "no",
                        "nearlyAll",
                        "stage")
                .stream()
                .filter(provision.head()::containsKey)
                .findFirst()
                .orElse("");
    }
}
