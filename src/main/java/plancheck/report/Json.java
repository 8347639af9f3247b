package plancheck.report;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Term;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

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
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    /** The same in UTF-8. */
    public static byte[] bytes(JsonNode node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        MAPPER.writeValue(bytes, node);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** Numbers as numbers, answers as booleans, terms by their id, dates as ISO texts, null as null. */
    public static JsonNode value(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        }
        if (value instanceof BigDecimal number) {
            BigDecimal shown = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
            BigDecimal plain = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
            return nodes.numberNode(plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain);
        }
        if (value instanceof Boolean answer) {
            return nodes.booleanNode(answer);
        }
        return nodes.stringNode(value instanceof Term term ? term.id() : value.toString());
    }
}
