package plancheck.rulebook.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plancheck.facts.Stage;
import plancheck.rulebook.Change;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Part;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;

/** What a provision may say beside what it asks: parts, what may be absent, whose answer it shares, and in which steps. */
class NotationTest {
    private static final RuleBookSources SOURCES = RuleBookSources.read(Path.of("rules"));
    private static final String FILE = "pingliang/10/PL-10.1.drl";
    private static final String ANCHOR = "党的全面领导";

    @Test
    void a_duty_has_its_parts_in_the_order_written_with_what_may_be_absent_of_them() {
        Provision duty = read(
                "zy",
                "@yes( \"2025-12-31\" )\n    @any( \"water: 供水 | Water supply; lifts[arts-museum]: 电梯 | Lifts\" )");
        List<Part> parts = duty.measuredIndicator().parts();
        assertEquals(List.of("water", "lifts"), parts.stream().map(Part::id).toList());
        assertEquals(
                List.of("", "arts-museum"), parts.stream().map(Part::feature).toList());
        assertEquals("Water supply", parts.get(0).name().en());
        assertTrue(((Criterion.RequiredAnswer) duty.criterion()).anyPart());
    }

    /** Or a county would be asked whether it has none of something that nobody asks about. */
    @Test
    void whatever_may_be_absent_is_asked_about() {
        RuleBook book = RuleBooks.of(SOURCES);
        Set<String> asked = book.provisions().stream()
                .flatMap(provision -> Stream.concat(
                        Stream.of(provision.feature()),
                        Stream.ofNullable(provision.indicator())
                                .flatMap(indicator -> indicator.parts().stream())
                                .map(Part::feature)))
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                book.features().keySet().stream()
                        .filter(feature -> !asked.contains(feature))
                        .toList());
    }

    @Test
    void a_work_has_its_steps_each_with_its_date() {
        Provision work = read("zy", "@stage( \"2025-12-31: under-construction, 2035-12-31: completed\" )");
        Criterion.RequiredStage asked = (Criterion.RequiredStage) work.criterion();
        assertEquals(
                Stage.UNDER_CONSTRUCTION, asked.at(LocalDate.of(2024, 1, 1)).stage());
        assertEquals(
                Stage.UNDER_CONSTRUCTION, asked.at(LocalDate.of(2035, 12, 30)).stage());
        assertEquals(Stage.COMPLETED, asked.at(LocalDate.of(2035, 12, 31)).stage());
        assertEquals(List.of(LocalDate.of(2025, 12, 31), LocalDate.of(2035, 12, 31)), asked.dueDates());
    }

    @Test
    void two_that_share_an_answer_are_judged_by_one_indicator_that_either_of_them_may_be_given() {
        String one = rule("zy", "", "@yes( \"2025-12-31\" )\n    @all( \"a: 甲 | One; b: 乙 | Two\" )", "Level.CITY");
        String other = rule("zz", "@sameAs( \"PL-10.1-zy\" )\n    ", "@yes( \"2035-12-31\" )", "Level.COUNTY");
        RuleBook book = book(one + "\n" + other);
        Provision second = book.provision("PL-10.1-zz").orElseThrow();
        assertEquals("PL-10.1-zy", second.measuredIndicator().id());
        assertEquals(List.of("city", "county"), second.measuredIndicator().of());
        assertEquals(
                second.measuredIndicator(),
                book.provision("PL-10.1-zy").orElseThrow().measuredIndicator());
        assertEquals(second.measuredIndicator(), book.indicators().get("PL-10.1-zy"));
        assertEquals(null, book.indicators().get("PL-10.1-zz"));
    }

    @Test
    void a_work_that_two_ask_about_is_one_work() {
        String one = rule("zy", "", "@stage( \"2025-12-31: under-construction\" )", "Level.CITY");
        String other =
                rule("zz", "@sameAs( \"PL-10.1-zy\" )\n    ", "@stage( \"2025-12-31: completed\" )", "Level.COUNTY");
        RuleBook book = book(one + "\n" + other);
        assertEquals(
                List.of("PL-10.1-zy", "PL-10.1-zz"),
                Objects.requireNonNull(book.works().get("PL-10.1-zy")).stream()
                        .map(Provision::id)
                        .toList());
        assertEquals(null, book.works().get("PL-10.1-zz"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            @yes( "2025-12-31" ) @all( "water: 供水 | Water" ) ~ 分项须有2至15个
            @yes( "2025-12-31" ) @all( "water: 供水; power: 供电 | Power" ) ~ 分项“water: 供水”写法不对或编号重复
            @yes( "2025-12-31" ) @all( "a: 甲 | A; a: 乙 | B" ) ~ 分项“a: 乙 | B”写法不对或编号重复
            @yes( "2025-12-31" ) @all( "a: 甲 | A; b[nothing]: 乙 | B" ) ~ features 中没有“nothing”
            @yes( "2025-12-31" ) @all( "a: 甲 | A; b: 乙 | B" ) @any( "c: 丙 | C; d: 丁 | D" ) ~ 只能写一项
            @stage( "2025-12-31: started" ) @all( "a: 甲 | A; b: 乙 | B" ) ~ 只用于没有 @indicator 的声明事项
            @stage( "2035-12-31: completed, 2025-12-31: under-construction" ) ~ @stage 不合规范
            @stage( "2025-12-31: completed, 2035-12-31: under-construction" ) ~ @stage 不合规范
            @feature( "nothing" ) @yes( "2025-12-31" ) ~ features 中没有“nothing”
            @feature( "arts-musem" ) @yes( "2025-12-31" ) ~ 是否想写 arts-museum
            @named( "泾河湿地" ) @yes( "2025-12-31" ) ~ @named 的“泾河湿地”不在锚词中
            @sameAs( "PL-10.1-zx" ) @yes( "2025-12-31" ) ~ “PL-10.1-zx”不是可以共用答复的规定
            @sameAs( "PL-3.2-B2-2-g" ) @yes( "2025-12-31" ) ~ 不是可以共用答复的规定
            @sameAs( "PL-10.1-a" ) @yes( "2025-12-31" ) @all( "a: 甲 | A; b: 乙 | B" ) ~ 且不与 @indicator、@all、@any 同写
            """)
    void what_is_written_otherwise_is_said_with_file_and_line(String written, String said) {
        String lines = written.strip().replaceAll("\\) @", ")\n    @");
        RuleBookException e =
                assertThrows(RuleBookException.class, () -> book(rule("zy", "", lines, "Level.CITY")), written);
        String problems = e.problems().stream().map(RuleBookProblem::toString).collect(Collectors.joining("\n"));
        assertTrue(problems.contains(said.strip()), problems);
        assertTrue(problems.contains(FILE + ":"), problems);
    }

    @Test
    void what_is_repealed_is_there_no_more_and_what_changed_is() {
        String file = "pingliang/10/changes.yaml";
        String before = SOURCES.files().getOrDefault(file, "");
        String change = "- { version: 9.9.9, id: PL-10.1-%s, what: 并入他条, en: part of another%s }\n";
        RuleBook book =
                RuleBooks.of(SOURCES.with(file, before + change.formatted("zx", ", repealed: true, now: [PL-10.1-a]")));
        Change last = book.changes().stream()
                .filter(c -> c.version().equals("9.9.9"))
                .findFirst()
                .orElseThrow();
        assertEquals(Change.Kind.REPEALED, last.kind());
        assertEquals(List.of("PL-10.1-a"), last.now());
        for (String wrong : List.of(
                change.formatted("a", ", repealed: true"),
                change.formatted("zx", ""),
                change.formatted("a", ", now: [PL-1-z]"))) {
            RuleBookSources sources = SOURCES.with(file, before + wrong);
            assertThrows(RuleBookException.class, () -> RuleBooks.of(sources), wrong);
        }
    }

    private static Provision read(String letter, String asked) {
        return book(rule(letter, "", asked, "Level.CITY"))
                .provision("PL-10.1-" + letter)
                .orElseThrow();
    }

    private static RuleBook book(String rules) {
        return RuleBooks.of(SOURCES.with(FILE, SOURCES.files().get(FILE) + "\n" + rules));
    }

    private static String rule(String letter, String before, String asked, String level) {
        return """
            rule "PL-10.1-%s 假定的规定"
                @clause( "十/（一）" )
                @anchor( "%s" )
                @force( "must" )
                %s%s
                @ruling( "R10" )
                @en( "A made-up provision" )
            when
                $subject : Place( level == %s )
            then
                insert( Requirement.of( drools.getRule().getName(), $subject ) );
            end
            """.formatted(letter, ANCHOR, before, asked, level);
    }
}
