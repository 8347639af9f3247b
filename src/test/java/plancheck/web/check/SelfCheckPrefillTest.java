package plancheck.web.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import plancheck.service.Browser;
import plancheck.service.TestService;
import plancheck.web.frame.PageForm;

/** Figures out of a bulletin into the form: shown with their sentences, filled in only where they are ticked. */
public class SelfCheckPrefillTest {
    private static final String BULLETIN =
            "泾川县2024年统计公报\n年末常住人口20.62万人。常住人口城镇化率43.89%。\n力争城镇新增就业达到2000人。<script>alert(1)</script>";

    private final Browser browser = new Browser(TestService.shared());

    private Document asked(Map<String, String> filled) {
        return Jsoup.parse(browser.post("/check/prefill", filled).body());
    }

    private static Map<String, String> head() {
        return new LinkedHashMap<>(Map.of(
                "/plancheck", "1",
                "/kind", "self-assessment",
                "/place", "620821",
                "/as-of", "2024-12-31",
                "/note", "已填的说明"));
    }

    private String proposed(String dossier, String pasted) {
        return proposed(browser, "/check/prefill", Map.of("dossier", dossier, "pasted", pasted));
    }

    /** The page that shows what a pasted text gives. */
    public static String proposed(Browser browser, String prefill, Map<String, String> fields) {
        String line = "--plancheck-test";
        String body = fields.entrySet().stream()
                        .map(field -> line + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + line + "--\r\n";
        return browser.send(browser.request(prefill + "/texts")
                        .header("Content-Type", "multipart/form-data; boundary=plancheck-test")
                        .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))))
                .body();
    }

    @Test
    void what_is_ticked_is_filled_in_and_what_was_filled_in_is_still_there() {
        String dossier = asked(head()).select("[name=dossier]").val();
        Document page = Jsoup.parse(proposed(dossier, BULLETIN));
        assertEquals(2, page.select("[name=take]").size());
        assertEquals(0, page.select("[name=take][checked]").size(), "nothing is ticked for anybody");
        assertEquals(List.of("20.62", "43.89"), page.select("mark").eachText());
        assertTrue(page.text().contains("是目标或预计，不是完成数"), page.text());
        assertEquals(0, page.select("script:contains(alert)").size());

        Map<String, String> taken = new LinkedHashMap<>();
        taken.put("dossier", dossier);
        taken.put("carried", page.select("[name=carried]").val());
        taken.put("take", "1");
        String form = browser.post("/check/prefill/figures", taken).body();
        assertTrue(form.contains("已填入1项，请核对"));
        Map<String, String> fields = PageForm.of(form);
        assertEquals("43.89", fields.get("/figures/urbanisation-rate/value"));
        assertEquals("粘贴的文字", fields.get("/figures/urbanisation-rate/evidence"));
        assertEquals("已填的说明", fields.get("/note"));
        assertEquals("", fields.get("/figures/residents/value"));
    }

    @Test
    void who_takes_nothing_or_sends_nonsense_has_the_form_as_it_was() {
        String dossier = asked(head()).select("[name=dossier]").val();
        for (String carried : List.of(
                "[]",
                "{",
                "{\"proposals\":[{\"indicator\":\"residents\",\"value\":\"1e9\"}]}",
                "{\"proposals\":[1]}")) {
            String form = browser.post(
                            "/check/prefill/figures", Map.of("dossier", dossier, "carried", carried, "take", "0"))
                    .body();
            assertEquals("已填的说明", PageForm.of(form).get("/note"));
            assertFalse(form.contains("已填入1项"), carried);
        }
        String nothing = proposed(dossier, "第一行\n没有数的文字");
        assertTrue(nothing.contains("没有找到本地区可填的数"), nothing);
    }
}
