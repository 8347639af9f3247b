package plancheck.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Parts of a plan as people name them. */
class ClaimedPartTest {
    private static final RuleBook BOOK = RuleBooks.shipped();

    @ParameterizedTest
    @CsvSource({
        "平凉规划专栏5第2项, pingliang 六/（一）/专栏5/2",
        "《平凉市新型城镇化规划》专栏十一第2项, pingliang 七/（六）/专栏11/2",
        "市规划六/（一）/1, pingliang 六/（一）/1",
        "平凉规划第六章第一节第1条, pingliang 六/（一）/1",
        "平凉规划六（一）1, pingliang 六/（一）/1",
        "甘肃规划 五、（三）4, gansu 五/（三）/4",
        "省规划第九章第2节第3条, gansu 九/（二）/3",
        "PL-6.1-B5-2-w1, pingliang 六/（一）/专栏5/2",
        "PL-10.3-f, pingliang 十/（三）",
    })
    void a_part_is_found_by_plan_and_number_or_by_an_id(String claim, String expected) {
        ClaimedPart part = ClaimedPart.of(claim, BOOK);

        assertEquals(1, part.clauses().size(), part.toString());
        assertEquals(
                expected,
                part.clauses().get(0).plan().id() + " " + part.clauses().get(0).path());
    }

    @ParameterizedTest
    @CsvSource({"平凉规划专栏5, 6", "PL-6.1-B5, 5", "六/（一）/1, 2"})
    void a_larger_part_holds_all_its_clauses_and_one_without_a_plan_those_of_both(String claim, int clauses) {
        assertEquals(clauses, ClaimedPart.of(claim, BOOK).clauses().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "规划要求",
                "国家有关政策",
                "平凉规划",
                "专栏99第1项",
                "PL-99.9-z",
                "第三十章",
                "平凉规划专栏二十一第2项",
                "平凉规划专栏31第2项",
                "平凉规划专栏0第2项",
                "平凉规划六（一）二十一",
                "平凉规划零",
                "<script>",
                "专栏"
            })
    void what_names_no_part_is_unknown(String claim) {
        assertTrue(ClaimedPart.of(claim, BOOK).isUnknown());
    }
}
