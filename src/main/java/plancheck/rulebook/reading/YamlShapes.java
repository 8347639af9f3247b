package plancheck.rulebook.reading;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Message;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.Ruling;
import tools.jackson.databind.JsonNode;

/** The shapes of the YAML files of a rule book, as {@code src/docs/notation.md} describes them. */
final class YamlShapes {
    private static final Map<String, YamlShape> NONE = Map.of();
    private static final Map<String, YamlShape> NAMES = Map.of("label", YamlShape.TEXT, "en", YamlShape.TEXT);

    static final YamlShape RULE_BOOK = YamlShape.of(
            Map.of("version", YamlShape.WORD),
            Map.of(
                    "title", YamlShape.TEXT,
                    "asked-everywhere", YamlShape.list(YamlShape.ID),
                    "phrases", YamlShape.list(YamlShape.TEXT)));

    private static final YamlShape PARAMETERS = YamlShape.of(
            NONE,
            Arrays.stream(Ruling.Parameter.values())
                    .collect(Collectors.toMap(Ruling.Parameter::id, parameter -> YamlShape.NUMBER)));

    static final YamlShape RULINGS = YamlShape.of(
            Map.of(
                    "rulings",
                    YamlShape.named(YamlShape.of(
                            NONE,
                            Map.ofEntries(
                                    entry("words", YamlShape.EXPRESSION),
                                    entry("anchor-words", YamlShape.EXPRESSION),
                                    entry("text", YamlShape.TEXT),
                                    entry("en", YamlShape.TEXT),
                                    entry("needed-when", YamlShape.list(YamlShape.TEXT)),
                                    entry("allowed-when", YamlShape.list(YamlShape.TEXT)),
                                    entry("reason", YamlShape.YES_OR_EXPRESSION),
                                    entry("settles", YamlShape.list(YamlShape.ID)),
                                    entry("settled-by", YamlShape.list(YamlShape.ID)),
                                    entry("leaves-uncounted", YamlShape.YES_NO),
                                    entry("undivided-below", YamlShape.YES_NO),
                                    entry("earlier-year", YamlShape.YES_NO),
                                    entry("places", YamlShape.list(YamlShape.ID)),
                                    entry("parameters", PARAMETERS))))),
            NONE);

    static final YamlShape PLACES = YamlShape.of(
            Map.of(
                    "places",
                    YamlShape.some(YamlShape.of(
                            Map.of("code", YamlShape.ID, "name", YamlShape.TEXT, "level", YamlShape.ID),
                            Map.of(
                                    "en", YamlShape.TEXT,
                                    "parent", YamlShape.ID,
                                    "seat", YamlShape.TEXT,
                                    "urban-area", YamlShape.TEXT,
                                    "town-en", YamlShape.TEXT)))),
            Map.of(
                    "changes",
                    YamlShape.list(YamlShape.of(
                            Map.of(
                                    "code",
                                    YamlShape.ID,
                                    "name",
                                    YamlShape.TEXT,
                                    "now",
                                    YamlShape.ID,
                                    "year",
                                    YamlShape.YEAR),
                            Map.of("en", YamlShape.TEXT)))));

    private static final YamlShape WORKED_OUT = YamlShape.of(
            NONE,
            Map.of(
                    "ratio",
                    YamlShape.some(YamlShape.ID),
                    "difference",
                    YamlShape.some(YamlShape.ID),
                    "times",
                    YamlShape.NUMBER));

    private static final YamlShape INDICATOR = YamlShape.of(
            Map.of("id", YamlShape.ID),
            Map.ofEntries(
                    entry("label", YamlShape.TEXT),
                    entry("en", YamlShape.TEXT),
                    entry("of", YamlShape.some(YamlShape.ID)),
                    entry("type", YamlShape.ID),
                    entry("unit", YamlShape.ANY_TEXT),
                    entry("min", YamlShape.NUMBER),
                    entry("max", YamlShape.NUMBER),
                    entry("choices", YamlShape.named(YamlShape.of(NONE, NAMES))),
                    entry("sums", YamlShape.YES_NO),
                    entry("worked-out", WORKED_OUT),
                    entry("cumulative-since", YamlShape.YEAR),
                    entry("also-called", YamlShape.some(YamlShape.TEXT)),
                    entry("not", YamlShape.list(YamlShape.ID)),
                    entry("part-of", YamlShape.some(YamlShape.ID)),
                    entry("sum-of", YamlShape.some(YamlShape.ID)),
                    entry("never-falls", YamlShape.YES_NO),
                    entry("implies", YamlShape.some(YamlShape.ID)),
                    entry("higher-class", YamlShape.ID),
                    entry("help", YamlShape.TEXT),
                    entry("help-en", YamlShape.TEXT)));

