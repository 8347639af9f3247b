package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.form.DossierForm;
import plancheck.facts.Item;

/** One thing that is there twice, and entries that are none, whichever way the dossier comes. */
class SameNameTest {
    private static final String AGAIN = "与第8行重复。同名的请加以区别，重复的请删去";

    @ParameterizedTest
    @ValueSource(
            strings = {"甲村 ", " 甲村", "甲村\\u00a0", "甲\\u3000村", "甲村\\u200b", "\\ufeff甲村", "甲\\u00ad村", "\\u7532\\ufe00村"
            })
    void a_village_spelt_another_way_is_the_same_village(String again) {
        List<String> yaml = Given.problems(
                Given.HEAD + "villages:\n  - { name: 甲村, households: 42 }\n  - { name: \"" + again + "\" }\n");
        assertEquals(1, yaml.size(), yaml::toString);
        assertTrue(yaml.get(0).endsWith(AGAIN), yaml::toString);
        assertEquals(1, Given.problems(json("甲村", again)).size());
        assertEquals(1, form("甲村", unescaped(again)).size());
    }

    @Test
    void so_are_full_width_letters_and_marks_apart_from_their_letters_in_any_list() {
        for (String list : List.of("villages", "compounds", "markets", "townships")) {
            for (String[] pair : new String[][] {{"Ａ区", "A区"}, {"Caf\u00e9", "Cafe\u0301"}, {"１号", "1号"}}) {
                List<String> problems = Given.problems(
                        Given.HEAD + list + ":\n  - { name: " + pair[0] + " }\n  - { name: " + pair[1] + " }\n");
                assertEquals(1, problems.size(), problems::toString);
                assertTrue(problems.get(0).endsWith(AGAIN), problems::toString);
            }
        }
    }

    @Test
    void a_name_is_shown_as_it_was_written() {
        Dossier dossier =
                Given.read(Given.HEAD + "villages: [{ name: 'Ａ　村' }]\n").orThrow();
        assertEquals(List.of("Ａ　村"), dossier.items().stream().map(Item::getName).toList());
    }

    @Test
    void what_is_supposed_of_a_village_is_supposed_however_its_name_is_typed() {
        byte[] dossier =
                (Given.HEAD + "villages: [{ name: '甲村 ', hardened-road: no }]\n").getBytes(StandardCharsets.UTF_8);
        DossierReading reading = Given.READER.read(dossier, Map.of("villages.甲村.hardened-road", "yes"));
        assertEquals(true, reading.orThrow().items().get(0).yes("hardened-road"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"合计", "合 计", "总计", "小计", "合　计", "合计：", "合计（3个）", "全县合计", "城关镇小计", "共计", "Total", "合计\u200b"})
    void a_sum_among_the_entries_is_none_and_is_said_once(String name) {
        String rows = "  - { name: 甲村, households: 42 }\n  - { name: \"" + name + "\", households: 42 }\n"
                + "  - { name: 乙村, households: 30 }\n  - { name: \"" + name + "\", households: 72 }\n";
        DossierReading reading = Given.read(Given.HEAD + "villages:\n" + rows);
        assertEquals(List.of("提示：第9行：“自然村清单”里的“" + name + "”是合计，不作为一个自然村。请从清单里删去"), Given.said(reading));
        assertEquals(
                List.of("甲村", "乙村"),
                reading.orThrow().items().stream().map(Item::getName).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"合计沟", "小计村", "计家湾", "总计划单列村", "Totaltown"})
    void a_village_whose_name_has_such_a_word_in_it_is_one(String name) {
        assertFalse(TotalRows.isTotal(name));
    }

    @Test
    void a_name_of_which_nothing_is_seen_is_none() {
        assertEquals(
                1,
                Given.problems(Given.HEAD + "villages: [{ name: \"\\u200b\\u3000\" }]\n")
                        .size());
    }

    @Test
    void evidence_is_what_can_be_seen_and_each_document_once() {
        Dossier dossier = Given.read(
                        Given.HEAD
                                + "figures:\n  residents: { value: 28, unit: 万人, year: 2024, evidence: [公报, \"公报 \", \"\\u00a0\", \"\\u200b\"] }\n")
                .orThrow();
        assertEquals(
                List.of("公报"),
                dossier.places().stream()
                        .flatMap(place -> java.util.stream.Stream.ofNullable(place.figure("residents")))
                        .findFirst()
                        .orElseThrow()
                        .evidence());
    }

    private static List<String> form(String one, String other) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map.of(
                        "/plancheck", "1",
                        "/kind", "self-assessment",
                        "/id", "J",
                        "/title", "自评",
                        "/place", "620821",
                        "/as-of", "2024-12-31",
                        "/villages/0/name", one,
                        "/villages/1/name", other,
                        "/villages/0/households", "42",
                        "/villages/1/households", "43")
                .forEach((name, value) -> fields.put(name, List.of(value)));
        return Given.said(Given.READER.read(new DossierForm(Given.BOOK).dossier(fields)));
    }

    private static String json(String one, String other) {
        return """
                {"plancheck": 1, "kind": "self-assessment", "id": "J", "title": "自评", "place": "620821",
                 "as-of": "2024-12-31", "villages": [{"name": "%s"}, {"name": "%s"}]}
                """.formatted(one, other);
    }

    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile("\\\\u(....)")
                .matcher(text)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }
}
