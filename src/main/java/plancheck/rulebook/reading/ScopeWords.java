package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;

/** Says a rule's conditions in words a reader understands. */
final class ScopeWords {
    private static final Map<String, Label> COMPARISONS = Map.of(
            "==", new Label("为", "is"),
            "in", new Label("为", "is"),
            "!=", new Label("不为", "is not"),
            "<", new Label("小于", "is below"),
            "<=", new Label("不大于", "is at most"),
            ">", new Label("大于", "is above"),
            ">=", new Label("不小于", "is at least"));
    private static final Map<String, Label> ATTRIBUTES = Map.of(
            "kind", new Label("清单类别", "kind of list"),
            "level", new Label("所在区域", "where it lies"),
            "code", new Label("所在县（市、区）", "county"),
            "sector", new Label("项目类别", "sector"));

    private final RuleBook book;

    ScopeWords(RuleBook book) {
        this.book = book;
    }

    Condition condition(String attribute, boolean figure, String operator, List<Object> operands) {
        Indicator indicator = figure ? book.indicators().get(attribute) : null;
        Label name = indicator != null ? indicator.name() : ATTRIBUTES.getOrDefault(attribute, Label.of(attribute));
        Label comparison = COMPARISONS.getOrDefault(operator, Label.of(operator));
        Label unit = indicator == null || indicator.unit() == null
                ? Label.of("")
                : indicator.unit().inWords();
        Map<String, Label> labels = labels(attribute, indicator);
        Label words = new Label(
                name.zh() + comparison.zh() + joined(operands, labels, Label::zh, "或") + unit.zh(),
                name.en() + " " + comparison.en() + " " + joined(operands, labels, Label::en, " or ")
                        + (unit.en().isEmpty() || unit.en().equals("%") ? "" : " ") + unit.en());
        return new Condition(attribute, figure, operator, operands, labels, name, words);
    }

    private Map<String, Label> labels(String attribute, @org.jspecify.annotations.Nullable Indicator indicator) {
        if (indicator != null) {
            return indicator.choices();
        }
        return switch (attribute) {
            case "sector" -> book.sectors();
            case "code" -> book.placesInWords();
            default -> Map.of();
        };
    }

    /** Whom a provision binds, in a few words. */
    Label of(Scope.Sort sort, String kind, List<Condition> conditions) {
        List<Condition> said =
                conditions.stream().filter(c -> !c.attribute().equals("kind")).toList();
        ItemKind item = book.kinds().get(kind);
        Label head = switch (sort) {
            case PLACE -> new Label("地区", "place");
            case PROJECT -> new Label("建设项目", "project");
            case ITEM -> item == null ? Label.of(kind) : item.name();
        };
        return said.isEmpty()
                ? head
                : new Label(
                        head.zh() + "：" + said.stream().map(c -> c.words().zh()).collect(Collectors.joining("，且")),
                        head.en() + ": "
                                + said.stream().map(c -> c.words().en()).collect(Collectors.joining(" and ")));
    }

    private static String joined(
            List<Object> operands, Map<String, Label> labels, Function<Label, String> language, String or) {
        return operands.stream()
                .map(operand -> language.apply(word(operand, labels)))
                .collect(Collectors.joining(or));
    }

    private static Label word(Object operand, Map<String, Label> labels) {
        if (operand instanceof Level level) {
            return level.inWords();
        }
        if (operand instanceof Boolean yes) {
            return yes ? new Label("是", "yes") : new Label("否", "no");
        }
        if (operand instanceof BigDecimal number) {
            return Label.of(number.toPlainString());
        }
        String id = operand.toString();
        return labels.getOrDefault(id, Label.of(id));
    }
}
