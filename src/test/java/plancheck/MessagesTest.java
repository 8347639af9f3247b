package plancheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sentences in the houses' message files, held against the code that asks for them. */
class MessagesTest {
    private static final Path CODE = Path.of("src", "main", "java");
    private static final Path FILES = Path.of("src", "main", "resources", "plancheck");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SIGN = Pattern.compile("'(?:[^'\\\\]|\\\\.)'");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"|《[^》]*》");

    private static final Map<String, String> CHINESE_SENTENCES = new TreeMap<>();
    private static final Map<String, String> ENGLISH_SENTENCES = new TreeMap<>();
    private static final List<Asked> ASKED = new ArrayList<>();
    private static final Set<String> LITERALS = new TreeSet<>();

    /** A sentence asked for in the code, with how many arguments; -1 where they come as they are. */
    private record Asked(String file, String key, int arguments) {}

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> houses = Files.list(FILES)) {
            for (Path house : houses.filter(h -> Files.exists(h.resolve("messages.properties")))
                    .filter(h -> !h.endsWith("report")) // its keys are put together; WordingTest reads them
                    .toList()) {
                load(house.resolve("messages.properties"), CHINESE_SENTENCES);
                load(house.resolve("messages_en.properties"), ENGLISH_SENTENCES);
            }
        }
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String text = Files.readString(file);
                LITERAL.matcher(SIGN.matcher(text).replaceAll(""))
                        .results()
                        .forEach(found -> LITERALS.add(found.group(1)));
                Matcher call = Pattern.compile("\\bMessage\\.of\\(").matcher(text);
                while (call.find()) {
                    asked(file.getFileName().toString(), text, call.end());
                }
            }
        }
    }

    private static void load(Path file, Map<String, String> sentences) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        properties.forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
    }

    /** Reads one call: the keys in its first argument, and how many arguments follow. */
    private static void asked(String file, String text, int from) {
        int depth = 0;
        int commas = 0;
        int firstEnds = -1;
        int at = from;
        for (; depth >= 0; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                Matcher literal = LITERAL.matcher(text).region(at, text.length());
                assertTrue(literal.lookingAt(), () -> file + ": a text without end");
                at = literal.end() - 1;
            } else if ("({[".indexOf(c) >= 0) {
                depth++;
            } else if (")}]".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                firstEnds = commas++ == 0 ? at : firstEnds;
            }
        }
        String first = text.substring(from, firstEnds < 0 ? at - 1 : firstEnds);
        int arguments = commas;
        LITERAL.matcher(first)
                .results()
                .map(found -> found.group(1))
                .filter(key -> key.contains("."))
                .forEach(key -> ASKED.add(new Asked(file, key, arguments)));
    }

    @Test
    void every_sentence_that_is_asked_for_is_there_in_both_languages() {
        assertTrue(ASKED.size() > 300, () -> "only " + ASKED.size());
        assertEquals(
                List.of(),
                ASKED.stream()
                        .filter(asked -> !asked.key.startsWith("report."))
                        .filter(asked ->
                                !CHINESE_SENTENCES.containsKey(asked.key) || !ENGLISH_SENTENCES.containsKey(asked.key))
                        .toList());
    }

    @Test
    void no_sentence_stands_there_that_nobody_asks_for() {
        assertEquals(
                Set.of(),
                Stream.of(CHINESE_SENTENCES, ENGLISH_SENTENCES)
                        .flatMap(sentences -> sentences.keySet().stream())
                        .filter(key -> !LITERALS.contains(key))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void both_languages_fill_in_the_same_and_as_much_as_the_code_gives() {
        List<String> wrong = new ArrayList<>();
        CHINESE_SENTENCES.forEach((key, sentence) -> {
            if (!places(sentence).equals(places(ENGLISH_SENTENCES.getOrDefault(key, "")))) {
                wrong.add(key);
            }
        });
        for (Asked asked : ASKED) {
            Set<Integer> places = places(CHINESE_SENTENCES.getOrDefault(asked.key, ""));
            boolean inARow = places.equals(
                    Stream.iterate(0, n -> n + 1).limit(places.size()).collect(Collectors.toSet()));
            if (!asked.key.startsWith("report.") && (!inARow || places.size() != asked.arguments)) {
                wrong.add(asked + " for " + places);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Set<Integer> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_english_sentence_has_chinese_in_it_but_in_quotes() {
        assertEquals(
                List.of(),
                ENGLISH_SENTENCES.entrySet().stream()
                        .filter(sentence -> CHINESE.matcher(
                                        QUOTED.matcher(sentence.getValue()).replaceAll(""))
                                .find())
                        .toList());
    }

    @Test
    void the_chinese_sentences_are_chinese() {
        assertEquals(
                List.of(),
                CHINESE_SENTENCES.entrySet().stream()
                        .filter(sentence -> sentence.getValue().matches(".*[A-Za-z]+ [a-z]+ [a-z]+.*"))
                        .filter(sentence ->
                                !CHINESE.matcher(sentence.getValue()).find())
                        .toList());
    }
}
