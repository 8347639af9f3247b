package plancheck.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a text, by value: 97.50 is 97.5, 八 before a word of measure is 8, 一半 is 50 and 四分之一 is 25. */
final class Numbers {
    private static final Pattern ARABIC = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern CHINESE =
            Pattern.compile("([一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?=[个座条所家处项次轮套道园沟塬镇县区市年户])");
    /** Numbers that are words of their own: 一半 is 50 in a hundred, 半小时 half an hour. */
    private static final Map<Pattern, BigDecimal> WORDS = Map.of(
            Pattern.compile("一半"),
            BigDecimal.valueOf(50),
            Pattern.compile("半(?=小时)"),
            new BigDecimal("0.5"),
            Pattern.compile("百(?=亿)"),
            BigDecimal.valueOf(100),
            Pattern.compile("一(?=批)"),
            BigDecimal.ONE);

    private static final Pattern QUARTER = Pattern.compile("四分之一");

    private static final String DIGITS = "零一二三四五六七八九";

    /** A number and where it begins. */
    record PlacedNumber(BigDecimal value, int at) {}

    private Numbers() {}

    /** Those written in Arabic digits, which is how our own words write them. */
    static List<PlacedNumber> arabic(String text) {
        return ARABIC.matcher(text)
                .results()
                .map(m -> new PlacedNumber(plain(new BigDecimal(m.group())), m.start()))
                .toList();
    }

    /** Those that report a state of affairs: in Arabic digits, or as a share such as 四分之一, which is 25 in a hundred. */
    static List<PlacedNumber> figures(String text) {
        List<PlacedNumber> found = new ArrayList<>(arabic(text));
        QUARTER.matcher(text)
                .results()
                .forEach(match -> found.add(new PlacedNumber(BigDecimal.valueOf(25), match.start())));
        found.sort(Comparator.comparingInt(PlacedNumber::at));
        return found;
    }

    /** Those of a plan's text, where small counts are written in Chinese. */
    static List<PlacedNumber> in(String text) {
        List<PlacedNumber> found = figures(text);
        Matcher matcher = CHINESE.matcher(text);
        while (matcher.find()) {
            found.add(new PlacedNumber(BigDecimal.valueOf(chinese(matcher.group(1))), matcher.start()));
        }
        WORDS.forEach((word, value) ->
                word.matcher(text).results().forEach(match -> found.add(new PlacedNumber(value, match.start()))));
        found.sort(Comparator.comparingInt(PlacedNumber::at));
        return found;
    }

    /** How often each number stands in the list. */
    static Map<BigDecimal, Integer> counted(List<PlacedNumber> found) {
        Map<BigDecimal, Integer> counts = new TreeMap<>();
        found.forEach(number -> counts.merge(number.value(), 1, Integer::sum));
        return counts;
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static int chinese(String written) {
        String digits = written.replace('两', '二');
        int ten = digits.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(digits);
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(digits.charAt(0));
        return tens * 10 + (ten + 1 < digits.length() ? DIGITS.indexOf(digits.charAt(ten + 1)) : 0);
    }
}
