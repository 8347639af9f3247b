package plancheck.dossier;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of a dossier, from the very shapes the reader checks with. */
public final class JsonSchema {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonSchema() {}

    public static JsonNode of(RuleBook book) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "plancheck 申报材料（规则库 " + book.version() + "）");
        schema.setAll(schema(new DossierFormat(book).root()));
        return schema;
    }

    /** Every value may be null, which is the same as leaving it out. */
    private static ObjectNode schema(Shape shape) {
        ObjectNode schema = JSON.createObjectNode();
        if (shape instanceof Shape.Text text) {
            type(schema, "string", text.help());
            if (!text.pattern().isEmpty()) {
                schema.put("pattern", "^(?:" + text.pattern() + ")$");
            }
        } else if (shape instanceof Shape.Number number) {
            number(schema, number);
        } else if (shape instanceof Shape.YesNo yesNo) {
            schema.put("description", yesNo.help());
            ArrayNode answers = schema.putArray("enum").add(true).add(false);
            for (String word : new String[] {"yes", "no", "true", "false", "是", "否", "有", "无"}) {
                answers.add(word);
            }
            answers.addNull();
        } else if (shape instanceof Shape.Date date) {
            type(schema, "string", date.help());
            schema.put("format", "date");
        } else if (shape instanceof Shape.Choice choice) {
            choice(schema, choice);
        } else if (shape instanceof Shape.Many many) {
            type(schema, "array", many.help());
            schema.set("items", schema(many.element()));
        } else if (shape instanceof Shape.Fields fields) {
            fields(schema, fields);
        } else if (shape instanceof Shape.Entries entries) {
            type(schema, "object", entries.help());
            schema.putObject("patternProperties").set("^" + entries.keyPattern() + "$", schema(entries.value()));
            schema.put("additionalProperties", false);
        } else if (shape instanceof Shape.Either either) {
            schema.putArray("anyOf").add(schema(either.bare())).add(schema(either.braces()));
        }
        return schema;
    }

    private static void type(ObjectNode schema, String type, String help) {
        if (!help.isEmpty()) {
            schema.put("description", help);
        }
        schema.putArray("type").add(type).add("null");
    }

    private static void number(ObjectNode schema, Shape.Number number) {
        String unit = number.unit().isEmpty() ? "" : "（单位：" + number.unit() + "）";
        type(schema, "number", number.help() + unit);
        bound(schema, "minimum", number.min());
        bound(schema, "maximum", number.max());
    }

    private static void bound(ObjectNode schema, String key, @Nullable BigDecimal value) {
        if (value != null) {
            schema.put(key, value);
        }
    }

    private static void choice(ObjectNode schema, Shape.Choice choice) {
        schema.put("description", choice.help());
        ArrayNode choices = schema.putArray("enum");
        choice.choices().keySet().forEach(id -> {
            choices.add(id);
            if (id.matches("\\d+")) {
                choices.add(Integer.parseInt(id));
            }
        });
        choices.addNull();
    }

    private static void fields(ObjectNode schema, Shape.Fields shape) {
        type(schema, "object", shape.help());
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (Map.Entry<String, Shape.Field> entry : shape.fields().entrySet()) {
            properties.set(entry.getKey(), schema(entry.getValue().shape()));
            if (entry.getValue().required()) {
                required.add(entry.getKey());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
    }
}
