package plancheck.report.keeping;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.report.writing.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as the archive keeps it: its key and what is filled in, to be said in whichever language it is read. */
public final class KeptMessage {
    private KeptMessage() {}

    /** JSON: an object as {@link #of} has it, a text for words that are the same in both languages. */
    public static String write(Phrase phrase) {
        return phrase.zh().equals(phrase.en()) && phrase instanceof Label
                ? Json.MAPPER.writeValueAsString(phrase.zh())
                : of(phrase).toString();
    }

    /** @param json as {@link #write} has written it */
    public static Phrase read(String json) {
        return read(Json.MAPPER.readTree(json));
    }

    /** A JSON object: {@code key} and {@code arguments} of a message, {@code zh} and {@code en} of a name. */
    public static JsonNode of(Phrase phrase) {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        if (phrase instanceof Message message) {
            return kept.put("key", message.key()).set("arguments", list(message.arguments()));
        }
        return kept.put("zh", phrase.zh()).put("en", phrase.en());
    }

    /** What was kept; a bare text is the same in both languages. */
    public static Phrase read(JsonNode kept) {
        if (kept.has("key")) {
            return new Message(kept.get("key").asString(), arguments(kept.get("arguments")));
        }
        return kept.isObject()
                ? new Label(kept.get("zh").asString(), kept.get("en").asString())
                : Label.of(kept.asString());
    }

    private static ArrayNode list(List<?> arguments) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        arguments.forEach(argument -> list.add(value(argument)));
        return list;
    }

    private static JsonNode value(Object argument) {
        if (argument instanceof Phrase phrase) {
            return of(phrase);
        }
        return argument instanceof List<?> several ? list(several) : Json.MAPPER.valueToTree(argument);
    }

    private static List<Object> arguments(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(KeptMessage::argument)
                .toList();
    }

    private static Object argument(JsonNode kept) {
        if (kept.isArray()) {
            return arguments(kept);
        }
        if (kept.isNumber()) {
            return kept.isIntegralNumber() ? kept.asLong() : new BigDecimal(kept.asString());
        }
        return kept.isObject() ? read(kept) : kept.asString();
    }
}
