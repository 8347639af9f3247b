package plancheck.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OfficialTextsTest {
    private static final String PAGE_MARK = "—[０-９]+—";

    @Test
    @DisplayName("every character of both texts but blanks and page marks stands in exactly one clause, in order")
    void nothingIsLost() {
        OfficialTexts.raw().forEach((plan, raw) -> {
            String whole = raw.lines()
                    .map(line -> line.replaceAll("[\\s\\u3000]", ""))
                    .filter(line -> !line.matches(PAGE_MARK))
                    .collect(Collectors.joining());
            String kept = PlanText.parse(raw, Numbering.USUAL).clauses().stream()
                    .map(clause -> clause.text().replaceAll("\\s", ""))
                    .collect(Collectors.joining());
            assertEquals(unmarked(whole), unmarked(kept), plan);
            assertEquals(
                    whole.codePointCount(0, whole.length()),
                    kept.codePointCount(0, kept.length()),
                    plan + ": punctuation too");
        });
    }

    /** Letters and digits alone, since cleaning changes the form of punctuation. */
    private static String unmarked(String text) {
        return Bare.of(text.replaceAll("\\p{Co}", ".")).text().replace(".", "");
    }

    @Test
    @DisplayName("the texts have 165 and 224 clauses, and no path twice")
    void numberOfClauses() {
        assertEquals(165, OfficialTexts.of("gansu").clauses().size());
        assertEquals(224, OfficialTexts.of("pingliang").clauses().size());
        OfficialTexts.parsed().forEach((plan, text) -> {
            Set<String> paths = new HashSet<>();
            text.clauses().forEach(clause -> assertTrue(paths.add(clause.path()), plan + " " + clause.path()));
        });
    }

    @Test
    @DisplayName("the item after box 7 belongs to its section, and box 2 is one although it is not called so")
    void misprints() {
        PlanText text = OfficialTexts.of("pingliang");
        assertEquals("加快创建全国文明城市", text.clause("七/（一）/4").orElseThrow().heading());
        assertEquals("老旧小区改造", text.clause("七/（一）/专栏7/4").orElseThrow().heading());
        assertEquals("县城补短板强弱项工程", text.clause("三/（二）/专栏2").orElseThrow().heading());
        assertTrue(text.clause("三/（二）/专栏2/2/二是").orElseThrow().contains("97.5%"));
    }

    @Test
    @DisplayName(
            "no extraction artefact is left for a reader: no full-width digit, private character, page mark or blank line")
    void fitToBeShown() {
        OfficialTexts.parsed()
                .forEach((plan, text) -> text.clauses()
                        .forEach(clause -> assertTrue(
                                clause.text()
                                                .codePoints()
                                                .noneMatch(c -> c >= '０' && c <= '９'
                                                        || Character.getType(c) == Character.PRIVATE_USE)
                                        && !clause.text().contains("\n\n")
                                        && !clause.text().matches("(?s).*[一-龥] [一-龥].*"),
                                plan + " " + clause.path())));
    }

    @Test
    @DisplayName("changing any single digit of a text changes a fingerprint or the clauses")
    void everyDigitCounts() {
        OfficialTexts.raw().forEach((plan, raw) -> {
            List<Clause> before = PlanText.parse(raw, Numbering.USUAL).clauses();
            for (int at : digits(raw)) {
                char digit = raw.charAt(at);
                char other = (char) (digit + (digit == '9' || digit == '９' ? -1 : 1));
                String changed = raw.substring(0, at) + other + raw.substring(at + 1);
                List<Clause> after = PlanText.parse(changed, Numbering.USUAL).clauses();
                assertFalse(isAlike(before, after), plan + ": digit at " + at);
            }
        });
    }

    private static boolean isAlike(List<Clause> before, List<Clause> after) {
        return before.size() == after.size()
                && IntStream.range(0, before.size()).allMatch(i -> isAlike(before.get(i), after.get(i)));
    }

    /** The same text has the same fingerprint. */
    private static boolean isAlike(Clause before, Clause after) {
        return before.path().equals(after.path())
                && (before.text().equals(after.text()) || before.fingerprint().equals(after.fingerprint()));
    }

    private static List<Integer> digits(String raw) {
        List<Integer> digits = new ArrayList<>();
        int start = 0;
        for (String line : raw.split("\n", -1)) {
            for (int i = 0; i < line.length() && !line.strip().matches(PAGE_MARK); i++) {
                if (Character.isDigit(line.charAt(i))) {
                    digits.add(start + i);
                }
            }
            start += line.length() + 1;
        }
        return digits;
    }
}
