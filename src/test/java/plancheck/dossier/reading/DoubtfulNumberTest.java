package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.dossier.Dossier;

/** Numbers that are asked back, and how to insist. */
class DoubtfulNumberTest {
    private static final String RATE = "county-seat-sewage-treatment-rate";

    @Test
    void a_rate_that_may_be_a_part_of_one_is_asked_back() {
        assertEquals(
                List.of("第8行：“县城污水处理率”的单位是%，写成0.975，不知是0.975%还是97.5%。是97.5%的请写 97.5；确实是0.975%的请加引号写成 \"0.975%\""),
                Given.figure(RATE, "0.975").stream()
                        .map(p -> p.replaceAll("“县城污水处理率：[^”]*”|“" + RATE + "”", "“县城污水处理率”"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.975",
                "1",
                "1.0",
                "0.01",
                "{ value: 0.975, unit: '%', year: 2024 }",
                "{ series: { 2023: 97.1, 2024: 0.975 }, unit: '%' }"
            })
    void so_is_any_of_one_percent_or_less_however_it_is_given(String value) {
        assertEquals(1, Given.figure(RATE, value).size(), () -> String.valueOf(Given.figure(RATE, value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1.01",
                "97.5",
                "'0.975%'",
                "\"0.975％\"",
                "{ value: '0.975%', unit: '%', year: 2024 }",
                "'1%'"
            })
    void what_is_certain_or_insists_is_taken(String value) {
        assertEquals(
                List.of(),
                Given.figure(RATE, value).stream()
                        .filter(said -> !said.contains("核实：")) // so little is taken, and is unusual
                        .toList());
    }

    @Test
    void what_insists_is_the_percentage_it_says() {
        Dossier dossier =
                Given.read(Given.HEAD + "figures:\n  " + RATE + ": '0.975%'\n").orThrow();
        assertEquals(
                new BigDecimal("0.975"),
                dossier.places().get(1).number(RATE),
                () -> dossier.places().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"57.99999999999999", "97.50000000000001", "{ value: 57.99999999999999, unit: '%', year: 2024 }"})
    void what_arithmetic_left_behind_the_digits_is_asked_back(String value) {
        List<String> problems = Given.figure(RATE, value);
        assertEquals(1, problems.size(), problems::toString);
        String meant = value.contains("57") ? "58" : "97.5";
        assertEquals("是否应为" + meant + "？请写确切的数值", problems.get(0).replaceAll(".*。", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"97.33333333333333", "57.99996", "97.123456789012345"})
    void digits_that_say_something_are_taken(String value) {
        assertEquals(List.of(), Given.figure(RATE, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "villages-of-30-households: 3.5",
                "villages-of-30-households: { value: 3.5, unit: 个, year: 2024 }",
                "residents: { value: 100.5, unit: 人, year: 2024 }",
                "residents: { value: 12.34567, unit: 万人, year: 2024 }",
                "residents: 12.34567",
                "residents: { series: { 2023: 12.34567 }, unit: 万人 }"
            })
    void there_is_no_half_person_and_no_half_village(String figure) {
        List<String> problems = Given.problems(Given.HEAD + "figures:\n  " + figure + "\n");
        assertEquals(1, problems.size(), problems::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "residents: { value: 12.3456, unit: 万人, year: 2024 }",
                "residents: { value: 123456, unit: 人, year: 2024 }",
                "villages-of-30-households: 3.0"
            })
    void ten_thousands_may_have_decimals_as_far_as_they_are_whole_people(String figure) {
        assertEquals(List.of(), Given.problems(Given.HEAD + "figures:\n  " + figure + "\n"));
    }
}
