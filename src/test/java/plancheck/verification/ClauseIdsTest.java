package plancheck.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseIdsTest {

    @ParameterizedTest
    @DisplayName("an id follows from the path of its clause")
    @CsvSource({
        "三/（二）/专栏2/2/二是, 3.2-B2-2",
        "六/（一）/3, 6.1-3",
        "二/（三）, 2.3",
        "二/（三）/段10, 2.3",
        "二/（三）/到2025年/——1, 2.3",
        "七/（五）/专栏10/3, 7.5-B10-3",
        "十/（十二）, 10.12",
        "二十/（二十）/1, 20.20-1",
        "四, 4"
    })
    void idOfPath(String path, String id) {
        assertEquals(id, ClauseIds.of(path));
    }
}
