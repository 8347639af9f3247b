package plancheck.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who says what he sees on a button must press it: the name that is read out holds the text that is shown. */
class LabelInNameTest {
    private static final Path PAGES = Path.of("src/main/resources/plancheck/web");
    private static final Pattern NAMED =
            Pattern.compile("<(button|a|summary)\\b([^>]*\\baria-label\\b[^>]*)>([^<]*)", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("aria-label(?:=|=\")#\\{([\\w.-]+)");
    private static final Pattern TEXT = Pattern.compile("th:text=\"#\\{([\\w.-]+)");

    @Test
    void the_name_of_a_button_or_link_holds_its_text_in_both_languages() {
        List<String> wrong = new ArrayList<>();
        int[] seen = {0};
        for (Path page : pages()) {
            Matcher named = NAMED.matcher(text(page));
            while (named.find()) {
                for (String language : List.of("", "_en")) {
                    String shown = shown(named.group(2), named.group(3), language);
                    String said = message(LABEL, named.group(2), language);
                    seen[0] += shown.isBlank() ? 0 : 1;
                    if (!said.toLowerCase(Locale.ROOT).contains(shown.toLowerCase(Locale.ROOT))) {
                        wrong.add(page.getFileName() + ": “" + shown + "” is not in “" + said + "”");
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen[0] >= 10, "looked at " + seen[0]);
    }

    private static String shown(String attributes, String otherwise, String language) {
        return TEXT.matcher(attributes).find() ? message(TEXT, attributes, language) : otherwise.strip();
    }

    private static String message(Pattern key, String attributes, String language) {
        Matcher found = key.matcher(attributes);
        assertTrue(found.find(), "a name that is no message: " + attributes);
        return messages(language).getProperty(found.group(1), "no such message: " + found.group(1));
    }

    private static Properties messages(String language) {
        Properties all = new Properties();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(
                            f -> f.getFileName().toString().matches("(messages|layout)" + language + "\\.properties"))
                    .toList()) {
                all.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
