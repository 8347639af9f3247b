package plancheck.prefill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.values.WrittenNumber;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlaceName;

/**
 * Finds in one text the figures of a place. Nothing is taken that is not said in so many words: before the name of a figure may stand
 * only of which place and year it is, behind it only that it comes to so much. Whatever else stands there makes another measure of it,
 * or may make one (ruling R18).
 */
final class FigureFinder {
    /** That the name comes to what follows. */
    private static final String COMES_TO = "(?:总数|总量)?(?:已?为|是|已?达到?|共?有|实现|完成|稳定在|保持在|"
            + "(?:提高|提升|增加|增长|上升|下降|降低|减少|扩大|缩小)[到至为]|升[到至]|降[到至]|[：:=])?";

    private static final String NUMBER = "(约|大约)?(百分之)?(\\d[\\d,]{0,20}+(?:\\.\\d{1,10}+)?+)";
    private static final Pattern FOLLOWS = Pattern.compile("^\\s*" + COMES_TO + "\\s*" + NUMBER);
    private static final Pattern ROSE = Pattern.compile(
            "^[由从][^，。]{0,30}?(?:提高|提升|增加|增长|上升|下降|降低|减少|扩大|缩小)?[到至]" + "(?:(?:19|20)\\d{2}年末?的?)?" + NUMBER);
    private static final Pattern RESPECTIVELY = Pattern.compile("^分别(?:已?为|已?达到?|是|实现|完成)?\\s*" + NUMBER
            + "([^\\d，。、和]{0,6})[、和]\\s*" + NUMBER + "([^\\d，。、和]{0,6}+)(?![、和]\\s*\\d)");
    /** What may stand behind a number and its unit. */
    private static final Pattern ENDS = Pattern.compile("^(?:左右)?(?:[，、；。：,;|）)\\s]|$)");

    private static final Pattern INEXACT = Pattern.compile("^(?:[多余近]|以[上下内]|左右[^，。；])");
    private static final Pattern TARGET = Pattern.compile("力争|目标|计划|预计|预期|将|确保|争取|规划|拟|要在|不低于|不少于|不高于");
    private static final Pattern SUPPOSED = Pattern.compile("若|如果|假如|假设|测算|推算");
    /** Of a time that is not told as a year: no year of the text's is meant. What is only compared with is none. */
    private static final Pattern OTHER_TIME =
            Pattern.compile("(?<![比较与同])[去上]年|同期|[一二三四五六七八九十几\\d]年前|十[一二三四五]五|[建撤]县|建国|解放|改革开放");

    private static final Pattern PART_YEAR =
            Pattern.compile("\\d{1,2}[-—–~～至]\\d{1,2}月|上半年|下半年|季度|(?<!1[0-2])(?<!\\d)\\d{1,2}月");
    private static final Pattern WHOLE_YEAR = Pattern.compile("全年|年末|年底|(?:19|20)\\d{2}年(?!\\d{1,2}月)");
    private static final Pattern COMPARED = Pattern.compile("[比较与同](?:19|20)\\d{2}年[^，。；]*");
    private static final Pattern TOWN = Pattern.compile("县城|中心城区|城区");
    private static final Pattern IN_BRACKETS = Pattern.compile("（[^（）]*）|\\([^()]*\\)");
    private static final int LONGEST_UNIT = 6;
    private static final int LONGEST_SENTENCE = 400;

    private final FigureNames names;
    private final SaidOf context;
    private final PlaceName place;
    private final int asOfYear;
    private final Pattern before;
    private final PublishedText text;
    private final List<Proposal> found = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    FigureFinder(FigureNames names, SaidOf context, PlaceName place, int asOfYear, PublishedText text) {
        this.names = names;
        this.context = context;
        this.place = place;
        this.asOfYear = asOfYear;
        this.text = text;
        this.before = Pattern.compile(
                "(?:\\d{1,2}[.．]|[一二三四五六七八九十]是|截[至止]到?|至|到|(?:19|20)\\d{2}年(?:末|底|度)?|12月[末底]|年[末底]|全年|当年|其中|同时|"
                        + "的|[全我][省市县区]|县城|中心城区|城区|根据抽样调查|初步核算|\\s|" + context.anyPlace() + ")*");
    }

