package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plancheck.dossier.reading.Given.HEAD;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Pointer;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Indicator;

/** Five of a kind are told and the others counted, 200 in all. */
class ProblemsTest {
    private static final String COUNTED = "不再逐一列出。请先改正列出的各处和同类的问题，再检查一次";

    @Test
    void five_of_a_kind_are_all_told() {
        List<String> said = Given.problems(villages(5, i -> "甲" + i, "四十二"));
        assertEquals(5, said.size());
        assertTrue(said.stream().noneMatch(problem -> problem.contains("不再逐一列出")), said::toString);
    }

    @Test
    void the_sixth_is_counted_and_so_are_all_after_it() {
        assertEquals(
                "第13行：同样的问题还有1处，" + COUNTED,
                Given.problems(villages(6, i -> "甲" + i, "四十二")).get(5));
        DossierReading reading = Given.read(villages(20_000, i -> "甲" + i, "四十二"));
        assertEquals(6, reading.problems().size());
        assertEquals("第13行：同样的问题还有19995处，" + COUNTED, Given.said(reading).get(5));
        assertEquals(
                20_000, reading.problems().stream().mapToInt(Problem::count).sum());
        Dossier readable = Objects.requireNonNull(reading.readable());
        assertEquals(20_000, readable.items().size());
        assertTrue(
                readable.items().stream().allMatch(item -> item.number("households") == null),
                "what is only counted is unknown like what is told");
    }

    @Test
    void the_same_mistake_in_other_columns_is_another_kind() {
        String text = villages(6, i -> "甲" + i, "四十二").replace("yes", "maybe");
        assertEquals(12, Given.problems(text).size());
    }

    @Test
    void a_list_written_twice_is_told_five_times_and_counted() {
        List<String> said = Given.problems(villages(2_000, i -> "甲" + i / 2, "42"));
        assertEquals(6, said.size());
        assertEquals("第19行：同样的问题还有995处，" + COUNTED, said.get(5));
    }

    @Test
    void fields_that_there_are_not_are_told_five_times_and_counted() {
        List<String> said = Given.problems(HEAD + "figures:\n" + lines(19_000, i -> "  no-such-" + i + ": 1"));
        assertEquals(6, said.size());
        assertEquals("第13行：同样的问题还有18995处，" + COUNTED, said.get(5));
    }

    @Test
    void two_hundred_in_all_and_nothing_lost() {
        String figures = Given.BOOK.indicators().values().stream()
                .filter(Indicator::isOfPlace)
                .map(indicator -> "  " + indicator.id() + ": { a: 1 }\n")
                .collect(Collectors.joining());
        DossierReading reading = Given.read(HEAD + "figures:\n" + figures);
        assertTrue(
                reading.problems().size() <= Problems.IN_ALL,
                () -> "" + reading.problems().size());
        assertTrue(reading.problems().size() > Problems.IN_ALL / 2);
        assertTrue(Objects.requireNonNull(reading.readable()).places().stream()
                .flatMap(place -> place.figures().stream())
                .allMatch(Figure::isUnknown));
        assertTrue(Given.said(reading).stream().anyMatch(problem -> problem.contains("处问题没有列出")));
    }

    @Test
    void notes_do_not_crowd_out_what_is_wrong() {
        Problems problems = new Problems();
        for (int i = 0; i < 1_000; i++) {
            problems.add(Problem.warning(i, "/a" + (char) ('a' + i), Message.of("test.note"), Label.of("b")));
        }
        problems.error(
                "wrong", this, 2_000, Pointer.ROOT, () -> Message.of("test.wrong"), () -> Message.of("test.mend"));
        List<Problem> told = problems.inOrder();
        assertTrue(problems.hasErrors());
        assertEquals("test.wrong", told.get(told.size() - 1).code());
        assertEquals(1_001, told.stream().mapToInt(Problem::count).sum());
    }

    @Test
    void what_is_only_counted_is_never_put_into_words() {
        Problems problems = new Problems();
        int[] worded = {0};
        for (int i = 0; i < 100_000; i++) {
            problems.error(
                    "wrong",
                    this,
                    i,
                    Pointer.ROOT,
                    () -> {
                        worded[0]++;
                        return Message.of("test.wrong");
                    },
                    () -> Message.of("test.mend"));
        }
        assertEquals(Problems.OF_A_KIND, worded[0]);
    }

    @Test
    void a_million_values_are_read_and_no_more() {
        DossierReading reading = Given.read("[" + "1,".repeat(3_000_000) + "1]");
        assertNull(reading.dossier());
        assertEquals(List.of("第1行：内容过多，超过100万项。请确认选对了文件；清单过长时请分县填报"), Given.said(reading));
    }

    private static String villages(int count, IntFunction<String> name, String households) {
        return HEAD
                + "villages:\n"
                + lines(
                        count,
                        i -> "  - { name: " + name.apply(i) + ", households: " + households + ", hardened-road: yes }");
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
