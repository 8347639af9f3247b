package plancheck.prefill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Level;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Of which place and year a text speaks, passage by passage: what a sentence does not say itself follows from what stands above. */
final class SaidOf {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年");
    private static final Pattern LOOKING_BACK = Pattern.compile("过去一年|一年来|去年|工作回顾");
    private static final Pattern LOOKING_AHEAD = Pattern.compile("目标|安排|重点工作|主要任务|下一步|今后|展望|规划|打算");
    private static final Pattern TO_COME = Pattern.compile("今年|明年|新的一年");
    private static final Pattern REPORT = Pattern.compile("工作报告");
    private static final Pattern PART_YEAR = Pattern.compile("季度|上半年|月份|\\d月");
    private static final Pattern WHOLE = Pattern.compile("[全我](省|市|县|区)");
    private static final Pattern ELSEWHERE = Pattern.compile("全国|我国|[\\u4e00-\\u9fa5]{2}(?:省|市|州|县)(?![城场级])");
    /** What ends like a name of a place and is none. */
    private static final Pattern NO_NAME = Pattern.compile(".*(?:[全我本各该邻周级辖][省市州县]|[城都上超楼股]市|[个县区][省市州县]|市[州县])");

    private static final int LONGEST_HEADING = 30;

    private final Map<String, PlaceName> places;
    private final Pattern compared;
    private final @Nullable PlaceName ofText;
    private final RuleBook book;
    private final boolean isReport;
    private final boolean isOfPartYear;
    private final @Nullable Integer ofTitle;
    private @Nullable Integer year;
    private boolean ahead;

    SaidOf(RuleBook book, PublishedText text) {
        this.book = book;
        this.places = names(book);
        this.compared =
                Pattern.compile("[与同跟比距](?:" + anyPlace() + "|[全我本][省市县区]|(?:[\\u4e00-\\u9fa5]{2}(?:省|市|州|县|区))+|全国)");
        String beginning = text.title()
                + text.passages().stream()
                        .limit(2)
                        .map(PublishedText.Passage::said)
                        .collect(Collectors.joining("\n"));
        this.ofText = place(text.title()).or(() -> place(beginning)).orElse(null);
        this.isReport = REPORT.matcher(text.title()).find();
        this.isOfPartYear = !isReport && PART_YEAR.matcher(text.title()).find();
        this.ofTitle = years(text.title()).stream().findFirst().orElse(null);
        this.year = ofTitle == null || !isReport ? ofTitle : Integer.valueOf(ofTitle - 1);
    }

    private static Map<String, PlaceName> names(RuleBook book) {
        Map<String, PlaceName> names = new TreeMap<>();
        book.places()
                .values()
                .forEach(place -> Stream.concat(
                                Stream.of(place.name(), place.shortName()),
                                place.former().stream()
                                        .map(former -> former.inWords().zh()))
                        .filter(name -> name.length() > 1)
                        .forEach(name -> names.put(name, place)));
        return names;
    }

    /** A heading tells of which year the paragraphs below it speak, and whether they only promise. */
    void heading(String passage) {
        if (passage.length() > LONGEST_HEADING || passage.contains("。") || passage.contains("|")) {
            return;
        }
        List<Integer> years = years(passage);
        boolean back = LOOKING_BACK.matcher(passage).find();
        if (back || LOOKING_AHEAD.matcher(passage).find()) {
            ahead = !back;
        }
        if (!years.isEmpty() && !passage.matches(".*\\d.*[：:].*")) {
            year = years.get(0);
        }
    }

    /** Whether what follows these words is only promised: below such a heading, or of a work report's own year. */
    boolean isAhead(String words) {
        return ahead || isReport && TO_COME.matcher(words).find();
    }

    /** Whether a text of its year cannot yet tell of that one: a work report is given at its year's beginning. */
    boolean isToCome(int other) {
        return ofTitle != null && (isReport ? other >= ofTitle : other > ofTitle);
    }

    boolean isOfPartYear() {
        return isOfPartYear;
    }

    /** The words without 去年 where that is the year the text is about: a work report tells of the year before its own. */
    String withoutLastYear(String words) {
        return isReport ? words.replaceAll("去年(?!同期)", "") : words;
    }

    /** The year a sentence is of, where it says none itself. */
    @Nullable
    Integer year() {
        return year;
    }

    static List<Integer> years(String words) {
        return YEAR.matcher(words)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /** Whether a sentence says of which place it is, so that what follows it may be of that one too. */
    boolean namesPlace(String words) {
        return isElsewhere(words) || place(words).isPresent();
    }

    /** Of a place that something is only compared with, nothing is said. */
    private String withoutCompared(String words) {
        return compared.matcher(words).replaceAll("");
    }

    /** The place named last, 全市 and the like being the text's own or what it lies in; empty where none is named. */
    Optional<PlaceName> place(String said) {
        String words = withoutCompared(said);
        PlaceName last = null;
        int at = -1;
        for (Map.Entry<String, PlaceName> name : places.entrySet()) {
            int found = words.lastIndexOf(name.getKey());
            if (found > at) {
                last = name.getValue();
                at = found;
            }
        }
        Matcher whole = WHOLE.matcher(words);
        while (whole.find()) {
            if (whole.start() > at) {
                last = around(whole.group(1));
                at = whole.start();
            }
        }
        return Optional.ofNullable(last);
    }

    /** Whether the place named last is none of ours: 全国, another city or county. */
    boolean isElsewhere(String said) {
        String words = withoutCompared(said);
        int last = -1;
        Matcher other = ELSEWHERE.matcher(words);
        for (int from = 0; other.find(from); from = other.start() + 1) {
            if (!places.containsKey(other.group())
                    && !NO_NAME.matcher(other.group()).matches()) {
                last = other.start();
            }
        }
        int own = places.keySet().stream().mapToInt(words::lastIndexOf).max().orElse(-1);
        Matcher whole = WHOLE.matcher(words);
        while (whole.find()) {
            own = Math.max(own, whole.start());
        }
        return last > own;
    }

    /** The place of the text. */
    @Nullable
    PlaceName ofText() {
        return ofText;
    }

    private @Nullable PlaceName around(String ending) {
        PlaceName own = ofText;
        while (own != null && !own.name().endsWith(ending)) {
            own = book.places().get(own.parent());
        }
        return own != null && own.level() == Level.METROPOLITAN_CIRCLE ? null : own;
    }

    /** All names of places, longest first, as alternatives of a pattern. */
    String anyPlace() {
        return places.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
