package plancheck.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ListPageTest {
    private static ListPage page(int filled, int rows, int page) {
        return ListPage.of(filled, new ListPage.ListPosition(rows, page));
    }

    @Test
    void an_empty_list_shows_one_empty_row() {
        ListPage page = page(0, 0, 1);
        assertEquals(1, page.rows());
        assertEquals(1, page.pages());
        assertEquals(0, page.last());
    }

    @Test
    void forty_nine_rows_and_an_empty_one_are_one_page_and_fifty_are_two() {
        assertEquals(1, page(49, 0, 1).pages());
        assertEquals(2, page(50, 0, 1).pages());
        assertEquals(49, page(50, 0, 1).last());
        assertEquals(50, page(50, 0, 2).first());
        assertEquals(50, page(50, 0, 2).last());
    }

    @Test
    void a_page_there_is_not_is_the_nearest_there_is() {
        assertEquals(3, page(120, 0, 99).number());
        assertEquals(1, page(120, 0, 0).number());
        assertEquals(3, page(120, 0, ListPage.LAST).number());
    }

    @Test
    void nobody_gets_more_than_fifty_empty_rows_and_who_asks_for_more_is_told() {
        assertEquals(50, page(0, 50, 1).rows());
        assertFalse(page(0, 50, 1).isEnough());
        assertEquals(50, page(0, 51, 1).rows());
        assertTrue(page(0, 51, 1).isEnough());
        assertEquals(150, page(100, 999_999, 1).rows());
    }
}
