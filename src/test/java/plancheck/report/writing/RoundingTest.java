package plancheck.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As many digits as a difference needs, and no more. */
class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "97.50, 97.5",
        "97.33333333333333, 97.3333",
        "66.66666666666667, 66.6667",
        "57.99996, 57.99996",
        "57.99999999999999, 57.99999999999999",
        "57.999951, 57.99995",
        "97.97101449275362, 97.971",
        "57.98999999, 57.98999999",
        "0.00004, 0.00004",
        "0.000049, 0.00005",
        "-0.00000000000001, -0.00000000000001",
        "97.50004, 97.50004",
        "0.000, 0",
        "1E+3, 1000",
        "123456, 123456"
    })
    void a_number_is_not_rounded_onto_a_rounder_one(BigDecimal number, String shown) {
        assertEquals(shown, Rounding.shown(number, 4).toPlainString());
    }
}