    List<Proposal> found() {
        return found;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    void read() {
        for (PublishedText.Passage passage : text.passages()) {
            context.heading(passage.said());
            boolean part = context.isOfPartYear();
            String named = "";
            for (String sentence : passage.said().split("(?<=[。；;！\\n])")) {
                String plain = IN_BRACKETS.matcher(narrow(sentence)).replaceAll("");
                if (!plain.isBlank()) {
                    part = new Sentence(passage, sentence.strip(), plain, named, part).read();
                    named = context.namesPlace(plain) ? plain : named;
                }
            }
        }
    }

    /** Full-width digits and signs as narrow ones, each for one. */
    static String narrow(String sentence) {
        StringBuilder narrow = new StringBuilder(sentence.length());
        sentence.chars().forEach(c -> {
            boolean wide = c >= '０' && c <= '９' || c == '％' || c == '．';
            narrow.append((char) (wide ? c - '０' + '0' : c));
        });
        return narrow.toString().replaceAll("(?<=\\d)，(?=\\d{3}(?:\\D|$))", ",");
    }

    /** One sentence of a passage. */
    private final class Sentence {
        private final PublishedText.Passage passage;
        private final String shown;
        private final String plain;
        private final String dated;
        private final String named;
        private boolean part;

        /**
         * @param named the last sentence before it, in the same passage, that names a place; empty where none does
         * @param part whether what was said last is of a part of a year
         */
        Sentence(PublishedText.Passage passage, String shown, String plain, String named, boolean part) {
            this.passage = passage;
            this.shown = passage.text().equals(passage.said()) ? shown : passage.text();
            this.plain = plain;
            this.named = named;
            Matcher compared = COMPARED.matcher(plain);
            this.dated = compared.replaceAll(other -> "　".repeat(other.group().length()));
            this.part = part;
        }

        /** @return whether what follows is still of a part of a year */
        boolean read() {
            List<FigureNames.Named> all = names.in(plain);
            for (FigureNames.Named named : all) {
                if (FigureNames.isOf(named.indicator(), place)) {
                    figure(named);
                }
            }
            part = isOfPart(plain.length());
            return part;
        }

        /** Whether what stands there is of some months only: of what was said last. */
        private boolean isOfPart(int at) {
            String until = plain.substring(0, at).replaceAll("12月(?:[末底]|31日)?", "");
            int months = last(PART_YEAR, until);
            int whole = last(WHOLE_YEAR, until);
            return months == whole ? part : months > whole;
        }

        private static int last(Pattern pattern, String words) {
            return pattern.matcher(words)
                    .results()
                    .mapToInt(found -> found.start())
                    .max()
                    .orElse(-1);
        }

        private void figure(FigureNames.Named named) {
            Matcher both = RESPECTIVELY.matcher(plain.substring(named.to()));
            if (both.find()) {
                respectively(named, both);
            } else {
                amount(named).ifPresent(given -> settle(named, given));
            }
        }

        private void settle(FigureNames.Named named, Amount given) {
            LeftOut.Why why = given.why() != null ? given.why() : why(named, given);
            Integer year = year(named);
            if (why == null && year != null && given.value() != null) {
                found.add(new Proposal(
                        named.indicator(),
                        given.value(),
                        year,
                        given.about(),
                        List.of(new Proposal.FoundAt(text.name(), passage.page(), cut(shown))),
                        false));
            } else if (why != null) {
                leftOut.add(new LeftOut(why, named.name(), text.name(), passage.page(), cut(shown)));
            }
        }

        private LeftOut.@Nullable Why why(FigureNames.Named named, Amount given) {
            String left = left(named);
            Integer year = year(named);
            if (context.isAhead(plain.substring(0, named.from()))
                    || year != null && context.isToCome(year)
                    || TARGET.matcher(plain.substring(0, given.from())).find()) {
                return LeftOut.Why.TARGET;
            }
            String until = plain.substring(0, named.from());
            if (SUPPOSED.matcher(until).find()) {
                return LeftOut.Why.ANOTHER_MEASURE;
            }
            String said = this.named + until;
            if (context.isElsewhere(said) || !place.equals(context.place(said).orElse(context.ofText()))) {
                return LeftOut.Why.ANOTHER_PLACE;
            }
            if (!before.matcher(left).matches()) {
                return LeftOut.Why.ANOTHER_MEASURE;
            }
            boolean fits = FigureNames.isOfItself(named.indicator(), place)
                    ? !TOWN.matcher(left).find()
                    : TOWN.matcher(left + named.name()).find();
            if (!fits) {
                return LeftOut.Why.ANOTHER_SCOPE;
            }
            if (isOfPart(named.from())) {
                return LeftOut.Why.PART_OF_A_YEAR;
            }
            if (year == null) {
                return LeftOut.Why.NO_YEAR;
            }
            return year > asOfYear ? LeftOut.Why.LATER_YEAR : null;
        }

        /** What stands before the name since the last comma. */
        private String left(FigureNames.Named named) {
            String until = plain.substring(0, named.from());
            int comma = Math.max(
                    Math.max(until.lastIndexOf('，'), until.lastIndexOf('、')),
                    Math.max(until.lastIndexOf('：'), Math.max(until.lastIndexOf(':'), until.lastIndexOf(','))));
            return until.substring(comma + 1);
        }

        private @Nullable Integer year(FigureNames.Named named) {
            String until = dated.substring(0, named.from());
            List<Integer> years = SaidOf.years(until);
            if (!years.isEmpty()) {
                return years.get(years.size() - 1);
            }
            return OTHER_TIME.matcher(context.withoutLastYear(until)).find() ? null : context.year();
        }

        /** What the name comes to; empty where no number follows it at all. */
        private Optional<Amount> amount(FigureNames.Named named) {
            String behind = plain.substring(named.to());
            Matcher follows = FOLLOWS.matcher(behind);
            Matcher rose = ROSE.matcher(behind);
            Matcher number = rose.find() ? rose : follows.find() ? follows : null;
            if (number == null) {
                boolean other = behind.matches("^[^，、。；]{1,12}\\d.*");
                return other
                        ? Optional.of(Amount.none(
                                named.to(),
                                TARGET.matcher(plain).find() ? LeftOut.Why.TARGET : LeftOut.Why.ANOTHER_MEASURE))
                        : Optional.empty();
            }
            return Optional.of(Amount.of(
                    named.indicator(), number, 1, behind.substring(number.end()), named.to() + number.start(3)));
        }

        /** Two names, and two numbers for them: 城镇居民、农村居民人均可支配收入分别达到31870元、13126元. */
        private void respectively(FigureNames.Named second, Matcher both) {
            String left = plain.substring(0, second.from());
            int and = Math.max(left.lastIndexOf('、'), left.lastIndexOf('和'));
            FigureNames.Named first = and + 1 == second.from() ? before(second, Math.max(and, 0)) : null;
            if (first == null) {
                settle(second, Amount.none(second.to() + both.start(3), LeftOut.Why.ANOTHER_MEASURE));
                return;
            }
            Amount one = Amount.of(first.indicator(), both, 1, both.group(4) + "、", second.to() + both.start(3));
            Amount other = Amount.of(second.indicator(), both, 5, both.group(8) + "，", second.to() + both.start(7));
            if (FigureNames.isOf(first.indicator(), place)) {
                settle(first, one);
            }
            settle(first.as(second), other);
        }

        /** The name that ends there, whole or as far as it does not share its end with the next; null where there are more than two. */
        private FigureNames.@Nullable Named before(FigureNames.Named next, int end) {
            String first = plain.substring(0, end);
            for (int from = 0; from < end - 1; from++) {
                Indicator named = names.named(first.substring(from), next.name());
                if (named != null) {
                    boolean more = from > 0 && "、和及".indexOf(first.charAt(from - 1)) >= 0;
                    return more ? null : new FigureNames.Named(named.label(), named, from, end);
                }
            }
            return null;
        }
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE) + "…";
    }

