package plancheck.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Label;
import plancheck.facts.Unit;

/** Says what a provision asks, for templates, explanations, listings and pages. */
public final class CriterionWords implements Criterion.Cases<Label> {
    private final boolean list;
    private final @Nullable Unit unit;

    private CriterionWords(Provision provision) {
        this.list = provision.isList();
        this.unit = provision.indicator() == null ? null : provision.indicator().unit();
    }

    /** In Chinese, for example {@code 不低于97.5%（2025年12月31日前）}. */
    public static String of(Provision provision) {
        return inWords(provision).zh();
    }

    /** In both languages. */
    public static Label inWords(Provision provision) {
        return provision.criterion().fold(new CriterionWords(provision));
    }

    @Override
    public Label threshold(Criterion.Threshold asked) {
        return new Label(
                asked.milestones().stream()
                        .map(m -> value(asked.operator(), m.value(), unit) + by(m.due()))
                        .collect(Collectors.joining("；")),
                asked.milestones().stream()
                        .map(m -> englishValue(asked.operator(), m.value(), unit) + englishBy(m.due()))
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public Label yearly(Criterion.YearlyThreshold asked) {
        return new Label(
                asked.from() + "—" + asked.to() + "年每年" + value(asked.operator(), asked.value(), unit),
                englishValue(asked.operator(), asked.value(), unit) + " in each year " + asked.from() + "–"
                        + asked.to());
    }

    @Override
    public Label answer(Criterion.RequiredAnswer asked) {
        String zh = asked.expected() ? "是" : "否";
        String en = "“" + (asked.expected() ? "yes" : "no") + "”" + englishBy(asked.due());
        return list
                ? new Label(
                        (asked.nearlyAll() ? "基本全部为“" : "全部为“") + zh + "”" + by(asked.due()),
                        (asked.nearlyAll() ? "nearly all " : "all ") + en)
                : new Label("应为“" + zh + "”" + by(asked.due()), "the answer is to be " + en);
    }

    @Override
    public Label reached(Criterion.RequiredStage asked) {
        return new Label(
                asked.milestones().stream()
                        .map(m -> "进度达到“" + m.stage().label() + "”" + by(m.due()))
                        .collect(Collectors.joining("，")),
                asked.milestones().stream()
                        .map(m -> "stage “" + m.stage().inWords().en() + "” reached" + englishBy(m.due()))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public Label review(Criterion.Review asked) {
        return new Label(
                "由人工判定：" + asked.question().zh() + by(asked.due()),
                "decided by a person: " + asked.question().en() + englishBy(asked.due()));
    }

    @Override
    public Label basis(Criterion.RequiredBasis asked) {
        return new Label(
                "是规划点名的工程，或者规划要求在当地建设的同类工程" + by(asked.due()),
                "one of the works that a plan names, or of a kind that one calls for there" + englishBy(asked.due()));
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
