package plancheck.report.keeping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import plancheck.facts.Label;
import plancheck.facts.Term;
import plancheck.report.Missing;
import plancheck.report.Reason;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The values of a stored report that Jackson has no form for. Labels, terms and reasons are arrays, or numbers where
 * they were said before; a value that may be of any sort is a text, an answer or a list as such, anything else an object
 * of one member, which names its sort.
 */
final class StoredValues {
    private StoredValues() {}

    static void into(SimpleModule module) {
        module.addSerializer(Label.class, new LabelWriter());
        module.addDeserializer(Label.class, new LabelReader());
        module.addSerializer(Reason.class, new ReasonWriter());
        module.addDeserializer(Reason.class, new ReasonReader());
    }

    private static final class LabelWriter extends ValueSerializer<Label> {
        @Override
        public void serialize(Label label, JsonGenerator json, SerializationContext context) {
            writeLabel(label, json, StoredJson.words(context));
        }

        @Override
        public boolean isEmpty(SerializationContext context, Label label) {
            return label.zh().isEmpty() && label.en().isEmpty();
        }
    }

    private static final class LabelReader extends ValueDeserializer<Label> {
        @Override
        public Label deserialize(JsonParser json, DeserializationContext context) {
            return readLabel(json, StoredJson.words(context));
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Missing.NO_HINT;
        }
    }

    private static final class ReasonWriter extends ValueSerializer<Reason> {
        @Override
        public void serialize(Reason reason, JsonGenerator json, SerializationContext context) {
            StoredWords words = StoredJson.words(context);
            words.passReason();
            json.writeStartArray();
            json.writeString(reason.key().name());
            reason.arguments().forEach(value -> write(value, json, words));
            json.writeEndArray();
        }
    }

    private static final class ReasonReader extends ValueDeserializer<Reason> {
        @Override
        public Reason deserialize(JsonParser json, DeserializationContext context) {
            StoredWords words = StoredJson.words(context);
            if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return (Reason) words.again(json.getIntValue());
            }
            int number = words.begun();
            expect(JsonToken.START_ARRAY, json);
            Reason.Key key = Reason.Key.valueOf(nextText(json));
            return words.entered(number, new Reason(key, rest(json, () -> read(json, words))));
        }
    }

    /** For terms of any vocabulary: its name, the term's id and what it is called; the name is empty when not ours. */
    static final class TermWriter extends ValueSerializer<Term> {
        @Override
        public void serialize(Term term, JsonGenerator json, SerializationContext context) {
            writeTerm(term, json, StoredJson.words(context));
        }
    }

    static final class TermReader extends ValueDeserializer<Term> {
        @Override
        public Term deserialize(JsonParser json, DeserializationContext context) {
            return readTerm(json, StoredJson.words(context));
        }
    }

    /** For values of any sort. */
    static final class ValueWriter extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            write(value, json, StoredJson.words(context));
        }

        @Override
        public boolean isEmpty(SerializationContext context, Object value) {
            return false;
        }
    }

    static final class ValueReader extends ValueDeserializer<Object> {
        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return read(json, StoredJson.words(context));
        }
    }

    private static void write(Object value, JsonGenerator json, StoredWords words) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean answer) {
            json.writeBoolean(answer);
        } else if (value instanceof List<?> several) {
            json.writeStartArray();
            several.forEach(one -> write(one, json, words));
            json.writeEndArray();
        } else {
            json.writeStartObject();
            writeNamed(value, json, words);
            json.writeEndObject();
        }
    }

    private static void writeNamed(Object value, JsonGenerator json, StoredWords words) {
        if (value instanceof BigDecimal number) {
            json.writeName("number").writeNumber(number);
        } else if (value instanceof Integer count) {
            json.writeNumberProperty("count", count);
        } else if (value instanceof LocalDate date) {
            json.writeStringProperty("date", date.toString());
        } else if (value instanceof Reason.DossierLine line) {
            json.writeNumberProperty("line", line.number());
        } else if (value instanceof Label label) {
            json.writeName("label");
            writeLabel(label, json, words);
        } else if (value instanceof Term term) {
            json.writeName("term");
            writeTerm(term, json, words);
        } else {
            throw new IllegalArgumentException(value.getClass() + " in a finding");
        }
    }

    private static Object read(JsonParser json, StoredWords words) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case START_ARRAY -> rest(json, () -> read(json, words));
            default -> readNamed(json, words);
        };
    }

    private static Object readNamed(JsonParser json, StoredWords words) {
        expect(JsonToken.START_OBJECT, json);
        String sort = String.valueOf(json.nextName());
        json.nextToken();
        Object value = switch (sort) {
            case "number" -> json.getDecimalValue();
            case "count" -> json.getIntValue();
            case "date" -> LocalDate.parse(text(json));
            case "line" -> new Reason.DossierLine(json.getIntValue());
            case "label" -> readLabel(json, words);
            case "term" -> readTerm(json, words);
            default -> throw new StoredReportException("not known: " + sort);
        };
        json.nextToken();
        expect(JsonToken.END_OBJECT, json);
        return value;
    }

    private static void writeLabel(Label label, JsonGenerator json, StoredWords words) {
        if (!words.isWritten(label, json)) {
            json.writeStartArray();
            json.writeString(label.zh());
            json.writeString(label.en());
            json.writeEndArray();
        }
    }

    private static Label readLabel(JsonParser json, StoredWords words) {
        if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return (Label) words.again(json.getIntValue());
        }
        int number = words.begun();
        expect(JsonToken.START_ARRAY, json);
        Label label = new Label(nextText(json), nextText(json));
        end(json);
        return words.entered(number, label);
    }

    private static void writeTerm(Term given, JsonGenerator json, StoredWords words) {
        String vocabulary = Vocabularies.name(given);
        Term term = vocabulary.isEmpty() ? new StoredTerm(given.id(), given.inWords()) : given;
        if (!words.isWritten(term, json)) {
            json.writeStartArray();
            json.writeString(vocabulary);
            json.writeString(term.id());
            writeLabel(term.inWords(), json, words);
            json.writeEndArray();
        }
    }

    private static Term readTerm(JsonParser json, StoredWords words) {
        if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return (Term) words.again(json.getIntValue());
        }
        int number = words.begun();
        expect(JsonToken.START_ARRAY, json);
        String vocabulary = nextText(json);
        String id = nextText(json);
        json.nextToken();
        Label called = readLabel(json, words);
        end(json);
        return words.entered(number, Vocabularies.term(vocabulary, id, called));
    }

    private static List<Object> rest(JsonParser json, Supplier<Object> element) {
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.get());
        }
        return Collections.unmodifiableList(elements);
    }

    private static String nextText(JsonParser json) {
        json.nextToken();
        return text(json);
    }

    private static String text(JsonParser json) {
        expect(JsonToken.VALUE_STRING, json);
        return json.getString();
    }

    private static void end(JsonParser json) {
        json.nextToken();
        expect(JsonToken.END_ARRAY, json);
    }

    private static void expect(JsonToken token, JsonParser json) {
        if (!json.hasToken(token)) {
            throw new StoredReportException(token + " expected, not " + json.currentToken());
        }
    }
}
