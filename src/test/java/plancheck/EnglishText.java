package plancheck;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;

/**
 * English as plancheck says it: the only Chinese in it is quoted, or stands in the plans' headings, numbers and anchors,
 * in names of places, or in what somebody has handed in.
 */
public final class EnglishText {
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|《[^》]*》");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    private final String known;

    private EnglishText(String known) {
        this.known = known;
    }

    /** @param given what was handed in, and names people have given: all Chinese in it may come back */
    public static EnglishText of(RuleBook book, String... given) {
        Stream<String> plans = book.plans().values().stream()
                .flatMap(plan -> Stream.concat(
                        Stream.of(plan.title(), plan.number()),
                        plan.clauses().stream().flatMap(EnglishText::words)));
        Stream<String> anchors = book.provisions().stream()
                .flatMap(provision -> provision.citations().stream())
                .map(citation -> citation.clause() + "\n" + citation.anchor());
        Stream<String> places = book.places().values().stream().map(PlaceName::name);
        return new EnglishText(Stream.of(plans, anchors, places, Stream.of(given))
                .flatMap(words -> words)
                .collect(Collectors.joining("\n")));
    }

    private static Stream<String> words(Plan.ClauseEntry entry) {
        return Stream.of(entry.path(), entry.heading());
    }

    /** The lines that have other Chinese in them, with what it is; empty when there is none. */
    public List<String> chineseIn(String text) {
        return text.lines()
                .map(line -> QUOTED.matcher(line).replaceAll("“”"))
                .flatMap(line -> other(line).stream())
                .distinct()
                .limit(20)
                .toList();
    }

    private List<String> other(String line) {
        Matcher found = CHINESE.matcher(line);
        TreeSet<String> other = new TreeSet<>();
        while (found.find()) {
            if (!known.contains(found.group())) {
                other.add(found.group());
            }
        }
        return other.isEmpty() ? List.of() : List.of(other + " in: " + line.strip());
    }
}