    /** Of one of the files below {@code indicators/}. */
    static final YamlShape MORE_INDICATORS = YamlShape.of(Map.of("indicators", YamlShape.some(INDICATOR)), NONE);

    static final YamlShape INDICATORS = YamlShape.notEmpty(YamlShape.of(
            NONE,
            Map.of(
                    "indicators",
                    YamlShape.some(INDICATOR),
                    "kinds",
                    YamlShape.named(
                            YamlShape.of(Map.of("list", YamlShape.ID, "in", YamlShape.some(YamlShape.ID)), NAMES)),
                    "features",
                    YamlShape.named(YamlShape.of(NONE, NAMES)),
                    "sectors",
                    YamlShape.named(YamlShape.of(
                            NONE,
                            and(
                                    NAMES,
                                    Map.of(
                                            "industries", YamlShape.some(YamlShape.WORD),
                                            "words", YamlShape.some(YamlShape.TEXT))))),
                    "effects",
                    YamlShape.named(YamlShape.list(YamlShape.ID)))));

    private static final YamlShape BASELINE = YamlShape.of(
            Map.of(
                    "indicator", YamlShape.ID,
                    "place", YamlShape.ID,
                    "year", YamlShape.YEAR,
                    "value", YamlShape.NUMBER,
                    "clause", YamlShape.TEXT),
            NONE);

    private static final YamlShape ENTRY = YamlShape.of(
            Map.of("path", YamlShape.TEXT),
            Map.of(
                    "heading", YamlShape.ANY_TEXT,
                    "fingerprint", YamlShape.WORD,
                    "cover", YamlShape.ANY_TEXT,
                    "why", YamlShape.ANY_TEXT));

    private static final YamlShape SENTENCE = YamlShape.of(
            Map.of("path", YamlShape.TEXT, "anchor", YamlShape.TEXT),
            Map.of("cover", YamlShape.ANY_TEXT, "why", YamlShape.ANY_TEXT));

    private static final YamlShape RELATION = YamlShape.of(
            Map.of("one", YamlShape.few(YamlShape.TEXT), "other", YamlShape.few(YamlShape.TEXT)),
            Map.of("note", YamlShape.TEXT, "en", YamlShape.TEXT, "ruling", YamlShape.TEXT));

    private static final YamlShape UNDATED = YamlShape.of(
            Map.of("ruling", YamlShape.TEXT), Map.of("words", YamlShape.EXPRESSION, "due", YamlShape.YEAR));

    private static final YamlShape NUMBERING = YamlShape.of(
            NONE,
            Map.of(
                    "chapter", YamlShape.FIRST_NUMBER,
                    "section", YamlShape.FIRST_NUMBER,
                    "item", YamlShape.FIRST_NUMBER,
                    "box", YamlShape.FIRST_NUMBER));

    static final YamlShape PLAN = YamlShape.of(
            Map.of(
                    "prefix", YamlShape.TEXT,
                    "title", YamlShape.TEXT,
                    "place", YamlShape.ID,
                    "base-year", YamlShape.YEAR,
                    "horizon", YamlShape.YEAR),
            Map.ofEntries(
                    entry("title-en", YamlShape.TEXT),
                    entry("number", YamlShape.ANY_TEXT),
                    entry("issued", YamlShape.DAY),
                    entry("subordinate-to", YamlShape.ID),
                    entry("undated", YamlShape.few(UNDATED)),
                    entry("numbering", NUMBERING),
                    entry("baselines", YamlShape.list(BASELINE)),
                    entry("clauses", YamlShape.list(ENTRY)),
                    entry("sentences", YamlShape.list(SENTENCE)),
                    entry("relations", YamlShape.few(RELATION))));

    /** Of a chapter's {@code changes.yaml}. */
    static final YamlShape CHANGES = YamlShape.list(YamlShape.of(
            Map.of("version", YamlShape.WORD, "id", YamlShape.TEXT, "what", YamlShape.TEXT, "en", YamlShape.TEXT),
            Map.of(
                    "ruling", YamlShape.TEXT,
                    "repealed", YamlShape.YES_NO,
                    "added", YamlShape.YES_NO,
                    "now", YamlShape.list(YamlShape.TEXT))));

