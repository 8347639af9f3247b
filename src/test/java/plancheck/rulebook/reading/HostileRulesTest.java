package plancheck.rulebook.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieSession;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;

/** A rule that says more than the notation allows is refused with its line and the reason, and nothing of it ever runs. */
class HostileRulesTest {
    private static final String FILE = "city/1/CC-1-1.drl";
    private static int songsOfDrools;

    @TempDir
    Path rules;

    @BeforeEach
    void writeBook() throws IOException {
        write("rulebook.yaml", "version: 1");
        write("places.yaml", "places: [ { code: \"1\", name: 某某, level: city } ]");
        write("indicators.yaml", """
                kinds:
                  house: { list: houses, label: 房屋, en: house, in: [city] }
                indicators:
                  - { id: rate, label: 率, en: Rate, of: [city], unit: "%" }
                  - { id: done, label: 做到, en: Done, of: [city], type: yes-no }
                """);
        write("rulings.yaml", "rulings: { R1: { text: 至少, en: at least } }");
        write("city/plan.yaml", "prefix: CC\ntitle: 市规划\nplace: \"1\"\nbase-year: 2020\nhorizon: 2035");
    }

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static int fired(KieBase base) {
        KieSession session = base.newKieSession();
        session.insert(new Place("1", Level.CITY, Label.of("某某"), Map.of()));
        int fired = session.fireAllRules();
        session.dispose();
        return fired;
    }

    @AfterAll
    static void nothingSang() {
        assertEquals(songsOfDrools, Canary.songs());
    }

    static List<HostileRules.Case> hostile() {
        return HostileRules.all();
    }

    @Test
    @DisplayName("the rule of which all others are made is sound, with any line ends, and binds")
    void sound() throws IOException {
        for (String file : List.of(HostileRules.SOUND, HostileRules.SOUND.replace("\n", "\r\n"))) {
            write(FILE, file);
            RuleBook book = RuleBooks.of(rules);
            assertEquals(1, fired(book.rules()));
            assertEquals(
                    HostileRules.SOUND.substring(HostileRules.SOUND.indexOf("rule ")),
                    book.provisions().get(0).source());
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refused(HostileRules.Case hostile) throws IOException {
        write(FILE, hostile.file());
        RuleBookProblem problem = assertThrows(RuleBookException.class, () -> RuleBooks.of(rules))
                .problems()
                .get(0);
        assertEquals(FILE + ":" + hostile.line(), problem.file() + ":" + problem.line(), problem.toString());
        assertTrue(problem.toString().contains(hostile.reason()), problem.toString());
        assertTrue(
                problem.inWords().en().contains(hostile.english()),
                problem.inWords().en());
    }

    @Test
    @DisplayName("each rule of a file that has more than one mistake is told, and no sound one is lost for it")
    void several() throws IOException {
        String other = HostileRules.SOUND.substring(HostileRules.SOUND.indexOf("rule "));
        write(
                FILE,
                HostileRules.SOUND.replace("when", "salience 1 when")
                        + other.replace("then", "then halt();")
                        + other.replace("-a ", "-c "));
        assertEquals(
                List.of(11, 25),
                assertThrows(RuleBookException.class, () -> RuleBooks.of(rules)).problems().stream()
                        .map(RuleBookProblem::line)
                        .toList());
    }

    @Test
    @DisplayName("a rule file with slips of any kind is read or refused, and nothing else")
    void anySlip() throws IOException {
        Random random = new Random(11);
        List<String> pieces = Stream.concat(
                        RuleToken.of(HostileRules.SOUND).stream().map(RuleToken::text),
                        Stream.of(
                                "\"",
                                "\\",
                                "\n",
                                "(",
                                "/*",
                                "//",
                                "plancheck.rulebook.reading.Canary.sing()",
                                "（",
                                "\u200b",
                                "'"))
                .toList();
        for (int i = 0; i < 500; i++) {
            StringBuilder file = new StringBuilder(HostileRules.SOUND);
            for (int slips = random.nextInt(4); slips >= 0; slips--) {
                int at = random.nextInt(file.length());
                file.replace(
                        at, Math.min(file.length(), at + random.nextInt(8)), pieces.get(random.nextInt(pieces.size())));
            }
            write(FILE, file.toString());
            try {
                fired(RuleBooks.of(rules).rules());
            } catch (RuleBookException refused) {
                assertTrue(refused.problems().get(0).message().zh().length() > 5);
            }
        }
    }

    @Test
    @DisplayName("the canary sings where Drools itself compiles such a rule: this test would notice")
    void canary() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(
                "src/main/resources/a.drl",
                HostileRules.SOUND.replace("level == Level.CITY", "eval( plancheck.rulebook.reading.Canary.sing() )"));
        services.newKieBuilder(files).buildAll(org.drools.model.codegen.ExecutableModelProject.class);
        int before = Canary.songs();
        assertEquals(
                1,
                fired(services.newKieContainer(services.getRepository().getDefaultReleaseId())
                        .getKieBase()));
        assertTrue(Canary.songs() > before);
        songsOfDrools = Canary.songs();
    }
}
