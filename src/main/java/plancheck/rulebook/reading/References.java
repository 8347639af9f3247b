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
import plancheck.facts.Label;
import plancheck.facts.Level;
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
                problem(
                        indicator,
                        "的 of 中“%s”既不是层级也不是清单类别",
                        ": “%s” in its of is neither a level nor a kind of list",
                        of);
            }
        }
        if (indicator.min() != null
                && indicator.max() != null
                && indicator.min().compareTo(indicator.max()) > 0) {
            problem(indicator, "的 min 大于 max（%s）", ": its min is above its max (%s)", indicator.max());
        }
        indicator.notToBeConfusedWith().stream()
                .filter(id -> !book.indicators().containsKey(id))
                .forEach(id ->
                        problem(indicator, "的 not 中指标“%s”不存在", ": there is no indicator “%s”, named in its not", id));
        inputs(indicator).forEach(id -> {
            Indicator input = book.indicators().get(id);
            if (input == null || input.type() != Indicator.Type.NUMBER) {
                problem(
                        indicator,
                        "的 worked-out 中“%s”不是数值指标",
                        ": “%s” in its worked-out is no indicator that is a number",
                        id);
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
            problem(indicator, "由自身推算，或推算超过%s步", " is worked out from itself, or in more than %s steps", LONGEST);
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
                .forEach(kind -> problem(
                        "indicators.yaml",
                        Label.filled(
                                "清单名“%s”已有他用，不能再用", "the list name “%s” already means something else", kind.list())));
        book.indicators().values().stream()
                .filter(indicator -> OF_AN_ITEM.contains(indicator.id()))
                .forEach(indicator -> problem(indicator, "不能用这个编号（%s）", " cannot bear this id (%s)", indicator.id()));
    }

    private void places() {
        for (PlaceName place : book.places().values()) {
            Set<String> above = new HashSet<>();
            for (PlaceName at = place;
                    !at.parent().isEmpty();
                    at = book.places().get(at.parent())) {
                if (!book.places().containsKey(at.parent()) || !above.add(at.code())) {
                    problem(
                            "places.yaml",
                            Label.filled(
                                    "%s的上级“%s”不存在或者循环",
                                    "%s: its parent “%s” is not there, or leads back to it",
                                    place.code(),
                                    at.parent()));
                    break;
                }
            }
        }
    }

    private void plans() {
        if (book.plans().isEmpty()) {
            problem("*/plan.yaml", new Label("一个规划也没有", "there is no plan"));
        }
        Set<String> prefixes = new HashSet<>();
        for (Plan plan : book.plans().values()) {
            if (!plan.prefix().matches("[A-Z]{1,10}") || !prefixes.add(plan.prefix())) {
                problem(
                        plan,
                        "prefix",
                        Label.filled(
                                "prefix“%s”应为大写字母，且不与其他规划相同",
                                "the prefix “%s” must be capital letters, and no other plan's", plan.prefix()));
            }
            for (Baseline baseline : plan.baselines()) {
                if (!book.indicators().containsKey(baseline.indicator())
                        || !book.places().containsKey(baseline.place())) {
                    problem(
                            plan,
                            "baselines",
                            Label.filled(
                                    "baselines 中的指标“%s”或地区“%s”不存在",
                                    "there is no indicator “%s” or no place “%s”, named in baselines",
                                    baseline.indicator(),
                                    baseline.place()));
                }
            }
            rank(plan);
            period(plan);
        }
    }

    /** The plan is that of a place, below one of a place that this one lies in. */
    private void rank(Plan plan) {
        if (!book.places().containsKey(plan.place())) {
            problem(
                    plan,
                    "place",
                    Label.filled("place 中的地区“%s”不存在", "there is no place “%s”, named in place", plan.place()));
        }
        Plan above = book.plans().get(plan.above());
        if (above == null && !plan.above().isEmpty()) {
            problem(
                    plan,
                    "subordinate-to",
                    Label.filled(
                            "subordinate-to 中的规划“%s”不存在",
                            "there is no plan “%s”, named in subordinate-to", plan.above()));
        }
        if (above != null && !lies(plan.place(), above.place())) {
            problem(
                    plan,
                    "subordinate-to",
                    Label.filled(
                            "subordinate-to 不成立：%s不是%s的上级规划，后者的地区应在前者之内",
                            "subordinate-to cannot be: %s is not above %s, whose place must lie within the other's",
                            above.id(),
                            plan.id()));
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
                    Label.filled(
                            "horizon %s不在 base-year %s之后",
                            "the horizon %s is not after the base-year %s",
                            String.valueOf(period.horizon()),
                            String.valueOf(period.base())));
        }
        for (Plan.DefaultDue undated : period.undated()) {
            if (!book.rulings().containsKey(undated.ruling())) {
                problem(
                        plan,
                        "undated",
                        Label.filled("undated 中的释义%s不存在", "there is no ruling %s, named in undated", undated.ruling()));
            }
            if (undated.year() <= period.base() || undated.year() > period.horizon()) {
                problem(
                        plan,
                        "undated",
                        Label.filled(
                                "undated 中的 due %s不在规划期内",
                                "the due %s in undated is no year of the plan", String.valueOf(undated.year())));
            }
        }
    }

    /** At the key of its file. */
    private void problem(Plan plan, String key, Label message) {
        int line = plans.path(plan.id()).path(RuleBookSources.LINES).path(key).asInt(0);
        problems.add(new RuleBookProblem(plan.id() + "/plan.yaml", line, message, new Label("请改正", "put it right")));
    }

    private void problem(Indicator indicator, String zh, String en, Object part) {
        JsonNode entry = entries.getOrDefault(indicator.id(), MissingNode.getInstance());
        problems.add(new RuleBookProblem(
                entry.path(RuleBookSources.FILE).asString("indicators.yaml"),
                entry.path(RuleBookSources.LINE).asInt(0),
                Label.filled("指标%s" + zh, "the indicator %s" + en, indicator.id(), part),
                new Label("请改正", "put it right")));
    }

    private void problem(String file, Label message) {
        problems.add(new RuleBookProblem(file, 0, message, new Label("请改正", "put it right")));
    }
}