    private static final Map<String, YamlShape> OF_A_WORK =
            Map.of("id", YamlShape.TEXT, "name", YamlShape.TEXT, "en", YamlShape.TEXT, "sector", YamlShape.ID);

    private static final Map<String, YamlShape> WHERE_IT_STANDS = Map.of(
            "clause", YamlShape.TEXT,
            "anchor", YamlShape.TEXT,
            "places", YamlShape.some(YamlShape.ID),
            "asked-by", YamlShape.some(YamlShape.TEXT),
            "same", YamlShape.some(YamlShape.TEXT));

    /** Of a plan's {@code works.yaml}. */
    static final YamlShape WORKS = YamlShape.of(
            NONE,
            Map.of(
                    "works",
                    YamlShape.list(YamlShape.of(
                            OF_A_WORK,
                            and(
                                    WHERE_IT_STANDS,
                                    Map.of(
                                            "also",
                                            YamlShape.some(YamlShape.TEXT),
                                            "nature",
                                            YamlShape.ID,
                                            "standard",
                                            YamlShape.of(
                                                    NONE,
                                                    PlannedWork.STANDARDS.stream()
                                                            .collect(Collectors.toMap(
                                                                    key -> key, key -> YamlShape.WORD))),
                                            "quantity",
                                            YamlShape.of(
                                                    Map.of("value", YamlShape.NUMBER, "unit", YamlShape.TEXT), NONE),
                                            "counts",
                                            YamlShape.some(YamlShape.TEXT),
                                            "built",
                                            YamlShape.YES_NO,
                                            "part-of",
                                            YamlShape.TEXT)))),
                    "kinds",
                    YamlShape.list(YamlShape.of(
                            OF_A_WORK, and(WHERE_IT_STANDS, Map.of("words", YamlShape.some(YamlShape.TEXT)))))));

    private static Map<String, YamlShape> and(Map<String, YamlShape> some, Map<String, YamlShape> others) {
        return Stream.of(some, others)
                .flatMap(shapes -> shapes.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of {@code exceptions.yaml}. */
    static final YamlShape EXCEPTIONS = YamlShape.of(
            Map.of(
                    "exceptions",
                    YamlShape.list(YamlShape.of(
                            Map.of("check", YamlShape.ID, "ids", YamlShape.some(YamlShape.TEXT), "why", YamlShape.TEXT),
                            Map.of("ruling", YamlShape.TEXT)))),
            Map.of("words", YamlShape.named(YamlShape.EXPRESSION)));

    /** Of {@code bureaus.yaml}. */
    static final YamlShape BUREAUS = YamlShape.of(
            Map.of(
                    "bureaus",
                    YamlShape.named(YamlShape.of(Map.of("name", YamlShape.TEXT, "en", YamlShape.TEXT), NONE)),
                    "answers",
                    YamlShape.named(YamlShape.some(YamlShape.TEXT))),
            NONE);

    private static final YamlShape FIGURES = YamlShape.some(YamlShape.ID);
    private static final YamlShape BETWEEN = YamlShape.value(
            Message.of("rulebook.two-numbers"),
            node -> node.isArray() && node.size() == 2 && node.valueStream().allMatch(JsonNode::isNumber));
    private static final YamlShape PERCENT_OR_POINTS = YamlShape.value(
            Message.of("rulebook.percent-or-points"),
            node -> node.isString() && node.asString().matches("percent|points"));

    /** Of {@code checks.yaml}. */
    static final YamlShape CHECKS = YamlShape.of(
            NONE,
            Map.of(
                    "change",
                    YamlShape.list(YamlShape.of(
                            Map.of("of", FIGURES, "within", YamlShape.NUMBER, "in", PERCENT_OR_POINTS), NONE)),
                    "usual",
                    YamlShape.list(YamlShape.of(Map.of("of", FIGURES, "between", BETWEEN), NONE)),
                    "ratio",
                    YamlShape.list(YamlShape.of(
                            Map.of(
                                    "id",
                                    YamlShape.ID,
                                    "of",
                                    FIGURES,
                                    "between",
                                    BETWEEN,
                                    "text",
                                    YamlShape.TEXT,
                                    "en",
                                    YamlShape.TEXT),
                            NONE)),
                    "at-most",
                    YamlShape.list(YamlShape.of(Map.of("of", FIGURES), NONE))));

    private YamlShapes() {}
}
