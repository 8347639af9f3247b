package plancheck.dossier.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.facts.NormalForm;
import plancheck.facts.Unit;

/**
 * A number as somebody wrote it: {@code １４，０１２}, {@code 97.2％}, {@code 约1.2万人}. What says less than a number, such as
 * 30余 or 超过90, is none, nor is what begins with a zero like a code, such as 007.
 *
 * @param value without the unit, 万 and 亿 reckoned in unless they are the unit's own
 * @param unit written behind it; null where there is none
 * @param power of ten of a 万 or 亿 that stands behind it and is reckoned in; 0 where there is none
 * @param about whether it says that it is only about so much
 */
public record WrittenNumber(BigDecimal value, @Nullable Unit unit, int power, boolean about) {
    private static final int LONGEST = 60;
    private static final int MOST_DIGITS = 24;

    private static final String DIGITS =
            "[-+]?(?:[1-9]\\d{0,2}(?:[,_' ]\\d{3})+(?:\\.\\d+)?|(?:0|[1-9]\\d*)(?:\\.\\d*)?|\\.\\d+)";
    private static final Pattern NUMBER =
            Pattern.compile("(约|大约|大概)?(百分之)?(" + DIGITS + ")(万亿|万|亿)?([^\\d,.]{0,8}?)(左右|上下)?");

    /** Other names of our units, as they stand in tables. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("km", "公里"),
            Map.entry("m", "米"),
            Map.entry("m2", "平方米"),
            Map.entry("平米", "平方米"),
            Map.entry("km2", "平方公里"),
            Map.entry("m3", "立方米"),
            Map.entry("立方", "立方米"),
            Map.entry("hm2", "公顷"),
            Map.entry("ha", "公顷"),
            Map.entry("t", "吨"),
            Map.entry("kwh", "千瓦时"),
            Map.entry("度", "千瓦时"),
            Map.entry("百分点", "个百分点"),
            Map.entry("h", "小时"),
            Map.entry("min", "分钟"),
            Map.entry("分", "分钟"),
            Map.entry("日", "天"));

    private static final Map<String, Integer> POWERS = Map.of("万", 4, "亿", 8, "万亿", 12);

    /**
     * The number in a unit; empty where it was written in one that measures something else, or may be two numbers: 1.2万 where
     * ten thousands are counted.
     *
     * @param meant null for a pure number, or where the unit is not known
     */
    public Optional<BigDecimal> in(@Nullable Unit meant) {
        if (unit == null) {
            return isTwofold(meant) ? Optional.empty() : Optional.of(value);
        }
        return meant == null || !unit.sameDimension(meant) ? Optional.empty() : Optional.of(unit.convert(value, meant));
    }

    /** Whether what stands behind it may be part of the unit, or no part of it. */
    public boolean isTwofold(@Nullable Unit meant) {
        return power > 0
                && unit == null
                && meant != null
                && (meant == Unit.PERCENT || meant.symbol().matches("[万亿].*"));
    }

    /** The number; empty for what is none. */
    public static Optional<WrittenNumber> of(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain =
                NormalForm.of(written).replace('−', '-').replace('–', '-').strip();
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches()) {
            return Optional.empty();
        }
        String digits = group(number, 3).replaceAll("[,_' ]", "");
        if (digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        boolean about = number.group(1) != null || number.group(6) != null;
        BigDecimal value = new BigDecimal(digits);
        String power = group(number, 4);
        String behind = group(number, 5).strip();
        if (number.group(2) != null) {
            return power.isEmpty() && behind.isEmpty()
                    ? Optional.of(new WrittenNumber(value, Unit.PERCENT, 0, about))
                    : Optional.empty();
        }
        return withUnit(value, power, behind, about);
    }

    private static Optional<WrittenNumber> withUnit(BigDecimal value, String power, String behind, boolean about) {
        Unit whole = unit(power + behind).orElse(null);
        if (whole != null) {
            return Optional.of(new WrittenNumber(value, whole, 0, about));
        }
        Unit unit = unit(behind).orElse(null);
        if (!behind.isEmpty() && unit == null) {
            return Optional.empty();
        }
        int tens = POWERS.getOrDefault(power, 0);
        BigDecimal reckoned = tens == 0 ? value : plain(value.movePointRight(tens));
        return Optional.of(new WrittenNumber(reckoned, unit, tens, about));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /** A unit by its own name or another; empty for what is none of ours. */
    public static Optional<Unit> unit(String written) {
        String plain = NormalForm.of(written).strip();
        Optional<Unit> own = Unit.of(plain);
        return own.isPresent()
                ? own
                : Optional.ofNullable(UNITS.get(plain.toLowerCase(Locale.ROOT))).flatMap(Unit::of);
    }

    private static String group(Matcher matcher, int group) {
        String found = matcher.group(group);
        return found == null ? "" : found;
    }
}
