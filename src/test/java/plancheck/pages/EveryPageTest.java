package plancheck.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import plancheck.AnyJdk;
import plancheck.plan.text.OfficialTexts;
import plancheck.service.Browser;
import plancheck.service.TestService;

/** Every page there is, as each of those sees it who may: in both languages, at a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@AnyJdk
@InBrowser
class EveryPageTest {
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 768), new Dimension(390, 844));

    private final TestService service = TestService.start(Map.of()); // its own, since official texts are added
    private final EveryPage every = new EveryPage(service);
    private final Map<String, List<Page>> pages = every.all();
    private @Nullable Chromium opened;
    private String signedIn = "";

    @TempDir
    private Path folder;

    @AfterAll
    void close() {
        if (opened != null) {
            opened.close();
        }
        service.close();
    }

    @Test
    void every_page_that_can_be_got_is_looked_at() {
        Set<String> looked = pages.values().stream()
                .flatMap(List::stream)
                .map(Page::mapping)
                .filter(mapping -> !mapping.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        looked.addAll(EveryPage.NO_PAGES.keySet());
        assertEquals(mappings(), looked);
    }

    private Set<String> mappings() {
        Set<String> mappings = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping all :
                service.all(RequestMappingInfoHandlerMapping.class).values()) {
            all.getHandlerMethods().forEach((info, method) -> {
                if (method.getBeanType().getPackageName().startsWith("plancheck.web.") && canBeGot(info)) {
                    mappings.addAll(info.getPatternValues());
                }
            });
        }
        return mappings;
    }

    private static boolean canBeGot(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    @TestFactory
    Stream<DynamicNode> a_page_is_good_in_both_languages_at_a_desk_and_on_a_phone() {
        return pages.entrySet().stream()
                .map(of ->
                        DynamicContainer.dynamicContainer("as " + of.getKey(), tests(of.getKey(), "", of.getValue())));
    }

    @TestFactory
    Stream<DynamicNode> a_page_with_official_texts_is_good_too() {
        Map<String, String> texts = OfficialTexts.raw();
        Page adding = Page.of("", "/admin/plans").then(page -> texts.values().forEach(text -> add(page, text)));
        return Stream.of(
                DynamicContainer.dynamicContainer(
                        "as administrator",
                        tests("administrator", "texts-", List.of(adding, Page.of("/admin", "/admin")))),
                DynamicContainer.dynamicContainer("as anybody", tests("", "texts-", EveryPage.withTexts())));
    }

    private void add(Chromium page, String text) {
        try {
            page.upload("#file", Files.writeString(folder.resolve("原文.txt"), text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page.click("main .panel button[type=submit]");
        page.find("main .alert-success");
        page.unfold();
    }

    private Stream<DynamicTest> tests(String login, String kind, List<Page> of) {
        return of.stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.path() + " " + page.status(), () -> assertGood(login, page, kind + of.indexOf(page))));
    }

    private void assertGood(String login, Page page, String number) throws IOException {
        Chromium browser = as(login);
        for (String language : LANGUAGES) {
            boolean loaded = false;
            for (Dimension size : sizes(language, page)) {
                browser.resize(size.width, size.height);
                if (!loaded || browser.asksForItsSizeOnce()) {
                    load(browser, login, page, language);
                    loaded = true;
                }
                browser.assertGood(page.in(language) + " at " + size.width);
                browser.picture("every-" + login + "-" + number + "-" + language + size.width);
            }
        }
    }

    /** One language comes from the desk to the phone, the other the other way, so that each size is the one it loads in. */
    private static List<Dimension> sizes(String language, Page page) {
        Dimension first = SIZES.get(LANGUAGES.indexOf(language));
        return page.large()
                ? List.of(first)
                : Stream.concat(Stream.of(first), SIZES.stream().filter(size -> !size.equals(first)))
                        .toList();
    }

    private void load(Chromium browser, String login, Page page, String language) throws IOException {
        if (page.mapping().endsWith("/report")) {
            browser.driver().get(saved(login, page.in(language)).toUri().toString());
        } else {
            browser.go(page.in(language));
            assertEquals(page.status(), browser.status(), page.in(language));
            assertIsOf(page, browser.address());
        }
        page.then().accept(browser);
    }

    private Path saved(String login, String path) throws IOException {
        byte[] page = Browser.signedIn(service, login).get(path).body().getBytes(StandardCharsets.UTF_8);
        return Files.write(folder.resolve("report.html"), page);
    }

    /** A page that somebody was sent to instead is another page. */
    private static void assertIsOf(Page page, String address) {
        if (!page.mapping().isEmpty()) {
            String path = address.replaceFirst("\\?.*", "");
            assertTrue(new AntPathMatcher().match(page.mapping(), path), address + " is not of " + page.mapping());
        }
    }

    private Chromium as(String login) {
        Chromium browser = opened;
        if (browser == null) {
            browser = Chromium.open(service);
            opened = browser;
        }
        if (!login.equals(signedIn)) {
            browser.signOut();
            signedIn = login;
            if (!login.isEmpty()) {
                browser.signIn(login);
            }
        }
        return browser;
    }
}
