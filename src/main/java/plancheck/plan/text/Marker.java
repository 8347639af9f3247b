package plancheck.plan.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the beginning of a line may announce. Whether it does, its number's place in the sequence decides.
 *
 * @param number 0 when the kind has none
 * @param after what follows the marker in the line
 */
record Marker(MarkerKind kind, int number, String after) {

    /** Units of a plan. */
    enum MarkerKind {
        CHAPTER(Numbering::chapter, "(.+)"),
        SECTION(Numbering::section, "(.+)"),
        BOX(Numbering::box, "(.*)"),
        ITEM(Numbering::item, "(.+)"),
        DASH("[—–―-]{2,3}()(.+)"),
        DATE("到(\\d{4})年：(.*)"),
        FIGURE("图(\\d{1,2})(?!\\d)([^，。；]+)"),
        /** The word 专栏 is missing before some boxes (ruling R28). */
        UNNAMED_BOX("(\\d{1,2})(?![年月日个项条万亿米公人户])([^\\d.、，。：；%]{4,25})"),
        BACK_MATTER("抄送()：(.*)"),
        NONE("()(.*)");

        private final Function<Numbering, Pattern> pattern;

        /** What each plan numbers in its own way. */
        MarkerKind(Function<Numbering, String> first, String rest) {
            this.pattern = numbering -> Numbering.line(first.apply(numbering), rest);
        }

        MarkerKind(String pattern) {
            Pattern always = Pattern.compile(pattern, Pattern.DOTALL);
            this.pattern = numbering -> always;
        }
    }

    private static final List<String> DIGITS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");

    /** The markers of a plan's numbering; the first kind that a line matches is what it is. */
    static Map<MarkerKind, Pattern> of(Numbering numbering) {
        Map<MarkerKind, Pattern> patterns = new EnumMap<>(MarkerKind.class);
        for (MarkerKind kind : MarkerKind.values()) {
            patterns.put(kind, kind.pattern.apply(numbering));
        }
        return patterns;
    }

    static Marker of(String text, Map<MarkerKind, Pattern> patterns) {
        for (Map.Entry<MarkerKind, Pattern> kind : patterns.entrySet()) {
            Matcher matcher = kind.getValue().matcher(text);
            if (matcher.matches()) {
                return new Marker(kind.getKey(), number(matcher.group(1)), matcher.group(2));
            }
        }
        throw new IllegalStateException("the last kind matches every line");
    }

    /** Whether it announces the first unit of that kind. */
    boolean isFirst(MarkerKind sought) {
        return kind == sought && number == 1;
    }

    /** 十二 for 12; up to 99. */
    static String chinese(int number) {
        String tens = number < 10 ? "" : number < 20 ? "十" : DIGITS.get(number / 10 - 1) + "十";
        return number % 10 == 0 ? tens : tens + DIGITS.get(number % 10 - 1);
    }

    private static int number(String written) {
        if (written.isEmpty() || Character.isDigit(written.charAt(0))) {
            return written.isEmpty() ? 0 : Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        int ones = DIGITS.indexOf(written.substring(ten + 1)) + 1;
        return ten < 0 ? ones : ones + 10 * (ten == 0 ? 1 : DIGITS.indexOf(written.substring(0, ten)) + 1);
    }
}
