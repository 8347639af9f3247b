package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import plancheck.EnglishText;
import plancheck.access.Scope;
import plancheck.service.Browser;
import plancheck.service.Client;
import plancheck.service.TestService;
import plancheck.web.review.ReviewSamples;

/** Who asks for English gets English, at every page and every address of the API, whatever goes wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnglishDoorsTest {
    /** What people and the samples have written here. */
    private static final String GIVEN =
            Stream.of("jingchuan-2023", "kongtong-2024", "chongxin-2023", "village-road-project")
                            .map(ReviewSamples::text)
                            .reduce("", String::concat)
                    + "测试 审批系统 已离任 重名 泾川县2024年度自评 泾川县2023年度自评（补正） 崆峒区2024年度自评（待审） 崆峒区2024年度自评（未定） 庄浪县自评 崇信县自评 通村道路项目"
                    + " 台账是否已经建立？ 台账已建立，见附件。 请补充依据。 同意 没有的词 古树名木台账 污水"
                    + " 新来 旧系统 系统管理员 泾川县数据平台 泾川县县城 自查报告 县政府办 县发展改革局";

    private final TestService service = TestService.start(Map.of());
    private final EveryPage every = new EveryPage(service);
    private final EnglishText english = EnglishText.of(service.book(), GIVEN);

    @AfterAll
    void close() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> every_page_is_in_english() {
        Map<String, List<Page>> all = every.all();
        return all.entrySet().stream().flatMap(of -> {
            Browser browser = of.getKey().isEmpty() ? new Browser(service) : Browser.signedIn(service, of.getKey());
            return of.getValue().stream()
                    .map(Page::path)
                    .distinct()
                    .map(path -> DynamicTest.dynamicTest(of.getKey() + " " + path, () -> {
                        String page = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=en")
                                .body();
                        assertEquals(List.of(), english.chineseIn(words(page)));
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatever_can_be_got_from_the_api_is_in_english() {
        Client client = Client.of(service, "620821", Scope.values());
        String assessment = made(client, "/api/v1/assessments", "jingchuan-2023");
        String later = made(client, "/api/v1/assessments", "jingchuan-2023");
        String dossier = made(client, "/api/v1/dossiers", "jingchuan-2023");
        client.post(dossier + "/submissions", "application/json", "");
        String asked = made(client, "/api/v1/dossiers", "jingchuan-2023");
        client.post(
                asked + "/collection",
                "application/json",
                "{\"bureaus\": [\"housing\"], \"due\": \""
                        + LocalDate.now(ZoneOffset.UTC).plusDays(9) + "\"}");
        client.post(
                asked + "/collection/parts/housing/returns",
                "application/yaml",
                "figures:\n  county-seat-sewage-treatment-rate: 91.5%\n");
        return Stream.of(
                        "/api/v1/assessments",
                        assessment,
                        later + "/findings/PL-6.1-3-d",
                        "/api/v1/dossiers",
                        dossier,
                        dossier + "/trail",
                        dossier + "/questions",
                        dossier + "/evidence",
                        dossier + "/revisions",
                        dossier + "/revisions/1",
                        asked + "/collection",
                        asked + "/trail",
                        "/api/v1/webhooks",
                        "/api/v1/rulebook")
                .map(path -> DynamicTest.dynamicTest(path.replaceAll("[0-9a-f-]{36}", "{id}"), () -> {
                    Client.Answer answer = client.get(path, "Accept-Language", "en");
                    assertEquals(200, answer.status());
                    assertEquals(List.of(), english.chineseIn(answer.text()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> reports_of_every_format_are_in_english() {
        Client client = Client.of(service, "620821", Scope.values());
        String report = made(client, "/api/v1/assessments", "jingchuan-2023") + "/report";
        return Stream.of("text/plain", "application/sarif+json", "application/xml", "text/html")
                .map(type -> DynamicTest.dynamicTest(type, () -> {
                    Client.Answer answer = client.get(report, "Accept-Language", "en", "Accept", type);
                    assertEquals(200, answer.status());
                    String said = type.equals("text/html") ? words(answer.text()) : answer.text();
                    assertEquals(List.of(), english.chineseIn(said));
                }));
    }

    /** Where it is, once it is there. */
    private static String made(Client client, String path, String sample) {
        Client.Answer made = client.post(path, "application/yaml", ReviewSamples.text(sample));
        return made.header("Location");
    }

    /** Each has a code, which no language changes, and says it in English. */
    @TestFactory
    Stream<DynamicTest> whatever_goes_wrong_at_the_api_is_told_in_english_with_a_code() {
        Client client = Client.of(service, "620821", Scope.values());
        Client other = Client.of(service, "620822", Scope.ASSESS);
        String none = "00000000-0000-0000-0000-000000000001";
        String wrong = """
                plancheck: 1
                kind: self-assesment
                id: x
                title: 泾川县
                place: "620822"
                as-of: 2024-13-31
                figurs: 3
                figures:
                  county-seat-sewage-treatment-rate: abc
                  refuse-resource-utilisation-rate: { value: 158, unit: "%", year: 2024 }
                villages:
                  - { households: 3.5, hardened-road: maybe }
                  - { name: 甲, households: 3 }
                  - { name: 甲, households: "十" }
                """;
        Map<String, Function<Client, Client.Answer>> calls = Map.ofEntries(
                Map.entry("no such path", c -> c.get("/api/v1/nowhere", "Accept-Language", "en")),
                Map.entry("no such parameter", c -> c.get("/api/v1/assessments?x=1", "Accept-Language", "en")),
                Map.entry(
                        "a parameter twice",
                        c -> c.get("/api/v1/assessments?limit=1&limit=2", "Accept-Language", "en")),
                Map.entry("no such value", c -> c.get("/api/v1/dossiers?state=gone", "Accept-Language", "en")),
                Map.entry(
                        "not acceptable", c -> c.get("/api/v1/plans", "Accept-Language", "en", "Accept", "image/png")),
                Map.entry("no assessment", c -> c.get("/api/v1/assessments/" + none, "Accept-Language", "en")),
                Map.entry("no dossier", c -> c.get("/api/v1/dossiers/" + none, "Accept-Language", "en")),
                Map.entry("no plan", c -> c.get("/api/v1/plans/none", "Accept-Language", "en")),
                Map.entry("no provision", c -> c.get("/api/v1/provisions/none", "Accept-Language", "en")),
                Map.entry("no webhook", c -> c.get("/api/v1/webhooks/" + none, "Accept-Language", "en")),
                Map.entry(
                        "an address that cannot be told",
                        c -> c.post(
                                "/api/v1/webhooks",
                                "application/json",
                                "{\"url\":\"http://localhost/\",\"events\":[\"dossier.submitted\"]}",
                                "Accept-Language",
                                "en")),
                Map.entry(
                        "no events",
                        c -> c.post(
                                "/api/v1/webhooks",
                                "application/json",
                                "{\"url\":\"https://x/\"}",
                                "Accept-Language",
                                "en")),
                Map.entry(
                        "a field there is not",
                        c -> c.post("/api/v1/webhooks", "application/json", "{\"uri\":1}", "Accept-Language", "en")),
                Map.entry(
                        "no envelope",
                        c -> c.post("/api/v1/whatif", "application/json", "[]", "Accept-Language", "en")),
                Map.entry(
                        "a wrong dossier",
                        c -> c.post("/api/v1/assessments", "application/yaml", wrong, "Accept-Language", "en")),
                Map.entry(
                        "no yaml",
                        c -> c.post("/api/v1/assessments", "application/yaml", "a: b: c", "Accept-Language", "en")),
                Map.entry(
                        "no json",
                        c -> c.post("/api/v1/assessments", "application/json", "{", "Accept-Language", "en")),
                Map.entry(
                        "an empty dossier",
                        c -> c.post("/api/v1/assessments", "application/yaml", "", "Accept-Language", "en")),
                Map.entry(
                        "another content",
                        c -> c.post("/api/v1/webhooks", "application/yaml", "url: x", "Accept-Language", "en")),
                Map.entry(
                        "another place",
                        c -> c.post("/api/v1/dossiers", "application/yaml", wrong, "Accept-Language", "en")),
                Map.entry("without the scope", c -> other.get("/api/v1/dossiers", "Accept-Language", "en")),
                Map.entry(
                        "without a token",
                        c -> Client.with(service, "").get("/api/v1/dossiers", "Accept-Language", "en")));
        return calls.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    Client.Answer answer = call.getValue().apply(client);
                    assertTrue(answer.status() >= 400, () -> answer.status() + " " + answer.text());
                    assertEquals("application/problem+json", answer.header("Content-Type"));
                    assertTrue(answer.json().at("/code").asString().matches("[a-z]+\\.[a-z0-9-]+"), answer::text);
                    answer.json()
                            .at("/errors")
                            .forEach(error -> assertTrue(
                                    error.at("/code").asString().matches("[a-z]+\\.[a-z0-9-]+"), error::toString));
                    assertFalse(answer.json().at("/detail").asString().isBlank());
                    assertEquals(List.of(), english.chineseIn(answer.text().replace("甲", "")));
                }));
    }

    /** What a page says in English: what it says is Chinese is left out, and so is what somebody types into a field. */
    private static String words(String page) {
        Document document = Jsoup.parse(page);
        document.select("[lang^=zh], script, style, textarea").remove();
        List<String> words = new ArrayList<>(
                document.getAllElements().stream().map(Element::ownText).toList());
        for (String attribute : List.of("title", "aria-label", "placeholder", "alt", "data-label")) {
            for (Element element : document.select("[" + attribute + "]")) {
                words.add(attribute + ": " + element.attr(attribute));
            }
        }
        return String.join("\n", words);
    }
}
