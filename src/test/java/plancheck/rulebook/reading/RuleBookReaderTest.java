package plancheck.rulebook.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;

/** Whoever writes indicators is told what lacks one of its two languages, and in which line. */
class RuleBookReaderTest {
    private static final RuleBookSources SOURCES = RuleBookSources.read(Path.of("rules"));
    private static final String INDICATORS =
            Objects.requireNonNull(SOURCES.files().get("indicators.yaml"));

    /** The problems of the rule book with one line of the indicators changed, which must be there. */
    private static List<String> problems(String line, String changed) {
        assertEquals(2, INDICATORS.split(java.util.regex.Pattern.quote(line + "\n"), -1).length, line);
        RuleBookSources sources = SOURCES.with("indicators.yaml", INDICATORS.replace(line + "\n", changed));
        return assertThrows(RuleBookException.class, () -> RuleBooks.of(sources)).problems().stream()
                .map(RuleBookProblem::toString)
                .toList();
    }

    private static int line(String text) {
        return (int) INDICATORS.substring(0, INDICATORS.indexOf(text)).lines().count();
    }

    @Test
    @DisplayName("an indicator with help in Chinese alone is reported with the line where it begins")
    void helpInChineseAlone() {
        assertEquals(
                List.of("indicators.yaml:" + line("- id: households\n") + ": 指标households缺少 help-en。请补上"),
                problems("    help-en: Resident households at the date of the dossier", ""));
    }

    @Test
    @DisplayName("an indicator with help in English alone is reported as well")
    void helpInEnglishAlone() {
        assertEquals(
                List.of("indicators.yaml:" + line("- id: households\n") + ": 指标households缺少 help。请补上"),
                problems("    help: 材料截止日的常住户数", ""));
    }

    @Test
    @DisplayName("an indicator needs no help at all")
    void noHelp() {
        String without = INDICATORS
                .replace("    help: 材料截止日的常住户数\n", "")
                .replace("    help-en: Resident households at the date of the dossier\n", "");
        RuleBook book = RuleBooks.of(SOURCES.with("indicators.yaml", without));
        assertEquals(
                "",
                Objects.requireNonNull(book.indicators().get("households"))
                        .help()
                        .en());
    }

    @Test
    @DisplayName("a choice, a sector and a list without English are reported with the line")
    void others() {
        assertEquals(
                List.of("indicators.yaml:" + line("- id: size-class\n") + ": 指标size-class的选项other缺少 en。请补上"),
                problems("      other: { label: 非大型, en: not large }", "      other: { label: 非大型 }\n"));
        assertEquals(
                List.of("indicators.yaml:" + line("industry: { label: 工业") + ": 项目类别industry缺少 en。请补上"),
                problems("  industry: { label: 工业, en: industry }", "  industry: { label: 工业 }\n"));
        assertEquals(
                List.of("indicators.yaml:" + line("community: { list") + ": 清单community缺少 en。请补上"),
                problems(
                        "  community: { list: communities, label: 社区, en: community, in: [county-seat, central-urban-area] }",
                        "  community: { list: communities, label: 社区, in: [county-seat, central-urban-area] }\n"));
    }
}
