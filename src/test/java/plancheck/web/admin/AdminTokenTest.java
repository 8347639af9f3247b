package plancheck.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plancheck.access.Tokens;
import plancheck.archive.ApiToken;
import plancheck.service.Browser;
import plancheck.service.TestService;

/** An administrator issues and revokes tokens. */
class AdminTokenTest {
    private final TestService service = TestService.shared();
    private final Browser admin = Browser.signedIn(service, "administrator");

    @Test
    void a_token_is_shown_once_and_lets_in_until_it_is_revoked() {
        String name = "审批系统" + UUID.randomUUID();
        HttpResponse<String> page = issued(name, Map.of("scope", "assess", "expires", "2099-12-31"));
        String secret = AdminUserTest.secret(page.body());
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").contains("no-store"));

        String again = admin.get("/admin/tokens").body();
        assertTrue(again.contains(name));
        assertTrue(again.contains("2100-01-01 00:00"), "it expires at the end of the day here");
        assertFalse(again.contains(secret));

        assertTrue(call(secret) != 401);
        HttpResponse<String> revoked = admin.post("/admin/tokens/" + token(name).id() + "/revoke", Map.of());
        assertEquals(302, revoked.statusCode());
        assertEquals(401, call(secret));
        assertTrue(admin.get("/admin/tokens").body().contains("令牌已撤销"));
    }

    @Test
    void what_is_missing_or_wrong_is_refused_with_the_rest_kept() {
        admin.get("/admin/tokens");
        String name = "令牌" + UUID.randomUUID();
        assertRefused(Map.of("name", name), "请至少选择一项权限");
        assertRefused(Map.of("name", name, "scope", "everything"), "请至少选择一项权限");
        assertRefused(Map.of("name", name, "scope", "assess", "expires", "2020-01-01"), "有效期须晚于今天");
        assertRefused(Map.of("name", name, "scope", "assess", "expires", "明年"), "2025-12-31 的样子，年份在1990年至2100年之间");
        assertRefused(Map.of("name", name, "scope", "assess", "expires", "+999999999-12-31"), "年份在1990年至2100年之间");
        assertRefused(Map.of("name", name, "scope", "assess", "place", "1"), "请从列表中选择地区");
        HttpResponse<String> page = admin.post("/admin/tokens", Map.of("name", name, "place", "620821"));
        assertTrue(page.body().contains("value=\"" + name + "\""));
        assertTrue(service.bean(Tokens.class).all().stream()
                .noneMatch(token -> token.name().equals(name)));
    }

    @Test
    void revoking_what_is_not_there_says_so() {
        admin.get("/admin/tokens");
        admin.post("/admin/tokens/" + UUID.randomUUID() + "/revoke", Map.of());
        assertTrue(admin.get("/admin/tokens").body().contains("没有这个令牌"));
    }

    private void assertRefused(Map<String, String> form, String why) {
        HttpResponse<String> page = admin.post("/admin/tokens", form);
        assertEquals(422, page.statusCode(), form.toString());
        assertTrue(page.body().contains(why), why);
    }

    private HttpResponse<String> issued(String name, Map<String, String> more) {
        admin.get("/admin/tokens");
        Map<String, String> form = new java.util.HashMap<>(more);
        form.put("name", name);
        assertEquals(302, admin.post("/admin/tokens", form).statusCode());
        return admin.get("/admin/tokens");
    }

    private int call(String secret) {
        Browser program = new Browser(service);
        return program.send(program.request("/api/v1/assessments")
                        .header("Authorization", "Bearer " + secret)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    private ApiToken token(String name) {
        return service.bean(Tokens.class).all().stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
