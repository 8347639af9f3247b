package plancheck.facts;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What two spellings of one name have in common: {@code 甲村}, {@code "甲村 "} and {@code 甲　村} are one village. Wherever
 * names are held against each other it is by this form; a name is shown as it was written.
 */
public final class NormalForm {
    /** Marks of direction, joiners, soft hyphens, selectors of a variant, fillers: nothing that anybody sees. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\p{Cc}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u3164\\uFE00-\\uFE0F"
                    + "\\uFFA0\\x{E0100}-\\x{E01EF}&&[^\\s\\u0085]]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\p{Z}]+");

    /** A blank parts words of letters and figures; beside a Chinese character it only fills a table's cell. */
    private static final Pattern FILLING = Pattern.compile(" (?=[^\\p{ASCII}])|(?<=[^\\p{ASCII}]) ");

    private NormalForm() {}

    /** By Unicode's NFKC, without what is invisible; blanks as one, and as none beside a Chinese character. */
    public static String of(String name) {
        return isPlain(name) ? narrow(name) : composed(name);
    }

    private static String composed(String name) {
        String visible = INVISIBLE.matcher(name).replaceAll("");
        String one = Normalizer.normalize(visible, Normalizer.Form.NFKC);
        return FILLING.matcher(BLANKS.matcher(one).replaceAll(" ").strip()).replaceAll("");
    }

    /** Whether nothing is to be seen in it. */
    public static boolean isBlank(String name) {
        return of(name).isEmpty();
    }

    /** Most names: ideographs, letters and figures, of which nothing is composed; wide ones only become narrow. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 0x4E00 && c <= 0x9FA5) && !(c > ' ' && c < 0x7F) && !isWide(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWide(char c) {
        return c >= 0xFF01 && c <= 0xFF5E;
    }

    private static String narrow(String name) {
        if (name.chars().noneMatch(c -> isWide((char) c))) {
            return name;
        }
        char[] narrow = name.toCharArray();
        for (int i = 0; i < narrow.length; i++) {
            if (isWide(narrow[i])) {
                narrow[i] = (char) (narrow[i] - 0xFF01 + '!');
            }
        }
        return new String(narrow);
    }
}
