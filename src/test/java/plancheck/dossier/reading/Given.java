package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Dossiers for tests of their reading. */
public final class Given {
    public static final RuleBook BOOK = RuleBooks.shipped();
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}、。，；：？！（）《》]");

    public static final DossierReader READER = new DossierReader(BOOK);

    /** Six lines; what a test is about begins on line 7. */
    public static final String HEAD = """
            plancheck: 1
            kind: self-assessment
            id: 620821-2024-ZP
            title: 泾川县2024年度自评
            place: "620821"
            as-of: 2024-12-31
            """;

    public static final String CITY = HEAD.replace("620821", "620800").replace("泾川县", "平凉市");

    /** Twelve lines. */
    public static final String PROJECT = """
            plancheck: 1
            kind: project
            id: 620802-2024-XM
            title: 崆峒区老旧小区改造项目
            place: "620802"
            as-of: 2024-05-01
            project:
              code: 2404-620802-04-01-123456
              sector: compound-renovation
              site: central-urban-area
              start: 2024-06-01
              completion: 2025-10-31
            """;

    private Given() {}

    public static DossierReading read(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As an officer sees them; warnings begin with 提示. */
    static List<String> problems(String text) {
        return said(read(text));
    }

    /** The same; and each has been seen to have English words too. */
    public static List<String> said(DossierReading reading) {
        return reading.problems().stream()
                .peek(Given::inEnglish)
                .map(problem -> (problem.isError() ? "" : "提示：") + problem)
                .toList();
    }

    /** Fails when a problem has no English, or Chinese in it that is not quoted from the dossier. */
    public static void inEnglish(Problem problem) {
        for (Phrase label : List.of(problem.message(), problem.advice())) {
            assertFalse(label.en().isBlank(), problem::toString);
            assertFalse(
                    CHINESE.matcher(label.en().replaceAll("“[^”]*”", "")).find(),
                    () -> problem + " / " + problem.inWords().en());
        }
    }

    /** The problems of one figure of a county, written on line 8. */
    static List<String> figure(String indicator, String value) {
        return problems(HEAD + "figures:\n  " + indicator + ": " + value + "\n");
    }
}
