package plancheck.web.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import plancheck.service.Browser;
import plancheck.service.TestService;

/** What the search finds, and what it makes of words nobody should type. */
class PlanSearchTest {
    private final Browser browser = new Browser(TestService.shared());

    @Test
    void a_figure_finds_the_provision_that_requires_it_with_the_figure_marked() {
        String page = found("97.5");
        assertTrue(page.contains("/plans/provision/PL-3.2-B2-2-g"));
        assertTrue(page.contains("<mark class=\"anchor\">97.5</mark>"));
    }

    @Test
    void a_word_finds_every_provision_that_has_it() {
        String page = found("污水");
        assertTrue(page.contains("PL-3.2-B2-2-g"));
        assertTrue(page.contains("<mark class=\"anchor\">污水</mark>"));
    }

    @Test
    void an_id_is_found_in_any_case_and_comes_first() {
        String page = found("pl-6.1-3-d");
        assertTrue(first(page).contains("/plans/provision/PL-6.1-3-d\""));
    }

    @Test
    void an_id_that_begins_others_comes_before_them() {
        assertTrue(first(found("PL-3.2-B2-2-g")).contains("/plans/provision/PL-3.2-B2-2-g\""));
    }

    @Test
    void english_words_find_on_a_chinese_page_and_say_where() {
        String page = found("hardened lanes");
        assertTrue(page.contains("/plans/provision/PL-6.1-3-d\""));
        assertTrue(page.contains("<mark class=\"anchor\">hardened</mark>"));
    }

    @Test
    void several_words_must_all_be_there() {
        assertTrue(found("污水 97.5").contains("/plans/provision/PL-3.2-B2-2-g"));
        assertTrue(found("污水 自然村硬化zzz").contains("没有找到"));
    }

    @Test
    void full_width_digits_and_blanks_are_the_same_as_half_width_ones() {
        String page = found("９７．５　污水");
        assertTrue(page.contains("/plans/provision/PL-3.2-B2-2-g"));
    }

    @Test
    void a_heading_of_the_plan_is_found_as_a_clause() {
        assertTrue(found("优化城镇空间布局").contains("/plans/pingliang/clause?path=%E4%B8%89\""));
    }

    @Test
    void nothing_found_comes_with_advice_and_nothing_asked_with_nothing() {
        assertTrue(found("独角兽").contains("可以减少几个词"));
        String empty = found("  ");
        assertFalse(empty.contains("没有找到"));
        assertFalse(empty.contains("共找到"));
    }

    @Test
    void markup_in_a_query_stays_text() {
        String page = found("<script>alert(1)</script>\"'><img src=x>");
        assertFalse(page.contains("<script>alert"));
        assertFalse(page.contains("<img src=x"));
        assertTrue(page.contains("&lt;script&gt;"));
    }

    @Test
    void patterns_and_placeholders_in_a_query_mean_nothing() {
        for (String query : new String[] {".*", "[(", "\\", "%", "${7*7}", "{0}", "'' or 1=1 --", "\u0000", "😀"}) {
            assertEquals(200, get(query).statusCode(), query);
            assertFalse(get(query).body().contains("49</"), query);
        }
    }

    @Test
    void two_hundred_characters_are_searched_and_one_more_is_refused() {
        assertEquals(200, get("污".repeat(200)).statusCode());
        HttpResponse<String> refused = get("污".repeat(201));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("不超过200个字"));
    }

    @Test
    void a_search_that_finds_very_many_shows_some_and_all_on_request() {
        String some = found("的");
        assertTrue(some.contains("只显示了前50条"));
        String all = browser.get("/plans/search?all=true&q=" + encoded("的")).body();
        assertFalse(all.contains("只显示了前"));
        assertTrue(all.split("/plans/provision/").length > 51);
    }

    private String found(String query) {
        HttpResponse<String> answer = get(query);
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private HttpResponse<String> get(String query) {
        return browser.get("/plans/search?q=" + encoded(query));
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** The first result. */
    private static String first(String page) {
        int at = page.indexOf("class=\"list-unstyled found\"");
        return page.substring(at, page.indexOf("</li>", at));
    }
}
