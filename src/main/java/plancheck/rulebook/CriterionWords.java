package plancheck.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Unit;

/** Says what a provision asks, for templates, explanations, listings and pages. */
public final class CriterionWords {
    private CriterionWords() {}

    /** In Chinese, for example {@code 不低于97.5%（2025年12月31日前）}. */
    public static String of(Provision provision) {
        return inWords(provision).zh();
    }

    /** In both languages. */
    public static Label inWords(Provision provision) {
        Criterion criterion = provision.criterion();
        Indicator indicator = provision.indicator();
        Unit unit = indicator == null ? null : indicator.unit();
        if (criterion instanceof Criterion.Threshold threshold) {
            return new Label(
                    threshold.milestones().stream()
                            .map(m -> value(threshold.operator(), m.value(), unit) + by(m.due()))
                            .collect(Collectors.joining("；")),
                    threshold.milestones().stream()
                            .map(m -> englishValue(threshold.operator(), m.value(), unit) + englishBy(m.due()))
                            .collect(Collectors.joining("; ")));
        }
        if (criterion instanceof Criterion.Yearly yearly) {
            return new Label(
                    yearly.from() + "—" + yearly.to() + "年每年" + value(yearly.operator(), yearly.value(), unit),
                    englishValue(yearly.operator(), yearly.value(), unit) + " in each year " + yearly.from() + "–"
                            + yearly.to());
        }
        if (criterion instanceof Criterion.Answer answer) {
            return answer(provision, answer);
        }
        if (criterion instanceof Criterion.Reached reached) {
            return new Label(
                    "进度达到“" + reached.stage().label() + "”" + by(reached.due()),
                    "stage “" + reached.stage().inWords().en() + "” reached" + englishBy(reached.due()));
        }
        Criterion.Review review = (Criterion.Review) criterion;
        return new Label(
                "由人工判定：" + review.question().zh() + by(review.due()),
                "decided by a person: " + review.question().en() + englishBy(review.due()));
    }

    private static Label answer(Provision provision, Criterion.Answer answer) {
        String asked = answer.expected() ? "是" : "否";
        String english = "“" + (answer.expected() ? "yes" : "no") + "”" + englishBy(answer.due());
        return provision.isList()
                ? new Label(
                        (answer.nearlyAll() ? "基本全部为“" : "全部为“") + asked + "”" + by(answer.due()),
                        (answer.nearlyAll() ? "nearly all " : "all ") + english)
                : new Label("应为“" + asked + "”" + by(answer.due()), "the answer is to be " + english);
    }

    private static String value(Operator operator, @Nullable BigDecimal value, @Nullable Unit unit) {
        if (value == null) {
            return operator.label() + "规划基期数";
        }
        String number = value.stripTrailingZeros().toPlainString() + (unit == null ? "" : unit.symbol());
        return operator == Operator.ABOUT ? "达到" + number + "左右" : operator.label() + number;
    }

    private static String englishValue(Operator operator, @Nullable BigDecimal value, @Nullable Unit unit) {
        if (value == null) {
            return operator.inWords().en() + " the plan’s baseline";
        }
        String symbol = unit == null ? "" : unit.inWords().en();
        String number = value.stripTrailingZeros().toPlainString()
                + (symbol.isEmpty() || symbol.equals("%") ? symbol : " " + symbol);
        return (operator == Operator.ABOUT ? "about" : operator.inWords().en()) + " " + number;
    }

    private static String by(@Nullable LocalDate due) {
        return due == null
                ? "（常年）"
                : "（" + due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日前）";
    }

    private static String englishBy(@Nullable LocalDate due) {
        return due == null ? " (at all times)" : " (by " + due + ")";
    }
}
