package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.facts.RelationKind;
import plancheck.facts.Settlement;
import plancheck.facts.Term;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.RulingForm;
import tools.jackson.databind.JsonNode;

/** Makes the rulings of {@code rulings.yaml}, and says which of their words are none that the program knows. */
final class RulingReader {
    static final String FILE = "rulings.yaml";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final List<RuleBookProblem> problems;
    private final Map<RelationKind, String> settled = new EnumMap<>(RelationKind.class);

    RulingReader(List<RuleBookProblem> problems) {
        this.problems = problems;
    }

    /** The rulings by id, in the file's order. */
    Map<String, Ruling> read(JsonNode rulings) {
        Map<String, Ruling> read = new LinkedHashMap<>();
        rulings.properties().forEach(entry -> read.put(entry.getKey(), ruling(entry.getKey(), entry.getValue())));
        return read;
    }

    private Ruling ruling(String id, JsonNode node) {
        String words = node.path("words").asString("");
        return new Ruling(
                id,
                words,
                node.path("anchor-words").asString(words),
                new Label(node.path("text").asString(""), node.path("en").asString("")),
                occasions(id, node, "needed-when"),
                occasions(id, node, "allowed-when"),
                reason(node.path("reason"), words),
                settles(id, node),
                parameters(id, node),
                settledBy(id, node),
                Stream.of(Ruling.Effect.values())
                        .filter(effect -> node.path(effect.id()).asBoolean(false))
                        .collect(Collectors.toUnmodifiableSet()),
                RuleBookReader.strings(node.path("places")));
    }

    private static Optional<String> reason(JsonNode reason, String words) {
        if (reason.isBoolean()) {
            return reason.asBoolean() ? Optional.of(words) : Optional.empty();
        }
        return reason.isString() ? Optional.of(reason.asString()) : Optional.empty();
    }

    private List<RulingForm.Occasion> occasions(String id, JsonNode ruling, String key) {
        List<RulingForm.Occasion> occasions = new ArrayList<>();
        for (JsonNode each : ruling.path(key)) {
            List<RulingForm.Condition> conditions = new ArrayList<>();
            for (String written : each.asString().split(" and ")) {
                boolean negated = written.strip().startsWith("not ");
                String form =
                        negated ? written.strip().substring("not ".length()).strip() : written.strip();
                RulingForm.of(form)
                        .ifPresentOrElse(
                                known -> conditions.add(new RulingForm.Condition(known, negated)),
                                () -> unknown(id, ruling, key, form, RulingForm.ids()));
            }
            occasions.add(new RulingForm.Occasion(conditions));
        }
        return List.copyOf(occasions);
    }

    /** Each thing is settled by one ruling, or a report could name either. */
    private Set<RelationKind> settles(String id, JsonNode ruling) {
        Set<RelationKind> settles = EnumSet.noneOf(RelationKind.class);
        for (JsonNode each : ruling.path("settles")) {
            RelationKind kind = Term.find(RelationKind.class, each.asString()).orElse(null);
            if (kind == null || kind == RelationKind.TENSION) {
                unknown(
                        id,
                        ruling,
                        "settles",
                        each.asString(),
                        Arrays.stream(RelationKind.values())
                                .filter(known -> known != RelationKind.TENSION)
                                .map(Term::id)
                                .toList());
                continue;
            }
            settles.add(kind);
            String other = settled.put(kind, id);
            if (other != null) {
                problem(
                        ruling,
                        Message.of("rulebook.ruling-in-its-settles-is-settled", id, kind.id(), other),
                        Message.of("rulebook.each-is-settled-by-one-ruling"));
            }
        }
        return settles;
    }

    private List<Settlement> settledBy(String id, JsonNode ruling) {
        List<Settlement> settledBy = new ArrayList<>();
        for (JsonNode each : ruling.path("settled-by")) {
            Term.find(Settlement.class, each.asString())
                    .ifPresentOrElse(
                            settledBy::add,
                            () -> unknown(
                                    id,
                                    ruling,
                                    "settled-by",
                                    each.asString(),
                                    Arrays.stream(Settlement.values())
                                            .map(Term::id)
                                            .toList()));
        }
        return List.copyOf(settledBy);
    }

    private Map<Ruling.Parameter, BigDecimal> parameters(String id, JsonNode ruling) {
        Map<Ruling.Parameter, BigDecimal> parameters = new EnumMap<>(Ruling.Parameter.class);
        for (Ruling.Parameter parameter : Ruling.Parameter.values()) {
            JsonNode node = ruling.path("parameters").path(parameter.id());
            if (node.isNumber()) {
                BigDecimal percent = new BigDecimal(node.asString());
                parameters.put(parameter, percent);
                if (percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
                    problem(
                            ruling,
                            Message.of("rulebook.ruling-its", id, parameter.id(), percent.toPlainString()),
                            Message.of("rulebook.write-it-in-percent-2"));
                }
                checkSaid(id, ruling, percent);
            }
        }
        return parameters;
    }

    /** A ruling that says one number and goes by another would mislead whoever reads a report. */
    private void checkSaid(String id, JsonNode ruling, BigDecimal percent) {
        String number = percent.stripTrailingZeros().toPlainString();
        Pattern said = Pattern.compile("(?<![\\d.])" + Pattern.quote(number) + "(?![\\d.]*\\d)");
        for (String key : List.of("text", "en")) {
            String text = ruling.path(key).asString("");
            if (!text.isEmpty() && !said.matcher(text).find()) {
                problem(
                        ruling,
                        Message.of("rulebook.ruling-its-does-not-say", id, key, number),
                        Message.of("rulebook.write-same-number-in-both"));
            }
        }
    }

    private void unknown(String id, JsonNode ruling, String key, String word, List<String> known) {
        String near = Nearest.to(word, known);
        problem(
                ruling,
                Message.of("rulebook.ruling-in-its-is-not-known", id, key, word),
                near.isEmpty()
                        ? Message.of("rulebook.here-may-stand", String.join(" ", known))
                        : Message.of("rulebook.did-you-mean", near));
    }

    private void problem(JsonNode ruling, Phrase message, Phrase advice) {
        problems.add(new RuleBookProblem(FILE, ruling.path(RuleBookSources.LINE).asInt(0), message, advice));
    }
}