    /**
     * A number behind a name.
     *
     * @param value in the indicator's unit; null where it is none of it, and why says so
     * @param from where it stands in the sentence
     */
    private record Amount(@Nullable BigDecimal value, boolean about, int from, LeftOut.@Nullable Why why) {
        static Amount none(int from, LeftOut.Why why) {
            return new Amount(null, false, from, why);
        }

        static Amount of(Indicator indicator, Matcher number, int group, String behind, int from) {
            String digits = (number.group(group + 1) == null ? "" : "百分之") + number.group(group + 2);
            for (int length = Math.min(LONGEST_UNIT, behind.length()); length >= 0; length--) {
                Optional<WrittenNumber> written = WrittenNumber.of(digits + behind.substring(0, length));
                String rest = behind.substring(length);
                if (written.isPresent() && ENDS.matcher(rest).find()) {
                    return given(indicator, written.get(), number.group(group) != null || rest.startsWith("左右"), from);
                }
                if (written.isPresent() && written.get().unit() != null) {
                    boolean inexact = INEXACT.matcher(rest).find();
                    return none(from, inexact ? LeftOut.Why.NOT_EXACT : LeftOut.Why.ANOTHER_MEASURE);
                }
            }
            return none(from, LeftOut.Why.ANOTHER_UNIT);
        }

        private static Amount given(Indicator indicator, WrittenNumber written, boolean about, int from) {
            Unit unit = indicator.unit();
            if ((unit == null) != (written.unit() == null)) {
                return none(from, LeftOut.Why.ANOTHER_UNIT);
            }
            BigDecimal value = written.in(unit).orElse(null);
            if (value == null) {
                return none(from, LeftOut.Why.ANOTHER_UNIT);
            }
            boolean below = indicator.min() != null && value.compareTo(indicator.min()) < 0;
            boolean above = indicator.max() != null && value.compareTo(indicator.max()) > 0;
            return below || above
                    ? none(from, LeftOut.Why.IMPOSSIBLE)
                    : new Amount(value, about || written.about(), from, null);
        }
    }
}
