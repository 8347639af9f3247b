package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Scope;

/**
 * Reads whom a rule binds. A misspelt attribute or indicator would be a condition that never holds, so every name in one
 * is looked up here, and every value must be one that the attribute may have.
 */
final class ScopeReader {
    private static final Map<String, Scope.Sort> SORTS =
            Map.of("Place", Scope.Sort.PLACE, "Item", Scope.Sort.ITEM, "Project", Scope.Sort.PROJECT);
    private static final Set<String> ORDERED = Set.of("<", "<=", ">", ">=");
    private static final String LEVELS =
            Stream.of(Level.values()).map(level -> "Level." + level.name()).collect(Collectors.joining(" "));

    private final RuleBook book;
    private final RuleHead head;
    private final List<RuleBookProblem> problems;

    ScopeReader(RuleBook book, RuleHead head, List<RuleBookProblem> problems) {
        this.book = book;
        this.head = head;
        this.problems = problems;
    }

    Scope read() {
        RuleHead.Pattern pattern = head.pattern();
        Scope.Sort sort = SORTS.getOrDefault(pattern.type(), Scope.Sort.PLACE);
        Set<String> attributes = new HashSet<>();
        List<Condition> conditions = new ArrayList<>();
        for (RuleHead.Constraint constraint : pattern.constraints()) {
            condition(constraint, sort, attributes).ifPresent(conditions::add);
        }
        String kind = conditions.stream()
                .filter(c -> c.attribute().equals("kind") && !c.figure())
                .map(c -> c.operands().get(0).toString())
                .findFirst()
                .orElse("");
        if (sort == Scope.Sort.ITEM && !book.kinds().containsKey(kind)) {
            problem(
                    pattern.line(),
                    Message.of("rulebook.no-kind-of-list", kind),
                    Message.of("rulebook.write-kind-with-one-of-kinds"));
        }
        return new Scope(
                sort, kind, List.copyOf(conditions), new ScopeWords(book).of(sort, kind, List.copyOf(conditions)));
    }

    private Optional<Condition> condition(RuleHead.Constraint written, Scope.Sort sort, Set<String> attributes) {
        boolean figure = !written.indicator().isEmpty();
        String attribute = figure ? written.indicator() : written.attribute();
        List<Object> operands = new ArrayList<>();
        for (String literal : written.operands()) {
            Object value = operand(literal);
            if (value == null) {
                problem(
                        written.line(),
                        Message.of("rulebook.condition-not-understood", literal),
                        Message.of("rulebook.levels-are", LEVELS));
                return Optional.empty();
            }
            operands.add(value);
        }
        boolean fits = figure
                ? figureFits(written, operands)
                : attributeFits(written, sort, operands, attributes.add(attribute));
        return fits
                ? Optional.of(
                        new ScopeWords(book).condition(attribute, figure, written.operator(), List.copyOf(operands)))
                : Optional.empty();
    }

    /** {@code kind} of items, {@code sector} of projects, {@code level} and {@code code} of all; each at most once. */
    private boolean attributeFits(RuleHead.Constraint written, Scope.Sort sort, List<Object> operands, boolean once) {
        String attribute = written.attribute();
        boolean ofSort = attribute.equals("kind")
                ? sort == Scope.Sort.ITEM
                : !attribute.equals("sector") || sort == Scope.Sort.PROJECT;
        List<String> operators = attribute.equals("kind")
                ? List.of("==")
                : attribute.equals("sector") ? List.of("==", "!=", "in") : List.of("==", "in");
        if (!once || !ofSort || !operators.contains(written.operator())) {
            problem(
                    written.line(),
                    once && ofSort
                            ? Message.of("rulebook.wrong-operator", attribute, written.operator())
                            : once
                                    ? Message.of("rulebook.no-such-attribute", attribute)
                                    : Message.of("rulebook.attribute-twice", attribute),
                    Message.of("rulebook.written-once-with-only-item-has", attribute, String.join(" ", operators)));
            return false;
        }
        return allKnown(operands, written.line(), operand -> switch (attribute) {
            case "kind" -> operand instanceof String kind && book.kinds().containsKey(kind);
            case "sector" -> operand instanceof String sector && book.sectors().containsKey(sector);
            case "code" -> operand instanceof String code && book.places().containsKey(code);
            default -> operand instanceof Level;
        });
    }

    /** Numbers are compared as numbers, answers as yes or no, choices and texts as texts. */
    private boolean figureFits(RuleHead.Constraint written, List<Object> operands) {
        Indicator indicator = book.indicators().get(written.indicator());
        if (indicator == null) {
            String near = Nearest.to(written.indicator(), book.indicators().keySet());
            problem(
                    written.line(),
                    Message.of("rulebook.condition-of-no-indicator", written.indicator()),
                    near.isEmpty() ? Message.of("rulebook.name-it-first") : Message.of("rulebook.did-you-mean", near));
            return false;
        }
        String reads = switch (indicator.type()) {
            case NUMBER -> "number";
            case YES_NO, DECLARATION -> "yes";
            case CHOICE, TEXT -> "text";
        };
        boolean ordered = ORDERED.contains(written.operator());
        if (!written.attribute().equals(reads) || ordered && !reads.equals("number")) {
            problem(
                    written.line(),
                    Message.of(
                            "rulebook.indicator-cannot-be-compared",
                            indicator.id(),
                            written.attribute(),
                            written.operator()),
                    Message.of("rulebook.use-only-numbers-are-more", reads, indicator.id()));
            return false;
        }
        return allKnown(operands, written.line(), operand -> switch (indicator.type()) {
            case NUMBER -> operand instanceof BigDecimal;
            case YES_NO, DECLARATION -> operand instanceof Boolean;
            case CHOICE ->
                operand instanceof String choice && indicator.choices().containsKey(choice);
            case TEXT -> operand instanceof String;
        });
    }

    private boolean allKnown(List<Object> operands, int line, java.util.function.Predicate<Object> known) {
        List<Object> unknown = operands.stream().filter(known.negate()).toList();
        unknown.forEach(operand -> problem(
                line,
                Message.of("rulebook.condition-of-no-value", operand),
                Message.of("rulebook.see-indicators-and-places")));
        return unknown.isEmpty();
    }

    private static @Nullable Object operand(String literal) {
        if (literal.startsWith("\"")) {
            return literal.substring(1, literal.length() - 1);
        }
        if (literal.startsWith("Level.")) {
            return Stream.of(Level.values())
                    .filter(level -> literal.equals("Level." + level.name()))
                    .findFirst()
                    .orElse(null);
        }
        if (literal.matches("-?0\\d.*")) {
            return null; // 000 would be 0, which asks whether there is any at all
        }
        return literal.equals("true") || literal.equals("false") ? Boolean.valueOf(literal) : new BigDecimal(literal);
    }

    private void problem(int line, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(head.file(), line, message, advice));
    }
}
