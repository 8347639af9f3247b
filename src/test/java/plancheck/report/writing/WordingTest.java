package plancheck.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plancheck.facts.Language;
import plancheck.report.Reason;

/** Sentences with their placeholders filled in. */
class WordingTest {
    private static final Pattern FILLED_IN = Pattern.compile("[^{}]*(\\{\\d}[^{}]*)*");

    private final Wording chinese = new Wording(Language.ZH);
    private final Wording english = new Wording(Language.EN);

    @Test
    void each_placeholder_gets_its_text_wherever_the_language_has_it() {
        Reason value = Reason.of(Reason.Key.YEAR_VALUE, "2023", "绿地", "11", "平方米");
        assertEquals("2023年绿地为11平方米", chinese.say(value));
        assertEquals("绿地 in 2023: 11平方米", english.say(value));
    }

    @Test
    void what_is_filled_in_stays_as_it_is_whatever_it_looks_like() {
        assertEquals("材料未填{1}'{0}", chinese.say(Reason.of(Reason.Key.NO_FIGURE, "{1}'{0}")));
        assertEquals("材料未填", chinese.say(Reason.of(Reason.Key.NO_FIGURE, "")));
    }

    @Test
    void sentences_have_no_braces_but_their_placeholders() {
        List<String> wrong = new ArrayList<>();
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            ResourceBundle messages = ResourceBundle.getBundle("plancheck.report.messages", locale);
            assertTrue(messages.keySet().size() > 100);
            messages.keySet().stream()
                    .filter(key -> !FILLED_IN.matcher(messages.getString(key)).matches())
                    .forEach(wrong::add);
        }
        assertEquals(List.of(), wrong);
    }
}
