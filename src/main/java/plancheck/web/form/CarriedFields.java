package plancheck.web.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Message;
import plancheck.workflow.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields that a page has no inputs for, such as the rows on a list's other pages, as one text that it carries along:
 * nothing need be stored for a page to show a part of a long list. Packed, five thousand rows take about as much as fifty
 * rows of inputs.
 */
final class CarriedFields {
    /** Of the parameters that carry them, followed by the list's key. */
    static final String PREFIX = "carried:";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, List<String>>> FIELDS = new TypeReference<>() {};

    /** Unpacked; a few bytes must not become gigabytes. */
    private static final int MOST_BYTES = 20_000_000;

    /** So many are packed for speed, fewer for size: they are part of each page. */
    private static final int MANY = 1000;

    private int left = MOST_BYTES;

    /** Letters, digits, {@code -} and {@code _} only, so that no encoding makes it longer; empty for no fields. */
    static String pack(Map<String, List<String>> fields) {
        if (fields.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(fields.size() > MANY ? Deflater.BEST_SPEED : Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
            stream.write(JSON.writeValueAsBytes(fields));
        } catch (IOException e) {
            throw new UncheckedIOException("packing in memory", e);
        } finally {
            deflater.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** All that the parameters of a request carry. */
    Map<String, List<String>> unpack(Map<String, String[]> parameters) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                for (String packed : values) {
                    unpack(packed, fields);
                }
            }
        });
        if (fields.values().stream().anyMatch(CarriedFields::hasNothing)) {
            throw damaged();
        }
        return fields;
    }

    /** Damage is said, not passed over: it would be rows that are lost unseen. */
    private void unpack(String packed, Map<String, List<String>> fields) {
        if (packed.isBlank()) {
            return;
        }
        try (InputStream stream = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed.strip())))) {
            byte[] bytes = stream.readNBytes(left + 1);
            if (bytes.length > left) {
                throw new Refusal(Refusal.Why.INVALID, Message.of("web.lists-too-long-for-form"));
            }
            left -= bytes.length;
            JSON.readerFor(FIELDS).withValueToUpdate(fields).readValue(bytes);
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw damaged();
        }
    }

    private static boolean hasNothing(@Nullable List<String> values) {
        return values == null || values.stream().anyMatch(Objects::isNull);
    }

    private static Refusal damaged() {
        return new Refusal(Refusal.Why.INVALID, Message.of("web.carried-rows-damaged"));
    }
}
