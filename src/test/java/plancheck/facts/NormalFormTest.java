package plancheck.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which spellings are one name. */
class NormalFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲村A1",
                " 甲村A1 ",
                "甲村A1\u00A0",
                "甲\u3000村A1",
                "甲村\u200BA1",
                "\uFEFF甲村A1",
                "甲村Ａ１",
                "甲\u2060村A\u00AD1",
                "甲村 A1",
                "甲\t村A1\r\n",
                "甲村\u200E\u202AA1\u202C",
                "甲\uFE00村A1",
                "甲\uDB40\uDD00村A1",
                "甲村\u3164A1"
            })
    void however_it_is_typed_it_is_one_village(String written) {
        assertEquals("甲村A1", NormalForm.of(written));
    }

    @Test
    void letters_with_their_marks_apart_are_the_letters_with_their_marks_on() {
        assertEquals(NormalForm.of("Caf\u00E9"), NormalForm.of("Cafe\u0301"));
        assertEquals(NormalForm.of("Caf\u00E9"), NormalForm.of("Cafe\u200D\u0301"));
        assertEquals(NormalForm.of("神村"), NormalForm.of("\uFA19村"));
    }

    @Test
    void what_somebody_could_tell_apart_is_apart() {
        assertNotEquals(NormalForm.of("甲村1 1"), NormalForm.of("甲村11"));
        assertNotEquals(NormalForm.of("A村"), NormalForm.of("a村"));
        assertNotEquals(NormalForm.of("甲村"), NormalForm.of("甲庄"));
        assertEquals("Old Mill 2", NormalForm.of("  Old  Mill\u00A02 "));
    }

    @Test
    void the_form_of_a_form_is_itself() {
        for (int c = 0; c < 0x30000; c++) {
            if (c < 0xD800 || c > 0xDFFF) {
                String form = NormalForm.of("甲" + Character.toString(c) + "B");
                assertEquals(
                        form,
                        NormalForm.of(form),
                        () -> "U+" + form.codePoints().boxed().toList());
            }
        }
    }

    @Test
    void wide_letters_and_signs_are_the_narrow_ones_as_unicode_has_it() {
        for (char c = 0xFF01; c <= 0xFF5E; c++) {
            String name = "甲" + c + "B" + c;
            assertEquals(Normalizer.normalize(name, Normalizer.Form.NFKC), NormalForm.of(name));
        }
    }

    @Test
    void a_name_of_which_nothing_is_seen_is_none() {
        assertTrue(NormalForm.isBlank("\u200B\u00A0\u3000\uFEFF"));
        assertFalse(NormalForm.isBlank("甲"));
    }
}
