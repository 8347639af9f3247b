package plancheck.dossier.writing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.reading.DossierFormat;
import plancheck.dossier.reading.Scalars;
import plancheck.dossier.reading.Shape;
import plancheck.facts.Days;
import plancheck.facts.Label;
import plancheck.facts.Unit;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of a dossier, from the very shapes the reader checks with. */
public final class JsonSchema {
    private static final JsonMapper JSON = new JsonMapper();

    /** The name of what is there and not empty. */
    private static final String GIVEN = "given";

    private final Function<Label, String> language;

    private JsonSchema(Function<Label, String> language) {
        this.language = language;
    }

    /** With descriptions in Chinese. */
    public static JsonNode of(RuleBook book) {
        return of(book, Label::zh);
    }

    /** @param language of the descriptions; what a dossier may hold is the same in both */
    public static JsonNode of(RuleBook book, Function<Label, String> language) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "title",
                language.apply(Label.filled(
                        "plancheck 申报材料（规则库 %s）", "Dossier for plancheck (rule book %s)", book.version())));
        ObjectNode given = schema.putObject("$defs").putObject(GIVEN);
        given.putObject("not").putArray("enum").addNull().add("");
        schema.setAll(new JsonSchema(language).schema(new DossierFormat(book).root(), false));
        ArrayNode kinds = schema.putArray("allOf");
        kind(kinds, "project").set("then", given("project"));
        kind(kinds, "self-assessment").putObject("then").set("not", given("project"));
        return schema;
    }

    private static ObjectNode kind(ArrayNode kinds, String kind) {
        ObjectNode rule = kinds.addObject();
        ObjectNode condition = rule.putObject("if");
        condition.putArray("required").add("kind");
        condition.putObject("properties").putObject("kind").put("const", kind);
        return rule;
    }

    /** All of the keys are there and not empty. */
    private static ObjectNode given(String... keys) {
        ObjectNode given = JSON.createObjectNode();
        ArrayNode required = given.putArray("required");
        ObjectNode properties = given.putObject("properties");
        for (String key : keys) {
            required.add(key);
            properties.putObject(key).put("$ref", "#/$defs/" + GIVEN);
        }
        return given;
    }

    /** @param nullable null and an empty text are the same as leaving it out, so whatever is not required may be either */
    private ObjectNode schema(Shape shape, boolean nullable) {
        ObjectNode schema = JSON.createObjectNode();
        if (shape instanceof Shape.Text text) {
            type(schema, nullable, text.help(), "string", "number");
            if (!nullable) {
                schema.put("minLength", 1);
            }
            if (!text.isAny()) {
                schema.put("pattern", "^(?:" + text.pattern() + ")$");
            }
        } else if (shape instanceof Shape.Number number) {
            number(schema, number, nullable);
        } else if (shape instanceof Shape.Year year) {
            type(schema, nullable, year.help(), "integer");
            schema.put("minimum", Days.FIRST_YEAR).put("maximum", Days.LAST_YEAR);
        } else if (shape instanceof Shape.YesNo yesNo) {
            schema.put("description", language.apply(yesNo.help()));
            ArrayNode answers = schema.putArray("enum").add(true).add(false);
            for (String word : new String[] {"yes", "no", "true", "false", "是", "否", "有", "无"}) {
                answers.add(word);
            }
            yesNo.others().keySet().forEach(answers::add);
            addNull(answers, nullable);
        } else if (shape instanceof Shape.Date date) {
            type(schema, nullable, date.help(), "string");
            schema.put("pattern", "^" + Days.DAY + (nullable ? "?$" : "$"));
            if (!nullable) {
                schema.put("format", "date"); // which the empty text has not
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice(schema, choice, nullable);
        } else if (shape instanceof Shape.Many many) {
            type(schema, nullable, many.help(), "array");
            schema.set("items", schema(many.element(), true));
        } else if (shape instanceof Shape.Fields fields) {
            fields(schema, fields, nullable);
        } else if (shape instanceof Shape.Entries entries) {
            type(schema, nullable, entries.help(), "object");
            schema.putObject("patternProperties").set("^" + entries.keyPattern() + "$", schema(entries.value(), true));
            schema.put("additionalProperties", false);
        } else if (shape instanceof Shape.Either either) {
            schema.putArray("anyOf").add(schema(either.bare(), nullable)).add(schema(either.braces(), nullable));
        }
        return schema;
    }

    private void type(ObjectNode schema, boolean nullable, Label help, String... types) {
        if (!help.zh().isEmpty()) {
            schema.put("description", language.apply(help));
        }
        ArrayNode either = schema.putArray("type");
        for (String type : types) {
            either.add(type);
        }
        if (nullable) {
            either.add("null");
            if (!List.of(types).contains("string")) {
                either.add("string");
                schema.put("maxLength", 0);
            }
        }
    }

    private static void addNull(ArrayNode values, boolean nullable) {
        if (nullable) {
            values.addNull().add("");
        }
    }

    private void number(ObjectNode schema, Shape.Number number, boolean nullable) {
        Label help = number.help();
        Label unit = Unit.of(number.unit()).map(Unit::inWords).orElse(Label.of(""));
        type(
                schema,
                nullable,
                new Label(
                        help.zh() + (unit.zh().isEmpty() ? "" : "（单位：" + unit.zh() + "）"),
                        help.en() + (unit.en().isEmpty() ? "" : " (in " + unit.en() + ")")),
                number.unit().equals("%") ? new String[] {"number", "string"} : new String[] {"number"});
        if (number.unit().equals("%")) {
            schema.put("pattern", "^(?:" + Scalars.INSISTED + (nullable ? ")?$" : ")$"));
            schema.putObject("not")
                    .put("type", "number")
                    .put("exclusiveMinimum", 0)
                    .put("maximum", 1);
        }
        bound(
                schema,
                number.min() == null ? "exclusiveMinimum" : "minimum",
                number.min() == null ? Scalars.LIMIT.negate() : number.min());
        bound(
                schema,
                number.max() == null ? "exclusiveMaximum" : "maximum",
                number.max() == null ? Scalars.LIMIT : number.max());
        boolean whole = Unit.of(number.unit()).filter(Unit::isWhole).isPresent();
        bound(schema, "multipleOf", whole ? BigDecimal.ONE : null);
    }

    private static void bound(ObjectNode schema, String key, @Nullable BigDecimal value) {
        if (value != null) {
            schema.put(key, value);
        }
    }

    private void choice(ObjectNode schema, Shape.Choice choice, boolean nullable) {
        schema.put("description", language.apply(choice.help()));
        ArrayNode choices = schema.putArray("enum");
        choice.written().forEach(id -> {
            choices.add(id);
            if (id.matches("\\d+")) {
                choices.add(Integer.parseInt(id));
            }
        });
        addNull(choices, nullable);
    }

    private void fields(ObjectNode schema, Shape.Fields shape, boolean nullable) {
        type(schema, nullable, shape.help(), "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (Map.Entry<String, Shape.Field> entry : shape.fields().entrySet()) {
            properties.set(
                    entry.getKey(),
                    schema(entry.getValue().shape(), !entry.getValue().required()));
            if (entry.getValue().required()) {
                required.add(entry.getKey());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        needs(schema, shape);
        exclusive(schema, shape);
    }

    /** What is given needs what goes with it. */
    private void needs(ObjectNode schema, Shape.Fields shape) {
        shape.needs().forEach((key, needed) -> {
            if (shape.fields().containsKey(key)) {
                ObjectNode rule = schema.withArray("allOf").addObject();
                rule.set("if", given(key));
                rule.set("then", given(needed.toArray(String[]::new)));
            }
        });
    }

    /** No two of the keys: of each pair, not both. */
    private void exclusive(ObjectNode schema, Shape.Fields shape) {
        List<String> keys =
                shape.exclusive().stream().filter(shape.fields()::containsKey).toList();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                schema.withArray("allOf").addObject().set("not", given(keys.get(i), keys.get(j)));
            }
        }
    }
}
