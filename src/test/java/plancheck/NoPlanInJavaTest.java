package plancheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.reading.RuleBooks;

/** What belongs to a plan or to a ruling stands in the rules' files: no line of Java knows one. Comments and examples may name them. */
class NoPlanInJavaTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(LITERAL.pattern() + "|" + COMMENT.pattern());
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{4}(?![\\w.])");

    private final RuleBook book = RuleBooks.shipped();
    private final Pattern provisions = Pattern.compile(book.plans().values().stream()
            .map(Plan::prefix)
            .collect(Collectors.joining("|", "\\b(?:", ")-\\d[0-9A-Za-z.-]*")));

    private static void each(BiConsumer<String, String> with) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                with.accept(MAIN.relativize(file).toString(), withoutComments(Files.readString(file)));
            }
        }
    }

    /** Comment marks within literals are none. */
    private static String withoutComments(String source) {
        return LITERAL_OR_COMMENT
                .matcher(source)
                .replaceAll(part -> part.group().startsWith("/") ? "" : Matcher.quoteReplacement(part.group()));
    }

    /** What a user is shown as a way of writing something. */
    private static boolean isExample(String source, MatchResult literal) {
        return literal.group().contains("例如")
                || literal.group().startsWith("\"  plancheck ")
                || source.startsWith(" = ", literal.start() - 3)
                        && source.substring(0, literal.start() - 3).endsWith("example");
    }

    private Set<String> words() {
        Set<String> words = new HashSet<>(book.rulings().keySet());
        for (Plan plan : book.plans().values()) {
            words.addAll(List.of(plan.id(), plan.title().replaceFirst("（.*", "")));
            words.add(plan.titleEn().replaceFirst(" \\(.*", ""));
            words.add(plan.number());
            plan.clauses().stream()
                    .filter(clause -> !clause.path().contains("/"))
                    .forEach(clause -> words.add(clause.heading()));
        }
        words.remove("");
        return words;
    }

    @Test
    void no_literal_has_the_id_title_number_or_a_chapter_of_a_plan_or_a_ruling() throws IOException {
        Pattern words = Pattern.compile(words().stream()
                .map(word -> word.matches("\\w+") ? "(?<![\\w-])" + word + "(?![\\w-])" : Pattern.quote(word))
                .collect(Collectors.joining("|")));
        assertTrue(words.matcher("按释义R3").find() && words.matcher("\"gansu\"").find());
        List<String> found = new ArrayList<>();
        each((file, source) -> LITERAL.matcher(source)
                .results()
                .filter(literal -> !isExample(source, literal))
                .filter(literal -> !file.endsWith("EarlierReport.java")) // which reads what was kept before it was so
                .filter(literal -> words.matcher(literal.group()).find()
                        || provisions.matcher(literal.group()).find())
                .forEach(literal -> found.add(file + ": " + literal.group())));
        assertEquals(List.of(), found);
    }

    @Test
    void examples_name_what_there_is() throws IOException {
        List<String> wrong = new ArrayList<>();
        each((file, source) -> LITERAL.matcher(source)
                .results()
                .filter(literal -> isExample(source, literal))
                .flatMap(literal -> provisions.matcher(literal.group()).results())
                .map(MatchResult::group)
                .filter(id ->
                        book.provision(id).isEmpty() && book.plannedWork(id).isEmpty())
                .forEach(id -> wrong.add(file + ": " + id)));
        assertEquals(List.of(), wrong);
    }

    @Test
    void no_code_has_a_base_year_a_horizon_or_a_year_of_what_has_no_date() throws IOException {
        Set<Integer> years = new HashSet<>();
        book.plans().values().forEach(plan -> {
            years.addAll(List.of(plan.period().base(), plan.period().horizon()));
            plan.period().undated().forEach(undated -> years.add(undated.year()));
        });
        List<String> found = new ArrayList<>();
        each((file, source) -> NUMBER.matcher(LITERAL.matcher(source).replaceAll("\"\""))
                .results()
                .filter(number -> years.contains(Integer.valueOf(number.group())))
                .forEach(number -> found.add(file + ": " + number.group())));
        assertEquals(List.of(), found);
    }
}
