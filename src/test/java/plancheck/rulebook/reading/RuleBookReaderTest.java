package plancheck.rulebook.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;

/** Whoever writes indicators is told what lacks one of its two languages, and in which line. */
class RuleBookReaderTest {
    private static final RuleBookSources SOURCES = RuleBookSources.read(Path.of("rules"));
    /** The problems of the rule book with one line changed, which must be there once in all files of indicators. */
    private static List<String> problems(String line, String changed) {
        String file = file(line + "\n");
        String text = text(file);
        assertEquals(2, text.split(Pattern.quote(line + "\n"), -1).length, line);
        RuleBookSources sources = SOURCES.with(file, text.replace(line + "\n", changed));
        return assertThrows(RuleBookException.class, () -> RuleBooks.of(sources)).problems().stream()
                .map(RuleBookProblem::toString)
                .toList();
    }

    /** The one file of indicators that holds this. */
    private static String file(String text) {
        List<String> files = SOURCES.files().keySet().stream()
                .filter(file -> file.startsWith("indicators"))
                .filter(file -> text(file).contains(text))
                .toList();
        assertEquals(1, files.size(), text);
        return files.get(0);
    }

    private static String text(String file) {
        return Objects.requireNonNull(SOURCES.files().get(file));
    }

    /** Where this stands, as a problem says it. */
    private static String at(String text) {
        String all = text(file(text));
        return file(text) + ":" + all.substring(0, all.indexOf(text)).lines().count();
    }

    @Test
    @DisplayName("an indicator with help in Chinese alone is reported with the line where it begins")
    void helpInChineseAlone() {
        assertEquals(
                List.of(at("- id: households\n") + ": 指标households缺少 help-en。请补上"),
                problems("    help-en: Resident households at the date of the dossier", ""));
    }

    @Test
    @DisplayName("an indicator with help in English alone is reported as well")
    void helpInEnglishAlone() {
        assertEquals(
                List.of(at("- id: households\n") + ": 指标households缺少 help。请补上"), problems("    help: 材料截止日的常住户数", ""));
    }

    @Test
    @DisplayName("an indicator needs no help at all")
    void noHelp() {
        String file = file("- id: households\n");
        String without = text(file)
                .replace("    help: 材料截止日的常住户数\n", "")
                .replace("    help-en: Resident households at the date of the dossier\n", "");
        RuleBook book = RuleBooks.of(SOURCES.with(file, without));
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
                List.of(at("- id: size-class\n") + ": 指标size-class的选项other缺少 en。请补上"),
                problems("      other: { label: 非大型, en: not large }", "      other: { label: 非大型 }\n"));
        assertEquals(
                List.of(at("charging: { label: 充换电设施") + ": 项目类别charging缺少 en。请补上"),
                problems(
                        "  charging: { label: 充换电设施, en: charging of vehicles, words: [充电, 换电, 充换电] }",
                        "  charging: { label: 充换电设施 }\n"));
        assertEquals(
                List.of(at("community: { list") + ": 清单community缺少 en。请补上"),
                problems(
                        "  community: { list: communities, label: 社区, en: community, in: [county-seat, central-urban-area] }",
                        "  community: { list: communities, label: 社区, in: [county-seat, central-urban-area] }\n"));
    }
}
