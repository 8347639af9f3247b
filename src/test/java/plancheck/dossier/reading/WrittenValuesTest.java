package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Understood;
import plancheck.facts.Figure;

/** Values as people write them, in a dossier: taken where they mean one thing, said where something was reckoned. */
class WrittenValuesTest {
    private static final String RATE = "county-seat-sewage-treatment-rate";

    @ParameterizedTest
    @ValueSource(
            strings = {"97.5%", "９７．５", "９７．５％", "\"97.5\"", "+97.5", "\"97.5 %\"", "' 97.5 '", "百分之97.5", "97.50%"})
    void a_rate_however_it_looks_is_the_same_rate_and_nothing_is_said(String written) {
        DossierReading reading = Given.read(figure(RATE, written));
        assertEquals(List.of(), Given.said(reading));
        assertEquals(0, new BigDecimal("97.5").compareTo(value(reading, RATE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14,012人 | 1.4012",
                "14，012 人 | 1.4012",
                "１４，０１２人 | 1.4012",
                "'\"28.6万人\"' | 28.6",
                "286000人 | 28.6",
            })
    void a_unit_typed_behind_is_converted_and_another_than_the_form_has_is_said(String written, String people) {
        DossierReading reading = Given.read(figure("residents", written.replace("'", "")));
        assertEquals(
                0,
                new BigDecimal(people).compareTo(value(reading, "residents")),
                () -> Given.said(reading).toString());
        boolean converted = !written.contains("万人");
        assertEquals(
                converted ? 1 : 0,
                Given.said(reading).size(),
                () -> Given.said(reading).toString());
        assertEquals(1, reading.understood().size());
    }

    @Test
    void what_was_reckoned_is_told_with_what_was_written() {
        assertEquals(
                List.of("提示：第8行：“residents”“286000人”读作28.6万人。不是这个意思的，请改写"),
                Given.said(Given.read(figure("residents", "286000人"))));
        assertEquals(
                List.of("提示：第8行：“value”“28.6万人”读作286000人。不是这个意思的，请改写"),
                Given.said(Given.read(figure("residents", "{ value: 28.6万人, unit: 人, year: 2024 }"))));
    }

    @Test
    void in_braces_a_unit_behind_the_number_stands_for_the_one_beside_it() {
        DossierReading reading = Given.read(figure("residents", "{ value: 28.6万人, year: 2024 }"));
        assertEquals(List.of(), Given.said(reading));
        assertEquals(0, new BigDecimal("28.6").compareTo(value(reading, "residents")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28万 | “residents”应为数字，材料中是文字“28万”。请写明是28还是280000（万人）",
                "28亩 | “residents”应为数字，材料中是文字“28亩”。单位“亩”不能换算为“万人”，请核对",
            })
    void what_may_be_two_numbers_or_of_another_kind_is_asked(String written, String asked) {
        assertEquals(List.of("第8行：" + asked), Given.figure("residents", written));
    }

    @Test
    void a_rate_that_may_be_a_share_of_one_is_asked_and_with_its_percent_sign_it_is_taken() {
        for (String written : List.of("0.972", "\"0.972\"", "０．９７２")) {
            List<String> said = Given.figure(RATE, written);
            assertEquals(1, said.size(), written);
            assertTrue(said.get(0).contains("97.2"), said.get(0));
            assertFalse(said.get(0).startsWith("提示"), said.get(0));
        }
        DossierReading reading = Given.read(figure(RATE, "0.972%"));
        assertTrue(
                Given.said(reading).stream().allMatch(said -> said.contains("核实：")),
                Given.said(reading).toString());
        assertEquals(0, new BigDecimal("0.972").compareTo(value(reading, RATE)));
    }

    @Test
    void about_so_much_is_a_figure_that_is_only_about_so_much() {
        for (String written : List.of("约28.6", "28.6左右", "{ value: 约28.6, unit: 万人, year: 2024 }", "约28.6万人")) {
            DossierReading reading = Given.read(figure("residents", written));
            assertEquals(
                    1, Given.said(reading).size(), () -> Given.said(reading).toString());
            assertTrue(figureOf(reading, "residents").caveat().about(), written);
            assertEquals(0, new BigDecimal("28.6").compareTo(value(reading, "residents")), written);
        }
        assertEquals(
                List.of("第8行：“households”应为数字，材料中是文字“约42户”。此处不能填约数，请核实后填确数；没有数据就留空"),
                Given.problems(Given.HEAD + "villages:\n  - { name: 甲村, households: 约42户 }\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "√, true",
        "已通, true",
        "已完成, true",
        "通, true",
        "是, true",
        "×, false",
        "未通, false",
        "没有, false",
        "不通, false"
    })
    void answers_of_a_table_are_answers(String written, boolean yes) {
        DossierReading reading = Given.read(
                Given.HEAD + "villages:\n  - { name: 甲村, households: 42户, hardened-road: " + written + " }\n");
        assertEquals(List.of(), Given.said(reading));
        Figure road = reading.orThrow().items().get(0).figure("hardened-road");
        assertNotNull(road);
        assertEquals(yes, road.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "○", "x", "部分", "正在建", "在建", "基本通", "已部分通"})
    void what_is_neither_yes_nor_no_is_asked(String written) {
        assertEquals(
                1,
                Given.problems(Given.HEAD + "villages:\n  - { name: 甲村, households: 42, hardened-road: \"" + written
                                + "\" }\n")
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024年12月31日 | 2024-12-31 | false",
                "2024/12/31 | 2024-12-31 | false",
                "2024.12.31 | 2024-12-31 | false",
                "20241231 | 2024-12-31 | false",
                "２０２４-１２-３１ | 2024-12-31 | false",
                "2024-1-5 | 2024-01-05 | false",
                "2024年底 | 2024-12-31 | false",
                "2024-12-31T00:00:00 | 2024-12-31 | false",
                "2024年6月 | 2024-06-30 | true",
                "2024.6 | 2024-06-30 | true",
                "\"2024.1\" | 2024-01-31 | true",
                "2024-06 | 2024-06-30 | true",
                "45657 | 2024-12-31 | true",
            })
    void days_as_offices_write_them(String written, String day, boolean said) {
        DossierReading reading = Given.read(Given.HEAD.replace("2024-12-31", written));
        assertEquals(
                said ? 1 : 0,
                Given.said(reading).size(),
                () -> Given.said(reading).toString());
        assertEquals(day, reading.orThrow().asOf().toString());
    }

    @Test
    void a_month_is_meant_from_its_first_day_where_something_starts() {
        DossierReading reading = Given.read(Given.PROJECT.replace("2024-06-01", "2024年6月"));
        assertEquals(List.of("提示：第11行：“start”“2024年6月”读作2024-06-01。不是这个意思的，请改写"), Given.said(reading));
    }

    @ParameterizedTest
    @CsvSource({"建成", "已建成", "已竣工", "投入使用", "已完成"})
    void stages_are_known_by_what_people_call_them(String written) {
        DossierReading reading =
                Given.read(Given.HEAD + "named-projects: { PL-3.2-B2-1-w: { stage: " + written + " } }\n");
        assertEquals(
                "completed",
                reading.orThrow().stages().get("PL-3.2-B2-1-w") == null
                        ? ""
                        : ((plancheck.facts.Stage) java.util.Objects.requireNonNull(reading.orThrow()
                                        .stages()
                                        .get("PL-3.2-B2-1-w")
                                        .value()))
                                .id());
        assertEquals(List.of(), Given.said(reading));
    }

    @Test
    void choices_may_be_written_by_their_names() {
        DossierReading reading = Given.read(
                Given.HEAD.replace("self-assessment", "自评") + "compounds:\n  - { name: 建设小区, in: 县城, built: 1998年 }\n");
        assertEquals(List.of(), Given.said(reading));
        assertEquals(
                List.of("自评 → self-assessment", "县城 → county-seat"),
                reading.understood().stream()
                        .filter(u -> !u.written().endsWith("年"))
                        .map(u -> u.written() + " → " + id(u))
                        .toList());
    }

    private static String id(Understood understood) {
        return understood.pointer().equals("/kind") ? "self-assessment" : "county-seat";
    }

    @Test
    void a_hundred_thousand_ticks_are_read_and_ten_thousand_of_them_kept_to_be_seen() {
        StringBuilder dossier = new StringBuilder(Given.HEAD).append("villages:\n");
        for (int i = 0; i < 20_000; i++) {
            dossier.append("- { name: 村").append(i).append(", hardened-road: √ }\n");
        }
        DossierReading reading = Given.read(dossier.toString());
        assertEquals(List.of(), Given.said(reading));
        assertEquals(10_000, reading.understood().size());
    }

    private static String figure(String indicator, String value) {
        return Given.HEAD + "figures:\n  " + indicator + ": " + value + "\n";
    }

    private static Figure figureOf(DossierReading reading, String indicator) {
        return reading.orThrow().places().stream()
                .map(place -> place.figure(indicator))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal value(DossierReading reading, String indicator) {
        return (BigDecimal)
                java.util.Objects.requireNonNull(figureOf(reading, indicator).value());
    }
}
