package plancheck.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/**
 * The clauses that somebody means who names a part of a plan in words, as 平凉规划专栏5第2项, 六/（一）/1 or PL-6.1-B5-2.
 *
 * @param clauses plan and path of each, in the plans' order
 */
public record ClaimedPart(List<Clause> clauses) {
    private static final String NUMBER = "([一二三四五六七八九十]{1,3}|\\d{1,2})";
    private static final Pattern ID = Pattern.compile("\\b([A-Z]{2}-\\d[0-9A-Za-z.\\-]*)");
    private static final Pattern BOX = Pattern.compile("专栏\\s*" + NUMBER);
    private static final Pattern CHAPTER = Pattern.compile("第?" + NUMBER + "(?:章|部分|、|/|(?=\\())");
    private static final Pattern SECTION = Pattern.compile("第" + NUMBER + "节|\\(" + NUMBER + "\\)");
    private static final Pattern ITEM =
            Pattern.compile("(?:第|之|/)\\s*" + NUMBER + "\\s*(?:条|项|款|点)?(?!章|节|部分)|" + NUMBER + "\\s*[.．、]?\\s*$");
    private static final int TEN = 10;
    private static final List<String> DIGITS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");

    /** @param path as the register of clauses has it */
    public record Clause(Plan plan, String path) {

        Label inWords() {
            return Label.filled("《%s》%s", "%s, %s", plan.name(), path);
        }

        private boolean holds(Citation citation) {
            return citation.plan().equals(plan.id()) && citation.clause().equals(path);
        }
    }

    /** Empty when nothing in the plans is called so. */
    static ClaimedPart of(String words, RuleBook book) {
        String text = Normalizer.normalize(words, Normalizer.Form.NFKC).strip();
        Matcher id = ID.matcher(text);
        return new ClaimedPart(id.find() ? byId(id.group(1), book) : byNumbers(text, book));
    }

    /** Of a provision, a work, or all whose ids begin so. */
    private static List<Clause> byId(String id, RuleBook book) {
        Stream<Citation> provisions = book.provisions().stream()
                .filter(provision -> isWithin(provision.id(), id))
                .map(Provision::citations)
                .map(citations -> citations.get(0));
        Stream<Citation> works = book.plannedWorks().stream()
                .filter(work -> isWithin(work.id(), id))
                .map(book::citation);
        Set<String> cited = Stream.concat(provisions, works)
                .map(citation -> citation.plan() + " " + citation.clause())
                .collect(Collectors.toSet());
        return all(book)
                .filter(clause -> cited.contains(clause.plan().id() + " " + clause.path()))
                .toList();
    }

    private static boolean isWithin(String id, String whole) {
        return id.equals(whole) || id.startsWith(whole + "-") || id.startsWith(whole + ".");
    }

    private static List<Clause> byNumbers(String text, RuleBook book) {
        List<Clause> ofPlan =
                all(book).filter(clause -> isMeant(clause.plan(), text, book)).toList();
        String path = path(text);
        return path.isEmpty()
                ? List.of()
                : ofPlan.stream()
                        .filter(clause -> ("/" + clause.path() + "/").contains("/" + path + "/")
                                && (path.startsWith("专栏") || clause.path().startsWith(path)))
                        .toList();
    }

    private static Stream<Clause> all(RuleBook book) {
        return book.plans().values().stream()
                .flatMap(plan -> plan.clauses().stream().map(entry -> new Clause(plan, entry.path())));
    }

    /** By its place's name, or 省 and 市; any plan where the words name none. */
    private static boolean isMeant(Plan plan, String text, RuleBook book) {
        List<Plan> named = book.plans().values().stream()
                .filter(each -> Optional.ofNullable(book.places().get(each.place())).stream()
                        .anyMatch(place -> text.contains(place.shortName()) || text.contains(rank(place) + "规划")))
                .toList();
        return named.isEmpty() || named.contains(plan);
    }

    private static String rank(PlaceName place) {
        return place.name().substring(place.name().length() - 1);
    }

    /** As the register writes it; empty where the words name no part. */
    private static String path(String text) {
        List<String> segments = new ArrayList<>();
        String rest = text;
        Matcher box = BOX.matcher(text);
        if (box.find()) {
            segments.add("专栏" + arabic(box.group(1)));
            rest = text.substring(box.end());
        } else {
            Matcher chapter = CHAPTER.matcher(text);
            if (!chapter.find()) {
                return "";
            }
            segments.add(chinese(chapter.group(1)));
            // What ends the chapter may begin the item that follows it.
            rest = text.substring(Math.max(chapter.end() - 1, chapter.end(1)));
            Matcher section = SECTION.matcher(rest);
            if (section.find()) {
                segments.add("（" + chinese(section.group(1) == null ? section.group(2) : section.group(1)) + "）");
                rest = rest.substring(section.end());
            }
        }
        Matcher item = ITEM.matcher(rest);
        if (item.find()) {
            segments.add(arabic(item.group(1) == null ? item.group(2) : item.group(1)));
        }
        return String.join("/", segments);
    }

    private static String chinese(String number) {
        int value = value(number);
        if (value < TEN) {
            return value < 1 ? number : DIGITS.get(value - 1);
        }
        int tens = value / TEN;
        int ones = value % TEN;
        return (tens == 1 ? "" : DIGITS.get(tens - 1)) + "十" + (ones == 0 ? "" : DIGITS.get(ones - 1));
    }

    private static String arabic(String number) {
        return String.valueOf(value(number));
    }

    /** Below a hundred; 0 for what is no number. */
    private static int value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number);
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return digit(number);
        }
        int tens = ten == 0 ? 1 : digit(number.substring(0, ten));
        String ones = number.substring(ten + 1);
        return tens * TEN + (ones.isEmpty() ? 0 : digit(ones));
    }

    private static int digit(String one) {
        return DIGITS.indexOf(one) + 1;
    }

    /** Whether none is called so. */
    public boolean isUnknown() {
        return clauses.isEmpty();
    }

    /** Whether the work stands in it, or is asked for in it. */
    boolean holds(PlannedWork work, RuleBook book) {
        return Stream.concat(
                        Stream.of(book.citation(work)),
                        Stream.concat(work.askedBy().stream(), work.same().stream())
                                .flatMap(id -> book.provision(id).stream())
                                .flatMap(provision -> provision.citations().stream()))
                .anyMatch(citation -> clauses.stream().anyMatch(clause -> clause.holds(citation)));
    }

    /** What stands in its clauses, each once: the first words of each that something rests on. */
    public List<Citation> citations(RuleBook book) {
        Map<String, Citation> first = new LinkedHashMap<>();
        Stream.concat(
                        book.plannedWorks().stream().map(book::citation),
                        book.provisions().stream()
                                .map(provision -> provision.citations().get(0)))
                .filter(citation -> clauses.stream().anyMatch(clause -> clause.holds(citation)))
                .forEach(citation -> first.putIfAbsent(citation.plan() + citation.clause(), citation));
        return List.copyOf(first.values());
    }
}
