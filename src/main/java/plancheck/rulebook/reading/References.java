package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.Term;
import plancheck.rulebook.Baseline;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Whether what the indicators, places and plans of a rule book name is there, and leads nowhere in a circle. */
final class References {
    private static final int LONGEST = 5;

    /** What a plan's end is evaluated by is due a year after it. */
    private static final int CLOSING = 1;

    /** What stands in every dossier, and in every item of a list, whatever the rule book. */
    private static final Set<String> OF_A_DOSSIER = Set.of(
            "plancheck",
            "kind",
            "id",
            "title",
            "place",
            "as-of",
            "figures",
            "declarations",
            "named-projects",
            "not-here",
            "project",
            "note");

    private static final Set<String> OF_AN_ITEM = Set.of("name", "in");

    private final RuleBook book;
    private final JsonNode plans;
    private final Map<String, JsonNode> entries = new HashMap<>();
    private final List<RuleBookProblem> problems = new ArrayList<>();

    /** @param tree as read from the files, for their lines */
    References(RuleBook book, JsonNode tree) {
        this.book = book;
        this.plans = tree.path("plans");
        tree.path("indicators")
                .path("indicators")
                .forEach(node -> entries.put(node.path("id").asString(""), node));
    }

    List<RuleBookProblem> problems() {
        book.indicators().values().forEach(this::indicator);
        Bearings.check(book.indicators(), this::problem);
        lists();
        places();
        plans();
        return problems;
    }

    private void indicator(Indicator indicator) {
        for (String of : indicator.of()) {
            if (!of.equals("project")
                    && !book.kinds().containsKey(of)
                    && Term.find(Level.class, of).isEmpty()) {
                problem(indicator, Message.of("rulebook.of-nothing", indicator.id(), of));
            }
        }
        if (indicator.min() != null
                && indicator.max() != null
                && indicator.min().compareTo(indicator.max()) > 0) {
            problem(indicator, Message.of("rulebook.min-above-max", indicator.id(), indicator.max()));
        }
        indicator.notToBeConfusedWith().stream()
                .filter(id -> !book.indicators().containsKey(id))
                .forEach(id -> problem(indicator, Message.of("rulebook.not-of-no-indicator", indicator.id(), id)));
        indicator
                .alsoCalled()
                .forEach(name -> book.indicators().values().stream()
                        .filter(other -> !other.id().equals(indicator.id()))
                        .filter(other ->
                                other.label().equals(name) || other.alsoCalled().contains(name))
                        .forEach(other -> problem(
                                indicator,
                                Message.of("rulebook.also-called-like-another", indicator.id(), name, other.id()))));
        inputs(indicator).forEach(id -> {
            Indicator input = book.indicators().get(id);
            if (input == null || input.type() != Indicator.Type.NUMBER) {
                problem(indicator, Message.of("rulebook.worked-out-of-no-number", indicator.id(), id));
            }
        });
        Set<String> from = Set.of(indicator.id());
        for (int step = 0; step <= LONGEST && !from.isEmpty(); step++) {
            from = from.stream()
                    .flatMap(id -> Optional.ofNullable(book.indicators().get(id)).stream())
                    .flatMap(References::inputs)
                    .collect(Collectors.toSet());
        }
        if (!from.isEmpty()) {
            problem(indicator, Message.of("rulebook.worked-out-from-itself", indicator.id(), LONGEST));
        }
    }

    private static Stream<String> inputs(Indicator indicator) {
        Indicator.Derivation worked = indicator.workedOut();
        return worked == null ? Stream.of() : Stream.of(worked.first(), worked.second());
    }

    private void lists() {
        Set<String> lists = new HashSet<>(OF_A_DOSSIER);
        book.kinds().values().stream()
                .filter(kind -> !lists.add(kind.list()))
                .forEach(kind -> problem("indicators.yaml", Message.of("rulebook.list-name-taken", kind.list())));
        book.indicators().values().stream()
                .filter(indicator -> OF_AN_ITEM.contains(indicator.id()))
                .forEach(indicator ->
                        problem(indicator, Message.of("rulebook.id-taken", indicator.id(), indicator.id())));
    }

