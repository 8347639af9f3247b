package plancheck.api.frame;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Days;
import plancheck.facts.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dossier with JSON around it: {@code {"dossier": …, "id": …, "as-of": …, "set": {…}}}, or a dossier by itself.
 *
 * @param dossier to the byte as it stands in the JSON; the text's when it is given as a text, so that YAML fits in
 * @param id null when none is given
 * @param asOf the day it is to be judged at, null when the envelope gives none
 * @param set empty when nothing is
 */
public record Envelope(
        byte[] dossier, @Nullable String id, @Nullable LocalDate asOf, Map<String, String> set) {
    public static final String ID = "id";
    public static final String AS_OF = "as-of";
    public static final String SET = "set";
    private static final String DOSSIER = "dossier";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param around what may stand beside the dossier; anything else is refused, as it would be passed over
     * @throws ApiProblem 400 when it is no JSON object, or one that cannot be such an envelope; the message says why
     */
    public static Envelope of(byte[] sent, String... around) {
        byte[] json = SourceText.utf8(sent);
        Fields fields = fields(json);
        byte[] dossier = fields.dossier;
        if (dossier == null) {
            if (List.of(around).contains(SET)) {
                throw ApiProblem.bad(Message.of("api.envelope-without-dossier"));
            }
            return new Envelope(json, fields.text(ID), null, Map.of());
        }
        for (String name : fields.names) {
            if (!name.equals(DOSSIER) && !List.of(around).contains(name)) {
                throw ApiProblem.bad(Message.of("api.unknown-envelope-field", name, List.of(around)));
            }
            if (fields.names.indexOf(name) != fields.names.lastIndexOf(name)) {
                throw ApiProblem.bad(Message.of("api.envelope-field-twice", name));
            }
        }
        return new Envelope(dossier, fields.text(ID), day(fields), fields.set);
    }

    private static Fields fields(byte[] json) {
        Fields fields = new Fields();
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                fields.read(parser, json);
            }
            expect(parser.nextToken() == null);
        } catch (JacksonException e) {
            throw unreadable();
        }
        return fields;
    }

    /** What stands in the outermost braces. */
    private static final class Fields {
        private final List<String> names = new ArrayList<>();
        private final Map<String, @Nullable String> texts = new LinkedHashMap<>();
        private byte @Nullable [] dossier;
        private Map<String, String> set = Map.of();

        private void read(JsonParser parser, byte[] json) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            names.add(name);
            if (name.equals(DOSSIER)) {
                dossier = Envelope.dossier(parser, value, json);
            } else if (name.equals(SET) && value == JsonToken.START_OBJECT) {
                set = Envelope.set(parser);
            } else if (value.isScalarValue()) {
                texts.put(name, value == JsonToken.VALUE_NULL ? null : parser.getString());
            } else {
                parser.skipChildren();
            }
        }

        private @Nullable String text(String name) {
            if (dossier != null && names.contains(name) && !texts.containsKey(name)) {
                throw ApiProblem.bad(Message.of("api.no-text", name));
            }
            return texts.get(name);
        }
    }

    private static @Nullable LocalDate day(Fields fields) {
        String written = fields.text(AS_OF);
        return written == null
                ? null
                : Days.of(written)
                        .orElseThrow(() -> ApiProblem.bad(Message.of("api.as-of-malformed", written, Days.advice())));
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
                throw ApiProblem.bad(Message.of("api.supposed-no-value", name));
            }
            if (set.put(name, parser.getString()) != null) {
                throw ApiProblem.bad(Message.of("api.supposed-twice", name));
            }
        }
        return set;
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw unreadable();
        }
    }

    private static ApiProblem unreadable() {
        return ApiProblem.bad(Message.of("api.no-envelope"));
    }
}
