package plancheck.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.facts.ProjectContent;

/** Quantities in the words of an approval, as in 改造供热管网12.6公里，新建换热站3座. */
final class ScaleText {
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";

    /** Longer ones first. */
    private static final String UNIT =
            "(平方公里|平方千米|平方米|立方米|公里|千米|公顷|m2|m3|㎡|km|亩|米|吨|座|条|处|个|户|栋|幢|间|套|张|床|台|盏|辆|人|m|t)";

    private static final Pattern AMOUNT =
            Pattern.compile(NUMBER + "\\s*(万|亿)?\\s*(余|多)?\\s*" + UNIT + "(?![/每A-Za-z])");

    /** After these a number is how wide or high something is, or was, and no quantity. */
    private static final Pattern MEASURE = Pattern.compile("(?:由|自|至|到|不足|宽|宽度|高|高度|厚|厚度|深|径|间距|埋深)\\s*(?:约|为)?\\s*$");

    /** What stands before the number, back to where the words begin. */
    private static final Pattern WHAT =
            Pattern.compile("([\\p{IsHan}A-Za-z0-9、（）()“”]{0,24}?)(?:全长|总长|长度|长|共|约|共计|合计|数量|为)*$");

    private static final Map<String, String> PLAIN =
            Map.of("千米", "公里", "km", "公里", "m", "米", "㎡", "平方米", "m2", "平方米", "m3", "立方米", "平方千米", "平方公里", "t", "吨");

    private ScaleText() {}

    /**
     * A quantity that was read.
     *
     * @param words from which, as written
     */
    record Read(ProjectContent.Amount amount, String words) {}

    /** In the order of the text; empty when there is none. */
    static List<Read> amounts(String scale) {
        String text = Normalizer.normalize(scale, Normalizer.Form.NFKC);
        List<Read> read = new ArrayList<>();
        Matcher amount = AMOUNT.matcher(text);
        int from = 0;
        while (amount.find()) {
            if (MEASURE.matcher(text.substring(0, amount.start())).find()) {
                continue;
            }
            String before = text.substring(from, amount.start());
            int words = Math.max(before.lastIndexOf('，'), Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')));
            words = Math.max(words, Math.max(before.lastIndexOf(','), before.lastIndexOf(';')));
            String clause = before.substring(words + 1).strip();
            BigDecimal value = new BigDecimal(amount.group(1).replace(",", ""));
            if ("万".equals(amount.group(2))) {
                value = value.movePointRight(4);
            } else if ("亿".equals(amount.group(2))) {
                value = value.movePointRight(8);
            }
            String unit = PLAIN.getOrDefault(amount.group(4), amount.group(4));
            read.add(new Read(
                    new ProjectContent.Amount(what(clause), plain(value), unit), (clause + amount.group()).strip()));
            from = amount.end();
        }
        return List.copyOf(read);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /** Without the verb: 新建换热站 is 换热站. */
    private static String what(String clause) {
        Matcher what = WHAT.matcher(clause.replaceAll("^[(（]|^(以及|其中|并|和|及|与|含|包括)", ""));
        String found = what.find() ? what.group(1) : "";
        return found.replaceAll("^(?:主要)?(?:新建|改建|扩建|续建|改扩建|建设|改造|提升|改造提升|铺设|敷设|配套|新增|设置|设)+", "")
                .replaceAll("^[、（）()]+|[、（）()]+$", "");
    }
}