    private void places() {
        for (PlaceName place : book.places().values()) {
            Set<String> above = new HashSet<>();
            for (PlaceName at = place;
                    !at.parent().isEmpty();
                    at = book.places().get(at.parent())) {
                if (!book.places().containsKey(at.parent()) || !above.add(at.code())) {
                    problem("places.yaml", Message.of("rulebook.wrong-parent", place.code(), at.parent()));
                    break;
                }
            }
        }
    }

    private void plans() {
        if (book.plans().isEmpty()) {
            problem("*/plan.yaml", Message.of("rulebook.no-plans"));
        }
        Set<String> prefixes = new HashSet<>();
        for (Plan plan : book.plans().values()) {
            if (!plan.prefix().matches("[A-Z]{1,10}") || !prefixes.add(plan.prefix())) {
                problem(plan, "prefix", Message.of("rulebook.prefix-must-be-capital-letters", plan.prefix()));
            }
            for (Baseline baseline : plan.baselines()) {
                if (!book.indicators().containsKey(baseline.indicator())
                        || !book.places().containsKey(baseline.place())) {
                    problem(
                            plan,
                            "baselines",
                            Message.of(
                                    "rulebook.no-indicator-or-no-place-named", baseline.indicator(), baseline.place()));
                }
            }
            rank(plan);
            period(plan);
        }
    }

    /** The plan is that of a place, below one of a place that this one lies in. */
    private void rank(Plan plan) {
        if (!book.places().containsKey(plan.place())) {
            problem(plan, "place", Message.of("rulebook.no-place-named-in-place", plan.place()));
        }
        Plan above = book.plans().get(plan.above());
        if (above == null && !plan.above().isEmpty()) {
            problem(plan, "subordinate-to", Message.of("rulebook.no-plan-named-in-subordinate", plan.above()));
        }
        if (above != null && !lies(plan.place(), above.place())) {
            problem(plan, "subordinate-to", Message.of("rulebook.subordinate-to-cannot", above.id(), plan.id()));
        }
    }

    /** Whether the one place lies within the other, and is another. */
    private boolean lies(String place, String within) {
        Set<String> seen = new HashSet<>();
        for (PlaceName at = book.places().get(place); at != null && seen.add(at.code()); ) {
            if (at.parent().equals(within)) {
                return true;
            }
            at = book.places().get(at.parent());
        }
        return false;
    }

    private void period(Plan plan) {
        Plan.Period period = plan.period();
        if (period.base() >= period.horizon()) {
            problem(
                    plan,
                    "horizon",
                    Message.of(
                            "rulebook.horizon-is-not-after-base-year",
                            String.valueOf(period.horizon()),
                            String.valueOf(period.base())));
        }
        for (Plan.DefaultDue undated : period.undated()) {
            if (!book.rulings().containsKey(undated.ruling())) {
                problem(plan, "undated", Message.of("rulebook.no-ruling-named-in-undated", undated.ruling()));
            }
            if (undated.year() <= period.base() || undated.year() > period.horizon() + CLOSING) {
                problem(
                        plan,
                        "undated",
                        Message.of("rulebook.due-in-undated-is-no-year", String.valueOf(undated.year())));
            }
        }
    }

    /** At the key of its file. */
    private void problem(Plan plan, String key, Phrase message) {
        int line = plans.path(plan.id()).path(RuleBookSources.LINES).path(key).asInt(0);
        problems.add(new RuleBookProblem(plan.id() + "/plan.yaml", line, message, Message.of("rulebook.put-it-right")));
    }

    private void problem(Indicator indicator, Message message) {
        JsonNode entry = entries.getOrDefault(indicator.id(), MissingNode.getInstance());
        problems.add(new RuleBookProblem(
                entry.path(RuleBookSources.FILE).asString("indicators.yaml"),
                entry.path(RuleBookSources.LINE).asInt(0),
                message,
                Message.of("rulebook.put-it-right")));
    }

    private void problem(String file, Phrase message) {
        problems.add(new RuleBookProblem(file, 0, message, Message.of("rulebook.put-it-right")));
    }
}
