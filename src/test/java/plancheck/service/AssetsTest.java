package plancheck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What pages are made of beside themselves. */
class AssetsTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"");

    @Test
    void every_script_and_style_of_a_page_has_its_version_in_its_address_and_may_be_kept_for_long() {
        Client client = Client.with(TestService.shared(), "");
        List<String> addresses = ADDRESS.matcher(client.get("/check/form?place=620821&kind=self-assessment")
                        .text())
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(found.indexOf('/'), found.length() - 1))
                .toList();
        assertTrue(addresses.stream().anyMatch(address -> address.contains("htmx")), addresses.toString());
        assertTrue(addresses.stream().anyMatch(address -> address.contains("bootstrap")), addresses.toString());
        for (String address : addresses) {
            assertTrue(address.matches(".*([0-9a-f]{32}|/\\d+\\.\\d+\\.\\d+/).*"), address + " has no version");
            Client.Answer answer = client.get(address);
            assertEquals(200, answer.status(), address);
            assertTrue(answer.header("Cache-Control").contains("max-age=2592000"), address);
        }
    }
}
