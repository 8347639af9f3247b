package plancheck.dossier.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Contradiction;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Place;
import plancheck.rulebook.Baseline;
import plancheck.rulebook.FigureCheck;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;

/**
 * Figures of a place that are not what such figures usually are. Nothing is wrong with them for that, and nothing is judged by it: who
 * gives them is asked for a word of explanation, which a reviewer reads.
 */
public final class FigureQueries {
    /** The section of a dossier in which they are explained, by the check's id. */
    public static final String EXPLANATIONS = "explanations";

    private static final String OPEN = "dossier.query";
    private static final String EXPLAINED = "dossier.query-explained";
    private static final String FIGURES = "/figures/";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RuleBook book;
    private final Map<String, Indicator> indicators;

    public FigureQueries(RuleBook book) {
        this.book = book;
        this.indicators = book.indicators();
    }

    /** A value, its year, and what it is. */
    private record YearValue(Indicator indicator, int year, BigDecimal value) {
        Message inWords() {
            return Message.of(
                    "dossier.query-value",
                    indicator.name(),
                    String.valueOf(year),
                    plain(value),
                    indicator.unitInWords());
        }
    }

    /** Whether a problem is a query that nobody has explained yet. */
    public static boolean isOpen(Problem problem) {
        return problem.code().equals(OPEN);
    }

    /**
     * What a dossier is asked to confirm.
     *
     * @param check its id
     * @param unusual what is unusual
     * @param explanation empty while there is none
     */
    public record FigureQuery(String check, Phrase unusual, String explanation) {
        public boolean isOpen() {
            return explanation.isEmpty();
        }
    }

    /** Those among the problems of a dossier; what is only counted is not among them. */
    public static List<FigureQuery> of(List<Problem> problems) {
        return problems.stream()
                .map(Problem::message)
                .filter(message -> message.key().equals(OPEN) || message.key().equals(EXPLAINED))
                .map(message -> new FigureQuery(
                        String.valueOf(message.arguments().get(1)),
                        (Phrase) message.arguments().get(0),
                        message.key().equals(OPEN)
                                ? ""
                                : String.valueOf(message.arguments().get(2))))
                .toList();
    }

    /**
     * Tells each once, as a warning while it is not explained, then with its explanation.
     *
     * @param explained by the check's id
     * @param contradictions what cannot be anyway: of figures that are objected to already nothing more is asked
     */
    public void in(
            Collection<Place> places,
            Map<String, String> explained,
            List<Contradiction> contradictions,
            Problems problems) {
        Set<String> objectedTo = new HashSet<>();
        contradictions.forEach(contradiction -> objectedTo.addAll(contradiction.indicators()));
        problems.wrong().stream()
                .filter(pointer -> pointer.startsWith(FIGURES))
                .forEach(pointer ->
                        objectedTo.add(pointer.substring(FIGURES.length()).replaceFirst("/.*", "")));
        Set<String> told = new HashSet<>(); // a county and its town share figures
        for (Place place : places) {
            for (FigureCheck check : book.figureChecks()) {
                boolean asked = check.figures().stream().noneMatch(objectedTo::contains);
                Message unusual = asked ? unusual(check, place) : null;
                if (unusual != null && told.add(check.id())) {
                    problems.add(problem(
                            check,
                            place,
                            unusual,
                            explained.getOrDefault(check.id(), "").strip()));
                }
            }
        }
    }

    private static Problem problem(FigureCheck check, Place place, Message unusual, String explanation) {
        String figure = check.figures().get(0);
        Figure given = place.figure(figure);
        int line = given == null ? 0 : given.line();
        boolean open = explanation.isEmpty();
        return Problem.warning(
                line,
                FIGURES + figure,
                open ? Message.of(OPEN, unusual, check.id()) : Message.of(EXPLAINED, unusual, check.id(), explanation),
                open ? Message.of("dossier.explain-query", check.id()) : Message.of("dossier.explanation-is-read"));
    }

    private @Nullable Message unusual(FigureCheck check, Place place) {
        return switch (check.kind()) {
            case CHANGE_IN_PERCENT, CHANGE_IN_POINTS -> change(check, place);
            case USUAL -> usual(check, place);
            case RATIO -> ratio(check, place);
            case AT_MOST -> atMost(check, place);
        };
    }

    /** All values by year but those of a part of it, and those that cannot be, which is told as such. */
    private SortedMap<Integer, BigDecimal> years(String id, Place place) {
        SortedMap<Integer, BigDecimal> years = new TreeMap<>();
        Figure figure = place.figure(id);
        if (figure != null) {
            years.putAll(figure.series());
            if (figure.value() instanceof BigDecimal value && !figure.caveat().isOfPartOfYear()) {
                years.putIfAbsent(figure.year(), value);
            }
        }
        years.values().removeIf(value -> isImpossible(id, value));
        return years;
    }

    private boolean isImpossible(String id, BigDecimal value) {
        Indicator indicator = indicators.get(id);
        return indicator != null
                && (indicator.min() != null && value.compareTo(indicator.min()) < 0
                        || indicator.max() != null && value.compareTo(indicator.max()) > 0);
    }

