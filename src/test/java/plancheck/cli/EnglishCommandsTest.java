package plancheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plancheck.EnglishText;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** Who asks for English gets English from every command, whatever goes wrong; {@code rules doc} writes a Chinese book. */
class EnglishCommandsTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final Path SAMPLE = Path.of("test-cases", "dossiers", "jingchuan-2023.yaml");
    private static final String WRONG = """
            plancheck: 1
            kind: self-assesment
            id: x
            title: 泾川县
            place: "620821"
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

    @TempDir
    private Path folder;

    /** {@code SAMPLE}, {@code WRONG} and {@code NONE} stand for files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check SAMPLE",
                "check -f sarif SAMPLE",
                "check --cite full SAMPLE",
                "check WRONG",
                "check NONE",
                "check",
                "whatif --set x SAMPLE",
                "rules list -f xml",
                "check --unheard-of SAMPLE",
                "check --as-of 2020-02-30 SAMPLE",
                "check --as-of 2020-01-01 SAMPLE",
                "check --cite half SAMPLE",
                "check -f pdf SAMPLE",
                "check -f text -f json SAMPLE",
                "check -f json= SAMPLE",
                "check -f json=NONE/x.json SAMPLE",
                "check --rules NONE SAMPLE",
                "validate SAMPLE WRONG",
                "template --place 620821",
                "template --place 1",
                "template --place 620821 --kind x",
                "template --place 620821 --kind project",
                "template --place 620821 --sector x",
                "template --place 620821 --sector sewage-treatment --site x",
                "explain PL-6.1-3-d",
                "explain GS-7.5-1-a --dossier SAMPLE",
                "explain PL-6.1-3-z",
                "whatif --set county-seat-sewage-treatment-rate=90 SAMPLE",
                "whatif --set nothing-such=90 SAMPLE",
                "whatif --set county-seat-sewage-treatment-rate=90 WRONG",
                "rules list",
                "rules conflicts",
                "rules coverage",
                "rules test PL-6.1-3-d",
                "rules test --cases NONE",
                "rules verify",
                "rules verify --plans NONE",
                "rules register x NONE",
                "plans list",
                "plans show none",
                "plans show gansu",
                "plans add NONE SAMPLE",
                "unheard-of"
            })
    void a_command_in_english_says_nothing_in_chinese(String line) throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), WRONG);
        List<String> args = new ArrayList<>();
        for (String word : line.split(" ")) {
            args.add(word.replace("SAMPLE", SAMPLE.toString())
                    .replace("WRONG", wrong.toString())
                    .replace("NONE", folder.resolve("none").toString()));
        }
        args.addAll(args.contains("--lang") ? List.of() : List.of("--lang", "en"));
        if (args.size() > 2 && !args.contains("unheard-of") && !args.contains("validate")) {
            args.addAll(List.of("--home", folder.toString()));
        }
        Said said = Said.by(args.toArray(String[]::new));
        assertFalse(said.out().isBlank() && said.err().isBlank());
        String given = (line.contains("SAMPLE") ? Files.readString(SAMPLE) : "") + WRONG
                + " 年度新型城镇化自评"; // the title of a template
        EnglishText english = EnglishText.of(BOOK, given);
        assertEquals(List.of(), english.chineseIn(said.out() + "\n" + said.err()));
    }
}
