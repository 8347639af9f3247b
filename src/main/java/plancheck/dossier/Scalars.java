package plancheck.dossier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scalar means as a number, a date or an answer; null when it is none. */
final class Scalars {
    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2060;
    /** The reader's and the JSON Schema's first look at a date. */
    static final String DATE = "(?:199\\d|20[0-5]\\d|2060)-\\d{2}-\\d{2}";

    /** One percent or less, said so that nobody takes it for a part of one. */
    static final String INSISTED = "(?:0?\\.\\d{1,20}|1(?:\\.0{1,20})?)[%％]";

    private static final Set<String> YES = Set.of("yes", "true", "是", "有");
    private static final Set<String> NO = Set.of("no", "false", "否", "无");
    /** More digits than any figure of a plan has; keeps a number like 1e999999999 from filling the memory. */
    private static final int MAX_DIGITS = 24;

    private Scalars() {}

    static @Nullable Boolean yesNo(Node node) {
        return YES.contains(node.textOrEmpty()) ? Boolean.TRUE : NO.contains(node.textOrEmpty()) ? Boolean.FALSE : null;
    }

    static @Nullable LocalDate date(Node node) {
        if (node.form() != Node.Form.TEXT || !node.textOrEmpty().matches(DATE)) {
            return null;
        }
        try {
            return LocalDate.parse(node.textOrEmpty());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Integer year(Node node) {
        BigDecimal value = decimal(node);
        if (value == null) {
            return null;
        }
        boolean year = value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0
                && value.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0;
        return year ? Integer.valueOf(value.intValue()) : null;
    }

    static @Nullable BigDecimal decimal(Node node) {
        return node.form() == Node.Form.NUMBER ? decimal(node.textOrEmpty()) : null;
    }

    /** Where the unit is percent, also what insists on being one percent or less. */
    static @Nullable BigDecimal decimal(Node node, String unit) {
        String text = node.textOrEmpty();
        return unit.equals("%") && node.form() == Node.Form.TEXT && text.matches(INSISTED)
                ? decimal(text.substring(0, text.length() - 1))
                : decimal(node);
    }

    static @Nullable BigDecimal decimal(String text) {
        if (text.length() > 2 * MAX_DIGITS) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            boolean sane =
                    value.precision() <= MAX_DIGITS && value.scale() >= -MAX_DIGITS && value.scale() <= MAX_DIGITS;
            return sane ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