    private Optional<YearValue> last(String id, Place place) {
        Indicator indicator = indicators.get(id);
        SortedMap<Integer, BigDecimal> years = years(id, place);
        return indicator == null || years.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new YearValue(indicator, years.lastKey(), Objects.requireNonNull(years.get(years.lastKey()))));
    }

    /** Each year against the known one before it; the first against what the plans say of the place. */
    private @Nullable Message change(FigureCheck check, Place place) {
        String id = check.figures().get(0);
        Indicator indicator = indicators.get(id);
        SortedMap<Integer, BigDecimal> years = years(id, place);
        if (indicator == null || years.isEmpty()) {
            return null;
        }
        SortedMap<Integer, BigDecimal> known = new TreeMap<>(years);
        baselines(id, place.getCode())
                .filter(base -> base.year() < years.firstKey())
                .forEach(base -> known.putIfAbsent(base.year(), base.value()));
        YearValue before = null;
        for (Map.Entry<Integer, BigDecimal> entry : known.entrySet()) {
            YearValue now = new YearValue(indicator, entry.getKey(), entry.getValue());
            Message unusual = before == null ? null : change(check, before, now);
            if (unusual != null) {
                return unusual;
            }
            before = now;
        }
        return null;
    }

    private Stream<Baseline> baselines(String id, String code) {
        return book.plans().values().stream()
                .map(Plan::baselines)
                .flatMap(List::stream)
                .filter(base -> base.indicator().equals(id) && base.place().equals(code));
    }

    private static @Nullable Message change(FigureCheck check, YearValue before, YearValue now) {
        boolean percent = check.kind() == FigureCheck.Kind.CHANGE_IN_PERCENT;
        BigDecimal years = BigDecimal.valueOf(now.year() - before.year());
        BigDecimal difference = now.value().subtract(before.value());
        if (percent && before.value().signum() == 0) {
            return null; // of nothing there is no percentage
        }
        BigDecimal change =
                percent ? difference.multiply(HUNDRED).divide(before.value().abs(), MathContext.DECIMAL64) : difference;
        BigDecimal yearly = change.divide(years, MathContext.DECIMAL64);
        return check.isUnusual(yearly)
                ? Message.of(
                        percent ? "dossier.query-change-in-percent" : "dossier.query-change-in-points",
                        now.inWords(),
                        before.inWords(),
                        shown(yearly),
                        plain(high(check)))
                : null;
    }

    private @Nullable Message usual(FigureCheck check, Place place) {
        YearValue now = last(check.figures().get(0), place).orElse(null);
        return now != null && check.isUnusual(now.value())
                ? Message.of("dossier.query-usual", now.inWords(), plain(low(check)), plain(high(check)))
                : null;
    }

    /** Of the last year that has both. */
    private List<YearValue> both(FigureCheck check, Place place) {
        List<YearValue> both = new ArrayList<>();
        SortedMap<Integer, BigDecimal> one = years(check.figures().get(0), place);
        SortedMap<Integer, BigDecimal> other = years(check.figures().get(1), place);
        Indicator first = indicators.get(check.figures().get(0));
        Indicator second = indicators.get(check.figures().get(1));
        one.keySet().retainAll(other.keySet());
        if (!one.isEmpty() && first != null && second != null) {
            int year = one.lastKey();
            both.add(new YearValue(first, year, Objects.requireNonNull(one.get(year))));
            both.add(new YearValue(second, year, Objects.requireNonNull(other.get(year))));
        }
        return both;
    }

    private @Nullable Message ratio(FigureCheck check, Place place) {
        List<YearValue> both = both(check, place);
        if (both.isEmpty() || both.get(1).value().signum() == 0) {
            return null;
        }
        BigDecimal ratio = both.get(0).value().divide(both.get(1).value(), MathContext.DECIMAL64);
        return check.isUnusual(ratio)
                ? Message.of(
                        "dossier.query-ratio",
                        check.name(),
                        shown(ratio),
                        plain(low(check)),
                        plain(high(check)),
                        both.get(0).inWords(),
                        both.get(1).inWords())
                : null;
    }

    private @Nullable Message atMost(FigureCheck check, Place place) {
        List<YearValue> both = both(check, place);
        return !both.isEmpty() && both.get(0).value().compareTo(both.get(1).value()) > 0
                ? Message.of(
                        "dossier.query-at-most",
                        both.get(0).inWords(),
                        both.get(1).inWords())
                : null;
    }

    private static BigDecimal low(FigureCheck check) {
        return Objects.requireNonNull(check.low());
    }

    private static BigDecimal high(FigureCheck check) {
        return Objects.requireNonNull(check.high());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** As many digits as one takes in. */
    private static String shown(BigDecimal value) {
        return plain(value.round(new MathContext(3, RoundingMode.HALF_UP)));
    }

    /** What the section holds, by the check's id. */
    public static Label explanationsInWords() {
        return new Label("对核实项的说明，按核实项的代号填写", "explanations of queries, by the check's id");
    }
}
