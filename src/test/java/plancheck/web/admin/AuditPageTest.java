package plancheck.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import plancheck.access.Role;
import plancheck.service.Browser;
import plancheck.service.TestService;

/** The audit trail, for auditors only. */
class AuditPageTest {
    private final TestService service = TestService.shared();

    @Test
    void an_auditor_finds_who_did_what_in_words_and_local_time() {
        String login = "traced-" + UUID.randomUUID().toString().substring(0, 8);
        service.person(login, "620822", Role.COUNTY_OFFICER);
        Browser.signedIn(service, login);
        Browser auditor = Browser.signedIn(service, "auditor");
        String page = auditor.get("/audit?who=" + login).body();
        assertTrue(page.contains("登录</td>") && page.contains(login));
        assertFalse(page.contains("新建用户</td>"), "that was done by another");
        String made =
                auditor.get("/audit?object=" + login + "&what=account.create").body();
        assertTrue(made.contains("县级经办人，620822"));
        String english = auditor.get("/audit?object=" + login + "&lang=en").body();
        assertTrue(english.contains("Account made"));
        assertFalse(english.contains("??"));
    }

    @Test
    void signs_of_a_pattern_are_taken_literally_and_odd_pages_are_empty() {
        Browser auditor = Browser.signedIn(service, "auditor");
        assertTrue(auditor.get("/audit?who=%25").body().contains("没有符合条件的记录"));
        assertTrue(auditor.get("/audit?who=_____").body().contains("没有符合条件的记录"));
        assertTrue(auditor.get("/audit?what=%27%20or%201%3D1").body().contains("没有符合条件的记录"));
        assertTrue(auditor.get("/audit?page=2147483647").body().contains("没有符合条件的记录"));
        assertEquals(200, auditor.get("/audit?page=-5").statusCode());
    }

    @Test
    void pages_follow_each_other() {
        Browser auditor = Browser.signedIn(service, "auditor");
        for (int i = 0; i < 51; i++) {
            service.token("", plancheck.access.Scope.ASSESS);
        }
        String page = auditor.get("/audit?what=token.").body();
        assertTrue(page.contains("page=1"));
        assertEquals(50, page.split("签发令牌</td>", -1).length - 1);
        assertTrue(auditor.get("/audit?what=token.&page=1").body().contains("page=0"));
    }

    @Test
    void nobody_else_reads_it() {
        for (String login : new String[] {"jingchuan", "reviewer", "leader", "administrator"}) {
            assertEquals(403, Browser.signedIn(service, login).get("/audit").statusCode(), login);
        }
    }
}
