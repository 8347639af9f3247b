package plancheck.report.writing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Term;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How values are written in every JSON that plancheck makes. */
public final class Json {
    /** Decimals kept of a worked-out figure. */
    private static final int DECIMALS = 6;

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            // The same line feeds on every system.
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** The text with a final line feed. */
    public static String write(JsonNode node) {
        return write(json -> json.writeTree(node));
    }

    /** What the content writes, with a final line feed. */
    public static String write(Consumer<JsonGenerator> content) {
        return new String(bytes(content), StandardCharsets.UTF_8);
    }

    /** The same in UTF-8. */
    public static byte[] bytes(Consumer<JsonGenerator> content) {
        // In pieces: a report has a megabyte, and doubling one array would make three of it.
        try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
            try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
                content.accept(json);
            }
            bytes.append('\n');
            return bytes.toByteArray();
        }
    }

    /** Numbers as numbers, answers as booleans, terms by their id, dates as ISO texts, null as null. */
    public static void property(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(shown(number));
        } else if (value instanceof Boolean answer) {
            json.writeBoolean(answer);
        } else {
            json.writeString(value instanceof Term term ? term.id() : value.toString());
        }
    }

    /** A figure as given; one worked out to six decimals. */
    static BigDecimal shown(BigDecimal number) {
        return Rounding.shown(number, DECIMALS);
    }
}
