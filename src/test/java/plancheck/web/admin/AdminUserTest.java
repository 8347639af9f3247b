package plancheck.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import plancheck.access.People;
import plancheck.access.Role;
import plancheck.archive.Account;
import plancheck.service.Browser;
import plancheck.service.TestService;

/** An administrator looks after accounts. */
class AdminUserTest {
    private static final String OWN = "my own password 7";

    private final TestService service = TestService.shared();
    private final Browser admin = Browser.signedIn(service, "administrator");

    @Test
    void a_new_officer_gets_a_password_shown_once_that_he_must_change_before_anything_else() {
        String login = login("officer");
        String page = created(login, Map.of("role", "COUNTY_OFFICER", "place", "620821"));
        String password = secret(page);

        Browser officer = new Browser(service);
        officer.get("/login");
        officer.post("/login", Map.of("username", login, "password", password));
        HttpResponse<String> refused = officer.get("/dossiers");
        assertEquals(302, refused.statusCode());
        assertTrue(location(refused).endsWith("/account/password"));

        officer.get("/account/password");
        HttpResponse<String> changed =
                officer.post("/account/password", Map.of("old", password, "fresh", OWN, "again", OWN));
        assertTrue(location(changed).endsWith("/login?password"));
        officer.get("/login");
        officer.post("/login", Map.of("username", login, "password", OWN));
        assertFalse(location(officer.get("/dossiers")).endsWith("/account/password"));
    }

    @Test
    void the_password_is_gone_when_the_page_is_loaded_again() {
        String login = login("once");
        created(login, Map.of("role", "REVIEWER"));
        String again = admin.get("/admin/users/" + id(login)).body();
        assertTrue(secrets(again).isEmpty());
    }

