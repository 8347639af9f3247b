package plancheck.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a provision asks, in Chinese, for templates, explanations and listings. */
public final class CriterionWords {
    private CriterionWords() {}

    /** For example {@code 不低于97.5%（2025年12月31日前）}. */
    public static String of(Provision provision) {
        Criterion criterion = provision.criterion();
        Indicator indicator = provision.indicator();
        String unit = indicator == null ? "" : indicator.unitSymbol();
        if (criterion instanceof Criterion.Threshold threshold) {
            return threshold.milestones().stream()
                    .map(m -> value(threshold.operator(), m.value(), unit) + by(m.due()))
                    .collect(Collectors.joining("；"));
        }
        if (criterion instanceof Criterion.Yearly yearly) {
            return yearly.from() + "—" + yearly.to() + "年每年" + value(yearly.operator(), yearly.value(), unit);
        }
        if (criterion instanceof Criterion.Answer answer) {
            String asked = answer.expected() ? "是" : "否";
            return provision.isList()
                    ? (answer.nearlyAll() ? "基本全部为“" : "全部为“") + asked + "”" + by(answer.due())
                    : "应为“" + asked + "”" + by(answer.due());
        }
        if (criterion instanceof Criterion.Reached reached) {
            return "进度达到“" + reached.stage().label() + "”" + by(reached.due());
        }
        Criterion.Review review = (Criterion.Review) criterion;
        return "由人工判定：" + review.question().zh() + by(review.due());
    }

    private static String value(Operator operator, @Nullable BigDecimal value, String unit) {
        if (value == null) {
            return operator.label() + "规划基期数";
        }
        String number = value.stripTrailingZeros().toPlainString() + unit;
        return operator == Operator.ABOUT ? "达到" + number + "左右" : operator.label() + number;
    }

    private static String by(@Nullable LocalDate due) {
        return due == null
                ? "（常年）"
                : "（" + due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日前）";
    }
}
