package plancheck.report.keeping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Relation;
import plancheck.report.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * The parts of a stored finding that Jackson writes, where they are written at all: a rule or a relation of the lexicon
 * is its number, and a part that says nothing is left out.
 */
final class StoredParts {
    private static final Map<Class<?>, Object> NOTHING = Map.of(
            Finding.Measurement.class, Finding.Measurement.NOTHING,
            Finding.Target.class, Finding.Target.NONE,
            Finding.Remainder.class, Finding.Remainder.NOTHING);

    private StoredParts() {}

    static void into(SimpleModule module) {
        module.setSerializerModifier(new Writers());
        module.setDeserializerModifier(new Readers());
    }

    private static boolean hasNumber(Class<?> type) {
        return type == Finding.Rule.class || type == Relation.class;
    }

    private static final class Writers extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("unchecked")
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> usual) {
            Class<?> part = type.getBeanClass();
            return hasNumber(part) || NOTHING.containsKey(part)
                    ? new Writer(hasNumber(part), NOTHING.get(part), (ValueSerializer<Object>) usual)
                    : usual;
        }
    }

    private static final class Readers extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> usual) {
            Class<?> part = type.getBeanClass();
            return hasNumber(part) || NOTHING.containsKey(part) ? new Reader(hasNumber(part), usual) : usual;
        }
    }

    private static final class Writer extends ValueSerializer<Object> {
        private final boolean hasNumber;
        private final @Nullable Object nothing;
        private final ValueSerializer<Object> usual;

        Writer(boolean hasNumber, @Nullable Object nothing, ValueSerializer<Object> usual) {
            this.hasNumber = hasNumber;
            this.nothing = nothing;
            this.usual = usual;
        }

        @Override
        public void resolve(SerializationContext context) {
            usual.resolve(context);
        }

        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property) {
            return new Writer(hasNumber, nothing, context.handleSecondaryContextualization(usual, property));
        }

        @Override
        public boolean isEmpty(SerializationContext context, Object part) {
            return part.equals(nothing);
        }

        @Override
        public void serialize(Object part, JsonGenerator json, SerializationContext context) {
            if (!hasNumber || !StoredJson.words(context).isInLexicon(part, json)) {
                usual.serialize(part, json, context);
            }
        }
    }

    private static final class Reader extends DelegatingDeserializer {
        private final boolean hasNumber;

        Reader(boolean hasNumber, ValueDeserializer<?> usual) {
            super(usual);
            this.hasNumber = hasNumber;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> other) {
            return new Reader(hasNumber, other);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            if (!hasNumber) {
                return super.deserialize(json, context);
            }
            StoredWords words = StoredJson.words(context);
            if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return handledType().cast(words.again(json.getIntValue()));
            }
            Integer number = words.begunInFull();
            return words.entered(number, super.deserialize(json, context));
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return NOTHING.get(handledType());
        }
    }
}
