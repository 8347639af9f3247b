package plancheck.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.SourceText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dossier in JSON around it: {@code {"dossier": …, "id": …, "set": {…}}}, or a dossier by itself.
 *
 * @param dossier to the byte as it stands in the JSON; the text's when it is given as a text, so that YAML fits in
 * @param id null when none is given
 * @param set empty when nothing is
 */
record Envelope(byte[] dossier, @Nullable String id, Map<String, String> set) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws ApiProblem 400 when it is no JSON object, or one that cannot be such an envelope; the message says why */
    static Envelope of(byte[] sent) {
        byte[] json = SourceText.utf8(sent);
        byte[] dossier = null;
        String id = null;
        Map<String, String> set = Map.of();
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("dossier")) {
                    expect(dossier == null);
                    dossier = dossier(parser, value, json);
                } else if (name.equals("id") && value.isScalarValue()) {
                    id = value == JsonToken.VALUE_NULL ? null : parser.getString();
                } else if (name.equals("set") && value == JsonToken.START_OBJECT) {
                    set = set(parser);
                } else {
                    parser.skipChildren();
                }
            }
            expect(parser.nextToken() == null);
        } catch (JacksonException e) {
            throw unreadable();
        }
        if (dossier == null && !set.isEmpty()) {
            throw ApiProblem.bad("请在 dossier 中给出材料", "dossier is to be the dossier");
        }
        return new Envelope(dossier == null ? json : dossier, id, set);
    }

    private static byte[] dossier(JsonParser parser, JsonToken value, byte[] json) {
        if (value == JsonToken.VALUE_STRING) {
            return parser.getString().getBytes(StandardCharsets.UTF_8);
        }
        expect(value == JsonToken.START_OBJECT);
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(json, start, (int) parser.currentLocation().getByteOffset());
    }

    private static Map<String, String> set(JsonParser parser) {
        Map<String, String> set = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
                throw ApiProblem.bad(
                        "set 中的“" + name + "”须是一个数、一段文字、true 或 false",
                        "“" + name + "” in set is to be a number, a text, true or false");
            }
            set.put(name, parser.getString());
        }
        return set;
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw unreadable();
        }
    }

    private static ApiProblem unreadable() {
        return ApiProblem.bad(
                "不是所要求的 JSON 对象，应为一份材料，或 {\"dossier\": …} 的样子",
                "Not the JSON object that is asked for: a dossier, or like {\"dossier\": …}");
    }
}
