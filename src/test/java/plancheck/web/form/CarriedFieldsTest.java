package plancheck.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import plancheck.workflow.Refusal;

class CarriedFieldsTest {
    private static Map<String, List<String>> unpacked(String packed) {
        return new CarriedFields().unpack(Map.of("carried:villages", new String[] {packed}));
    }

    @Test
    void what_is_packed_comes_out_as_it_was() {
        Map<String, List<String>> fields = Map.of(
                "/villages/70/name", List.of("张家湾\n\"\\村𠀀"),
                "/villages/70/evidence", List.of("一", "二"));
        assertEquals(fields, unpacked(CarriedFields.pack(fields)));
        assertEquals("", CarriedFields.pack(Map.of()));
        assertEquals(Map.of(), unpacked(""));
    }

    @Test
    void five_thousand_rows_fit_easily_into_a_form() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int row = 0; row < 5_000; row++) {
            fields.put("/villages/" + row + "/name", List.of("张家湾村第" + row + "组"));
            fields.put("/villages/" + row + "/households", List.of(String.valueOf(20 + row % 60)));
            fields.put("/villages/" + row + "/hardened-road", List.of("yes"));
        }
        String packed = CarriedFields.pack(fields);
        assertTrue(packed.length() < 200_000, packed.length() + " characters");
        assertTrue(packed.matches("[A-Za-z0-9_-]+"), "no encoding makes it longer");
    }

    @Test
    void damage_is_said_and_not_passed_over() {
        String packed = CarriedFields.pack(Map.of("/villages/70/name", List.of("甲村")));
        for (String damaged :
                new String[] {packed.substring(0, packed.length() - 8), "?", "AAAA", packed.replace('e', 'f')}) {
            assertThrows(Refusal.class, () -> unpacked(damaged), damaged);
        }
        assertThrows(Refusal.class, () -> unpacked(raw("{\"/a\":null}")), "null");
        assertThrows(Refusal.class, () -> unpacked(raw("{\"/a\":[null]}")), "null in a list");
    }

    @Test
    void a_few_bytes_do_not_become_many() {
        String bomb = raw("{\"/a\":[\"" + "0".repeat(30_000_000) + "\"]}");
        assertTrue(bomb.length() < 300_000, "few");
        assertThrows(Refusal.class, () -> unpacked(bomb));
    }

    private static String raw(String json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed)) {
            stream.write(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
