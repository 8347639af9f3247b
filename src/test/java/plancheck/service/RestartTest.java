package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What outlives a restart, and what is served while the database is away; on PostgreSQL. */
class RestartTest {
    @Test
    void a_restart_signs_nobody_out_and_without_the_database_pages_that_need_no_account_are_served() throws Exception {
        TestService service = TestService.start(TestPostgres.fresh(), Map.of());
        try {
            Browser browser = Browser.signedIn(service, "jingchuan");
            String token = browser.csrf();

            service.restart();
            assertEquals(200, browser.get("/dossiers").statusCode());
            HttpResponse<String> sent = browser.send(browser.request("/dossiers/new")
                    .header("X-CSRF-TOKEN", token)
                    .POST(BodyPublishers.noBody()));
            assertTrue(
                    sent.statusCode() != 403, "the page's token from before the restart holds: " + sent.statusCode());

            service.bean(DataSource.class).unwrap(HikariDataSource.class).close();
            assertEquals(200, browser.get("/check").statusCode());
            assertEquals(200, browser.get("/plans").statusCode());
            assertEquals(200, new Browser(service).get("/check").statusCode());
            assertEquals(200, new Browser(service).get("/login").statusCode());
            HttpResponse<String> away = browser.get("/dossiers");
            assertEquals(503, away.statusCode(), "he may well be signed in");
            assertEquals("5", away.headers().firstValue("Retry-After").orElse(""));
            Browser stranger = new Browser(service);
            stranger.get("/login");
            HttpResponse<String> in =
                    stranger.post("/login", Map.of("username", "jingchuan", "password", TestService.PASSWORD));
            assertTrue(
                    in.headers().firstValue("Location").orElse("").endsWith("/login?away"),
                    "the right password is not called wrong: " + in.statusCode() + in.headers());
        } finally {
            service.close();
        }
    }
}
