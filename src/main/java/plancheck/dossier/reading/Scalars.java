package plancheck.dossier.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.facts.Days;

/** What a scalar means as a number, a date or an answer; null when it is none. */
public final class Scalars {
    /** A number that may be a share of one or of a hundred. */
    static final String SMALL = "(?:0?\\.\\d{1,20}|1(?:\\.0{1,20})?)";

    /** One percent or less, said so that nobody takes it for a part of one. */
    public static final String INSISTED = SMALL + "[%％]";

    private static final Set<String> YES = Set.of("yes", "true", "是", "有");
    private static final Set<String> NO = Set.of("no", "false", "否", "无");
    /** More digits than any figure of a plan has; keeps a number like 1e999999999 from filling the memory. */
    private static final int MAX_DIGITS = 24;
    /** Numbers are smaller than this, and larger than its negative. */
    public static final BigDecimal LIMIT = BigDecimal.TEN.pow(MAX_DIGITS);

    private Scalars() {}

    static @Nullable Boolean yesNo(Node node) {
        return YES.contains(node.textOrEmpty()) ? Boolean.TRUE : NO.contains(node.textOrEmpty()) ? Boolean.FALSE : null;
    }

    public static @Nullable LocalDate date(Node node) {
        return node.form() == Node.Form.TEXT ? Days.of(node.textOrEmpty()).orElse(null) : null;
    }

    static @Nullable Integer year(Node node) {
        BigDecimal value = decimal(node);
        if (value == null) {
            return null;
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0
                && value.abs().compareTo(BigDecimal.valueOf(Days.LAST_YEAR)) <= 0;
        return whole && Days.has(value.intValue()) ? Integer.valueOf(value.intValue()) : null;
    }

    public static @Nullable BigDecimal decimal(Node node) {
        return node.form() == Node.Form.NUMBER ? decimal(node.textOrEmpty()) : null;
    }

    /** Where the unit is percent, also what insists on being one percent or less. */
    public static @Nullable BigDecimal decimal(Node node, String unit) {
        String text = node.textOrEmpty();
        return unit.equals("%") && node.form() == Node.Form.TEXT && text.matches(INSISTED)
                ? decimal(text.substring(0, text.length() - 1))
                : decimal(node);
    }

    public static @Nullable BigDecimal decimal(String text) {
        if (text.length() > 2 * MAX_DIGITS) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            boolean sane = value.precision() <= MAX_DIGITS
                    && Math.abs(value.scale()) <= MAX_DIGITS
                    && value.abs().compareTo(LIMIT) < 0;
            return sane ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
