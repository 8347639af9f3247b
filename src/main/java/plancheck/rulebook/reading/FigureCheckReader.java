package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.FigureCheck;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.databind.JsonNode;

/** Reads {@code checks.yaml}: what figures usually are. */
final class FigureCheckReader {
    private static final String FILE = RuleBookSources.CHECKS + ".yaml";
    private static final int PAIR = 2;

    private final List<RuleBookProblem> problems;
    private final Map<String, Indicator> indicators;
    private final List<FigureCheck> checks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    FigureCheckReader(Map<String, Indicator> indicators, List<RuleBookProblem> problems) {
        this.indicators = indicators;
        this.problems = problems;
    }

    /** In the order of the file; none where there is no such file. */
    List<FigureCheck> read(JsonNode node) {
        node.path("change").forEach(entry -> {
            BigDecimal within = entry.path("within").decimalValue(BigDecimal.ZERO);
            boolean points = entry.path("in").asString("").equals("points");
            FigureCheck.Kind kind = points ? FigureCheck.Kind.CHANGE_IN_POINTS : FigureCheck.Kind.CHANGE_IN_PERCENT;
            figures(entry).forEach(id -> ofOne(id, "-change", kind, within.negate(), within));
        });
        node.path("usual").forEach(entry -> {
            BigDecimal low = entry.path("between").path(0).decimalValue(BigDecimal.ZERO);
            BigDecimal high = entry.path("between").path(1).decimalValue(BigDecimal.ZERO);
            figures(entry).forEach(id -> ofOne(id, "-usual", FigureCheck.Kind.USUAL, low, high));
        });
        node.path("ratio").forEach(entry -> {
            List<String> of = pair(entry);
            add(new FigureCheck(
                    entry.path("id").asString(""),
                    FigureCheck.Kind.RATIO,
                    of,
                    entry.path("between").path(0).decimalValue(BigDecimal.ZERO),
                    entry.path("between").path(1).decimalValue(BigDecimal.ZERO),
                    new Label(entry.path("text").asString(""), entry.path("en").asString(""))));
        });
        node.path("at-most").forEach(entry -> {
            List<String> of = pair(entry);
            add(new FigureCheck(
                    String.join("-at-most-", of), FigureCheck.Kind.AT_MOST, of, null, null, name(of.get(0))));
        });
        return List.copyOf(checks);
    }

    private void ofOne(String figure, String ending, FigureCheck.Kind kind, BigDecimal low, BigDecimal high) {
        add(new FigureCheck(figure + ending, kind, List.of(figure), low, high, name(figure)));
    }

    private Label name(String figure) {
        Indicator indicator = indicators.get(figure);
        return indicator == null ? Label.of(figure) : indicator.name();
    }

    private void add(FigureCheck check) {
        if (!ids.add(check.id())) {
            problem(Message.of("rulebook.check-twice", check.id()));
        }
        if (check.low() != null && check.high() != null && check.low().compareTo(check.high()) >= 0) {
            problem(Message.of("rulebook.check-without-room", check.id()));
        }
        checks.add(check);
    }

    private List<String> figures(JsonNode entry) {
        List<String> figures = new ArrayList<>();
        entry.path("of").forEach(id -> {
            Indicator indicator = indicators.get(id.asString(""));
            if (indicator == null || indicator.type() != Indicator.Type.NUMBER) {
                problem(Message.of("rulebook.check-of-no-figure", id.asString("")));
            } else {
                figures.add(indicator.id());
            }
        });
        return figures;
    }

    /** Two figures; where there are others, that is a problem, and the first stands for both. */
    private List<String> pair(JsonNode entry) {
        List<String> figures = figures(entry);
        if (figures.size() == PAIR) {
            return List.copyOf(figures);
        }
        problem(Message.of("rulebook.check-of-two", String.join(", ", figures)));
        String first = figures.isEmpty() ? "" : figures.get(0);
        return List.of(first, first);
    }

    private void problem(Message message) {
        problems.add(new RuleBookProblem(FILE, 0, message, Message.of("rulebook.put-checks-right")));
    }
}
