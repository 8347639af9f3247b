package plancheck.web.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plancheck.facts.Force;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.service.Browser;
import plancheck.service.TestService;

/** The plans, clauses and provisions as anybody sees them. */
class PlanPagesTest {
    private final TestService service = TestService.shared();
    private final Browser browser = new Browser(service);

    @Test
    void both_plans_are_shown_with_how_their_clauses_are_covered() {
        String page = text("/plans");
        for (Plan plan : service.book().plans().values()) {
            assertTrue(page.contains(plan.title()), plan.title());
        }
        long must = service.book().provisions().stream()
                .filter(p -> p.plan().equals("pingliang") && p.force() == Force.MUST)
                .count();
        assertTrue(page.contains("<dd>" + must + "</dd>"), "provisions that must be kept: " + must);
        assertTrue(page.contains("方向性表述，无可判定标准"));
    }

    @Test
    void the_tree_shows_every_clause_of_the_register() {
        for (Plan plan : service.book().plans().values()) {
            String page = text("/plans/" + plan.id() + "?open=true");
            for (Plan.ClauseEntry entry : plan.clauses()) {
                assertTrue(page.contains(address(plan.id(), entry.path())), entry.path());
            }
        }
    }

    @Test
    void every_clause_has_its_page() {
        List<String> failed = new ArrayList<>();
        for (Plan plan : service.book().plans().values()) {
            for (Plan.ClauseEntry entry : plan.clauses()) {
                String address = address(plan.id(), entry.path()).replace("&amp;", "&");
                int status = browser.get(address).statusCode();
                if (status != 200) {
                    failed.add(entry.path() + " " + status);
                }
            }
        }
        assertEquals(List.of(), failed);
    }

    @Test
    void a_clause_says_why_it_has_no_provision_and_how_its_text_can_be_shown() {
        Plan plan = Objects.requireNonNull(service.book().plans().get("pingliang"));
        Plan.ClauseEntry entry = plan.clauses().stream()
                .filter(e -> e.cover().equals("direction"))
                .findFirst()
                .orElseThrow();
        String page = text(address(plan.id(), entry.path()));
        assertTrue(page.contains(escaped(entry.why())), entry.why());
        assertTrue(page.contains("系统管理员可在"), "how an administrator adds the text");
    }

    @Test
    void every_provision_has_its_page() {
        List<String> failed = new ArrayList<>();
        for (Provision provision : service.book().provisions()) {
            HttpResponse<String> page = browser.get("/plans/provision/" + provision.id());
            boolean whole = page.statusCode() == 200
                    && page.body().contains(escaped(provision.title()))
                    && page.body().contains(escaped(CriterionWords.of(provision)))
                    && !page.body().contains("??");
            if (!whole) {
                failed.add(provision.id() + " " + page.statusCode());
            }
        }
        assertEquals(List.of(), failed);
    }

    @Test
    void a_provision_is_shown_in_english_too() {
        for (Provision provision : service.book().provisions().stream()
                .filter(p -> p.id().endsWith("-a"))
                .limit(60)
                .toList()) {
            HttpResponse<String> page = browser.get("/plans/provision/" + provision.id() + "?lang=en");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains(escaped(provision.titleEn())), provision.id());
            assertTrue(
                    page.body()
                            .contains(escaped(CriterionWords.inWords(provision).en())),
                    provision.id());
            assertFalse(page.body().contains("??"), provision.id());
            assertFalse(page.body().contains("''"), provision.id());
        }
    }

    @Test
    void a_provision_shows_its_rule_its_cases_and_how_it_is_answered() {
        String page = text("/plans/provision/PL-6.1-3-d");
        assertTrue(page.contains("@indicator( &quot;hardened-villages&quot; )"), "the rule as written");
        assertTrue(page.contains("exactly on the line is a pass"), "its cases");
        assertTrue(page.contains("outcome: insufficient-data"), "what a case expects");
        assertTrue(page.contains("hardened-villages: { value: …"), "how a dossier answers it");
    }

    @Test
    void a_duty_in_parts_shows_its_parts_and_how_each_is_answered() {
        String page = text("/plans/provision/PL-7.5-2-c");
        assertTrue(page.contains("PL-7.5-2-c: { parts: { soil: …, floods: …, dams: … }, evidence: [ … ] }"), page);
        assertTrue(page.contains("上游水土保持"), "its parts in words");
    }

    @Test
    void an_unknown_provision_is_not_found_and_the_nearest_one_is_named() {
        HttpResponse<String> page = browser.get("/plans/provision/PL-6.1-3-dd");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("/plans/provision/PL-6.1-3-d\""));
        assertEquals(404, browser.get("/plans/provision/%3Cscript%3E").statusCode());
        assertFalse(browser.get("/plans/provision/%3Cscript%3E").body().contains("<script>"));
    }

    @Test
    void one_that_is_repealed_says_what_became_of_it() {
        HttpResponse<String> page = browser.get("/plans/provision/GS-6.2-1-b");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("这条规定已废止：并入GS-6.2-1-a"), page.body());
        assertTrue(page.body().contains("href=\"/plans/provision/GS-6.2-1-a\""));
        assertFalse(page.body().contains("是否要找"), "nothing is guessed where it is known");
    }

    @Test
    void an_unknown_plan_or_clause_is_not_found() {
        assertEquals(404, browser.get("/plans/shanghai").statusCode());
        assertEquals(404, browser.get("/plans/pingliang/clause?path=99").statusCode());
        assertEquals(404, browser.get("/plans/pingliang/clause").statusCode());
    }

    @Test
    void the_rule_book_says_its_version_and_where_provisions_pull_apart() {
        String page = text("/plans/rulebook");
        assertTrue(page.contains(service.book().digest()));
        assertTrue(page.contains("两项要求须兼顾"));
        assertTrue(page.contains("/plans/provision/GS-7.5-1-a"));
    }

    private String text(String path) {
        HttpResponse<String> answer = browser.get(path.replace("&amp;", "&"));
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    /** As Thymeleaf writes it: slashes of a parameter stay. */
    private static String address(String plan, String path) {
        return "/plans/" + plan + "/clause?path="
                + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
