package plancheck.verification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the id of a provision follows from the path of its clause: 三/（二）/专栏2/2/二是 gives 3.2-B2-2. */
final class ClauseIds {
    private static final Pattern PATH =
            Pattern.compile("([一二三四五六七八九十]+)(?:/（([一二三四五六七八九十]+)）)?(?:/专栏(\\d+))?(?:/(\\d+))?(?:/.*)?");
    private static final String DIGITS = "一二三四五六七八九";

    private ClauseIds() {}

    /** What a provision's id has between the plan's prefix and its letter; empty for text outside the chapters. */
    static String of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return "";
        }
        String box = matcher.group(3) == null ? "" : "-B" + matcher.group(3);
        String item = matcher.group(4) == null ? "" : "-" + matcher.group(4);
        String section = matcher.group(2) == null ? "" : "." + number(matcher.group(2));
        return number(matcher.group(1)) + section + box + item;
    }

    private static int number(String chinese) {
        int ten = chinese.indexOf('十');
        int ones = DIGITS.indexOf(chinese.substring(ten + 1)) + 1;
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(0)) + 1;
        return tens * 10 + (ten == chinese.length() - 1 ? 0 : ones);
    }
}
