package plancheck.rulebook.reading;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import plancheck.rulebook.Ruling;

/** The shapes of the five YAML files of a rule book, as {@code src/docs/notation.md} describes them. */
final class Shapes {
    private static final Map<String, Shape> NONE = Map.of();
    private static final Map<String, Shape> NAMES = Map.of("label", Shape.TEXT, "en", Shape.TEXT);

    static final Shape RULE_BOOK =
            Shape.of(Map.of("version", Shape.WORD), Map.of("title", Shape.TEXT, "phrases", Shape.list(Shape.TEXT)));

    private static final Shape PARAMETERS = Shape.of(
            NONE,
            Arrays.stream(Ruling.Parameter.values())
                    .collect(Collectors.toMap(Ruling.Parameter::id, parameter -> Shape.NUMBER)));

    static final Shape RULINGS = Shape.of(
            Map.of(
                    "rulings",
                    Shape.named(Shape.of(
                            NONE,
                            Map.of(
                                    "words", Shape.EXPRESSION,
                                    "anchor-words", Shape.EXPRESSION,
                                    "text", Shape.TEXT,
                                    "en", Shape.TEXT,
                                    "needed-when", Shape.list(Shape.TEXT),
                                    "allowed-when", Shape.list(Shape.TEXT),
                                    "reason", Shape.YES_OR_EXPRESSION,
                                    "settles", Shape.list(Shape.ID),
                                    "parameters", PARAMETERS)))),
            NONE);

    static final Shape PLACES = Shape.of(
            Map.of(
                    "places",
                    Shape.some(Shape.of(
                            Map.of("code", Shape.ID, "name", Shape.TEXT, "level", Shape.ID),
                            Map.of(
                                    "en", Shape.TEXT,
                                    "parent", Shape.ID,
                                    "seat", Shape.TEXT,
                                    "urban-area", Shape.TEXT,
                                    "town-en", Shape.TEXT)))),
            Map.of(
                    "changes",
                    Shape.list(Shape.of(
                            Map.of("code", Shape.ID, "name", Shape.TEXT, "now", Shape.ID, "year", Shape.YEAR),
                            Map.of("en", Shape.TEXT)))));

    private static final Shape WORKED_OUT = Shape.of(
            NONE, Map.of("ratio", Shape.some(Shape.ID), "difference", Shape.some(Shape.ID), "times", Shape.NUMBER));

    private static final Shape INDICATOR = Shape.of(
            Map.of("id", Shape.ID),
            Map.ofEntries(
                    entry("label", Shape.TEXT),
                    entry("en", Shape.TEXT),
                    entry("of", Shape.some(Shape.ID)),
                    entry("type", Shape.ID),
                    entry("unit", Shape.ANY_TEXT),
                    entry("min", Shape.NUMBER),
                    entry("max", Shape.NUMBER),
                    entry("choices", Shape.named(Shape.of(NONE, NAMES))),
                    entry("sums", Shape.YES_NO),
                    entry("worked-out", WORKED_OUT),
                    entry("cumulative-since", Shape.YEAR),
                    entry("not", Shape.list(Shape.ID)),
                    entry("help", Shape.TEXT),
                    entry("help-en", Shape.TEXT)));

    static final Shape INDICATORS = Shape.of(
            Map.of("indicators", Shape.some(INDICATOR)),
            Map.of(
                    "kinds",
                    Shape.named(Shape.of(Map.of("list", Shape.ID, "in", Shape.some(Shape.ID)), NAMES)),
                    "sectors",
                    Shape.named(Shape.of(NONE, NAMES)),
                    "effects",
                    Shape.named(Shape.list(Shape.ID))));

    private static final Shape BASELINE = Shape.of(
            Map.of(
                    "indicator", Shape.ID,
                    "place", Shape.ID,
                    "year", Shape.YEAR,
                    "value", Shape.NUMBER,
                    "clause", Shape.TEXT),
            NONE);

    private static final Shape ENTRY = Shape.of(
            Map.of("path", Shape.TEXT),
            Map.of(
                    "heading", Shape.ANY_TEXT,
                    "fingerprint", Shape.WORD,
                    "cover", Shape.ANY_TEXT,
                    "why", Shape.ANY_TEXT));

    private static final Shape SENTENCE = Shape.of(
            Map.of("path", Shape.TEXT, "anchor", Shape.TEXT), Map.of("cover", Shape.ANY_TEXT, "why", Shape.ANY_TEXT));

    private static final Shape RELATION = Shape.of(
            Map.of("one", Shape.few(Shape.TEXT), "other", Shape.few(Shape.TEXT)),
            Map.of("note", Shape.TEXT, "en", Shape.TEXT, "ruling", Shape.TEXT));

    private static final Shape UNDATED =
            Shape.of(Map.of("ruling", Shape.TEXT), Map.of("words", Shape.EXPRESSION, "due", Shape.YEAR));

    private static final Shape NUMBERING = Shape.of(
            NONE,
            Map.of(
                    "chapter", Shape.FIRST_NUMBER,
                    "section", Shape.FIRST_NUMBER,
                    "item", Shape.FIRST_NUMBER,
                    "box", Shape.FIRST_NUMBER));

    static final Shape PLAN = Shape.of(
            Map.of(
                    "prefix", Shape.TEXT,
                    "title", Shape.TEXT,
                    "place", Shape.ID,
                    "base-year", Shape.YEAR,
                    "horizon", Shape.YEAR),
            Map.ofEntries(
                    entry("title-en", Shape.TEXT),
                    entry("number", Shape.ANY_TEXT),
                    entry("issued", Shape.DAY),
                    entry("subordinate-to", Shape.ID),
                    entry("undated", Shape.few(UNDATED)),
                    entry("numbering", NUMBERING),
                    entry("baselines", Shape.list(BASELINE)),
                    entry("clauses", Shape.list(ENTRY)),
                    entry("sentences", Shape.list(SENTENCE)),
                    entry("relations", Shape.few(RELATION))));

    private Shapes() {}
}