    @Test
    void what_was_sent_stays_in_the_form_when_it_is_refused() {
        admin.get("/admin/users/new");
        HttpResponse<String> page = admin.post(
                "/admin/users", Map.of("login", login("bad"), "name", "王<b>五", "role", "COUNTY_OFFICER", "place", ""));
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("县级经办人须选择所属地区"));
        assertTrue(page.body().contains("value=\"王&lt;b&gt;五\""));
        assertTrue(
                page.body()
                        .matches(
                                "(?s).*id=\"role-COUNTY_OFFICER\"[^>]*checked.*|(?s).*checked=\"checked\"[^>]*id=\"role-COUNTY_OFFICER\".*"));
    }

    @Test
    void a_login_that_is_taken_an_unknown_place_and_no_role_are_refused() {
        admin.get("/admin/users/new");
        assertRefused(Map.of("login", "reviewer", "name", "某", "role", "REVIEWER"), "已有人使用");
        assertRefused(
                Map.of("login", login("x"), "name", "某", "role", "COUNTY_OFFICER", "place", "110101"), "请从列表中选择地区");
        assertRefused(Map.of("login", login("x"), "name", "某"), "至少选择一个角色");
        assertRefused(Map.of("login", login("x"), "name", "某", "role", "GOD"), "至少选择一个角色");
        assertRefused(Map.of("login", "a b'; drop", "name", "某", "role", "REVIEWER"), "登录名须为");
    }

    @Test
    void a_refusal_is_in_english_on_an_english_page() {
        Browser english = Browser.signedIn(service, "administrator");
        english.get("/admin/users/new?lang=en");
        HttpResponse<String> page = english.post("/admin/users", Map.of("login", login("en"), "name", "Li"));
        assertTrue(page.body().contains("Please choose at least one role"));
    }

    @Test
    void who_signs_in_elsewhere_gets_no_password_and_can_have_none_reset() {
        String login = login("oidc");
        String page = created(login, Map.of("role", "REVIEWER", "elsewhere", "true"));
        assertTrue(secrets(page).isEmpty());
        HttpResponse<String> reset = admin.post("/admin/users/" + id(login) + "/reset", Map.of());
        assertEquals(422, reset.statusCode());
        assertTrue(secrets(reset.body()).isEmpty());
    }

    @Test
    void a_disabled_account_is_out_at_once_and_back_when_enabled() {
        String login = login("leaver");
        service.person(login, "", Role.REVIEWER);
        Browser leaver = Browser.signedIn(service, login);
        String address = "/admin/users/" + id(login);
        admin.get(address);
        admin.post(address + "/enabled", Map.of("enabled", "false"));
        assertTrue(location(leaver.get("/account/password")).endsWith("/login?changed"));
        assertTrue(admin.get("/admin/users").body().contains("已停用"));
        admin.post(address + "/enabled", Map.of("enabled", "true"));
        assertEquals(
                200, Browser.signedIn(service, login).get("/account/password").statusCode());
    }

    @Test
    void whoever_has_to_wait_after_wrong_passwords_can_be_let_in_at_once() {
        String login = login("locked");
        service.person(login, "", Role.REVIEWER);
        Browser guesser = new Browser(service);
        guesser.get("/login");
        for (int i = 0; i < 5; i++) {
            guesser.post("/login", Map.of("username", login, "password", "guess" + i));
        }
        String address = "/admin/users/" + id(login);
        assertTrue(admin.get(address).body().contains("须等到"));
        admin.post(address + "/unlock", Map.of());
        assertFalse(admin.get(address).body().contains("须等到"));
        assertEquals(
                200, Browser.signedIn(service, login).get("/account/password").statusCode());
    }

    @Test
    void an_administrator_cannot_lock_himself_out() {
        String own = "/admin/users/" + id("administrator");
        admin.get(own);
        HttpResponse<String> disabled = admin.post(own + "/enabled", Map.of("enabled", "false"));
        assertEquals(422, disabled.statusCode());
        assertTrue(disabled.body().contains("不能停用自己"));
        assertEquals(
                422, admin.post(own, Map.of("name", "我", "role", "REVIEWER")).statusCode());
        assertEquals(200, admin.get("/admin").statusCode());
    }

    @Test
    void an_account_nobody_has_is_not_found() {
        assertEquals(404, admin.get("/admin/users/" + UUID.randomUUID()).statusCode());
        assertTrue(admin.get("/admin/users/nonsense").statusCode() < 500);
    }

    @Test
    void administrators_have_no_business_with_dossiers_and_others_none_here() {
        for (String page : new String[] {"/review", "/dossiers", "/audit"}) {
            assertEquals(403, admin.get(page).statusCode(), page);
        }
        for (String login : new String[] {"jingchuan", "reviewer", "leader", "auditor"}) {
            Browser other = Browser.signedIn(service, login);
            for (String page :
                    new String[] {"/admin", "/admin/users", "/admin/users/new", "/admin/tokens", "/admin/plans"}) {
                assertEquals(403, other.get(page).statusCode(), login + " " + page);
            }
            other.get("/account/password");
            assertEquals(
                    403,
                    other.post("/admin/users", Map.of("login", login("sneak"), "name", "x", "role", "ADMIN"))
                            .statusCode());
        }
    }

    private void assertRefused(Map<String, String> form, String why) {
        HttpResponse<String> page = admin.post("/admin/users", form);
        assertEquals(422, page.statusCode(), form.toString());
        assertTrue(page.body().contains(why), why);
    }

    private String created(String login, Map<String, String> more) {
        admin.get("/admin/users/new");
        Map<String, String> form = new java.util.HashMap<>(more);
        form.put("login", login);
        form.put("name", "测试");
        HttpResponse<String> made = admin.post("/admin/users", form);
        assertEquals(302, made.statusCode());
        HttpResponse<String> page = admin.get("/admin/users/" + id(login));
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
        return page.body();
    }

    static String secret(String page) {
        assertFalse(secrets(page).isEmpty(), "a secret is shown");
        return secrets(page).text();
    }

    private static Elements secrets(String page) {
        return Jsoup.parse(page).select(".secret");
    }

    private UUID id(String login) {
        return service.bean(People.class).all().stream()
                .filter(account -> account.login().equals(login))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
    }

    private static String login(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
