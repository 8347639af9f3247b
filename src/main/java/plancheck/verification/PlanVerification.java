package plancheck.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Baseline;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.Ruling;

/** Holds one plan's {@code plan.yaml} against its text: register, title, number, day of issue and baselines. */
final class PlanVerification {
    private static final Pattern PROVISION = Pattern.compile("[A-Z]{2,}-\\d[0-9A-Za-z.-]*");

    private static final Pattern RULING = Pattern.compile("R\\d+");

    private static final int FIRST_OF_YEARS = 1900;

    private static final Pattern SECTION = Pattern.compile("[^/]+(/（[^/]+）)?");

    private final RuleBook book;
    private final Plan plan;
    private final Map<String, PlanText> texts;
    private final List<RuleBookProblem> problems = new ArrayList<>();

    PlanVerification(RuleBook book, Plan plan, Map<String, PlanText> texts) {
        this.book = book;
        this.plan = plan;
        this.texts = texts;
    }

    List<RuleBookProblem> problems() {
        PlanText text = texts.get(plan.id());
        if (text == null) {
            problem("没有《" + plan.title() + "》的原文，无法核对", "请先用 plancheck plans add 录入原文");
            return problems;
        }
        String front = text.clause("文首").map(Clause::text).orElse("");
        checkFrontMatter(front);
        checkPeriod(front);
        checkRegister(text);
        plan.baselines().forEach(baseline -> checkBaseline(baseline, text));
        checkBaselinesAreUnique();
        text.clauses().forEach(this::checkFiguresAreEnough);
        plan.sentences().forEach(sentence -> checkSentence(sentence, text));
        text.clauses().forEach(clause -> checkWhole(clause, text));
        return problems;
    }

    /** A text without a title page bears neither number nor title; the years of its title stand in its preamble. */
    private void checkFrontMatter(String front) {
        Clause clause = new Clause("文首", "", front, 0);
        Set<?> known = Numbers.counted(Numbers.in(front)).keySet();
        Stream.of(plan.title(), plan.titleEn())
                .flatMap(title -> Numbers.arabic(title).stream())
                .filter(number -> !known.contains(number.value()))
                .forEach(number -> problem("标题中的数字" + number.value() + "不在原文文首", "请按原文改正 title 或 title-en"));
        if (!plan.number().isEmpty() && !clause.contains(plan.number())) {
            problem("文号“" + plan.number() + "”不在原文文首", "请按原文改正 number；原文没有文号的留空");
        }
        if (plan.issued() != null) {
            var day = plan.issued();
            String written = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            if (!clause.contains(written)) {
                problem("印发日期" + written + "不在原文文首", "请按原文改正 issued；原文没有日期的删去");
            }
        }
    }

    /** The plan's years are those of its title; where that has none, its preamble has them. */
    private void checkPeriod(String front) {
        Set<BigDecimal> titled = Numbers.counted(Numbers.arabic(plan.title())).keySet();
        boolean isTitled = titled.stream().anyMatch(number -> number.intValue() >= FIRST_OF_YEARS);
        Set<BigDecimal> known =
                isTitled ? titled : Numbers.counted(Numbers.arabic(front)).keySet();
        Map<String, Integer> years = new LinkedHashMap<>();
        years.put("base-year", plan.period().first());
        years.put("horizon", plan.period().horizon());
        years.forEach((key, year) -> {
            if (!known.contains(BigDecimal.valueOf(year))) {
                problem(
                        key + " 所说的" + year + "年不在" + (isTitled ? "标题" : "原文文首") + "中",
                        "base-year 为规划首年的上一年，horizon 为规划末年，请按原文改正");
            }
        });
        if (isTitled && plan.period().first() != Collections.min(titled).intValue()) {
            problem("base-year 不是标题首年的上一年", "请按标题改正");
        }
    }

    private void checkRegister(PlanText text) {
        Map<String, Plan.ClauseEntry> entries = new LinkedHashMap<>();
        for (Plan.ClauseEntry entry : plan.clauses()) {
            if (entries.put(entry.path(), entry) != null) {
                problem("条款" + entry.path() + "登记了两次", "请重新生成目录");
            }
        }
        for (Clause clause : text.clauses()) {
            Plan.ClauseEntry entry = entries.remove(clause.path());
            if (entry == null) {
                problem("原文条款" + clause.path() + "没有登记", "请重新生成目录，再为该条款编写规则或注明为何没有规则");
            } else {
                checkEntry(entry, clause);
            }
        }
        entries.keySet().forEach(path -> problem("登记的条款" + path + "不在原文中", "请核对原文是否完整，或重新生成目录"));
    }

    private void checkSentence(Plan.Sentence sentence, PlanText text) {
        Clause clause = text.clause(sentence.path()).orElse(null);
        if (clause == null || !clause.contains(sentence.anchor())) {
            problem("条款" + sentence.path() + "中没有“" + sentence.anchor() + "”", "请按原文改正 sentences 中的条款或锚词");
        } else {
            checkReason(sentence.why(), clause);
        }
    }

    private void checkWhole(Clause clause, PlanText text) {
        for (String sentence : new ClauseAccount(book, plan, text, clause).sentencesLeft()) {
            problem("条款" + clause.path() + "中的“" + shortened(sentence) + "”既没有规则，也没有说明", "请编写规则，或在 sentences 中写明为何没有");
        }
    }

    private static String shortened(String sentence) {
        return sentence.length() <= 24 ? sentence : sentence.substring(0, 24) + "…";
    }

    private void checkEntry(Plan.ClauseEntry entry, Clause clause) {
        if (!entry.fingerprint().equals(clause.fingerprint())) {
            problem(
                    "条款" + clause.path() + "的文字与登记时不同（登记" + entry.fingerprint() + "，原文" + clause.fingerprint() + "）",
                    "请核对原文第" + clause.line() + "行起的该条款；原文确有修订的，复核其规则后重新生成目录");
        }
        if (!entry.heading().equals(clause.heading())) {
            problem("条款" + clause.path() + "的标题“" + entry.heading() + "”与原文“" + clause.heading() + "”不同", "请重新生成目录");
        }
        checkReason(entry.why(), clause);
    }

    /**
     * A reason may name provisions of the clause or that cite it, others together with the path of their clause,
     * rulings about its words, and numbers of the clause. Nothing else in it that has a digit could be proved.
     */
    private void checkReason(String why, Clause clause) {
        String rest = why;
        for (String id : found(PROVISION, why)) {
            Optional<String> path = book.provision(id).flatMap(p -> spokenOf(p, why, clause.path()));
            if (path.isEmpty()) {
                problem("条款" + clause.path() + "的说明提到" + id + "，但没有这条规定，或它与本条款无关", "请改正 why；提到别的条款的规定时，一并写明该条款的路径");
            }
            rest = rest.replace(id, "").replace(path.orElse(id), "");
        }
        for (String id : found(RULING, rest)) {
            if (!isReason(book.rulings().get(id), clause)) {
                problem("条款" + clause.path() + "的说明不应引用释义" + id, "请改正 why，条款中须有该释义所释的词");
            }
        }
        Set<?> known = Numbers.counted(Numbers.in(clause.text())).keySet();
        Numbers.arabic(RULING.matcher(rest).replaceAll("")).stream()
                .filter(number -> !known.contains(number.value()))
                .forEach(number -> problem("条款" + clause.path() + "的说明中数字" + number.value() + "不在该条款中", "请改正 why"));
    }

    /** The clause in question, or one that the reason names, when the provision is of it or cites it. */
    private Optional<String> spokenOf(Provision provision, String why, String path) {
        Stream<String> named =
                plan.clauses().stream().map(Plan.ClauseEntry::path).filter(p -> p.contains("/") && why.contains(p));
        return Stream.concat(
                        Stream.of(path),
                        named.sorted(Comparator.comparing(String::length).reversed()))
                .filter(p -> speaksOf(provision, p))
                .findFirst();
    }

    private static boolean isReason(@Nullable Ruling ruling, Clause clause) {
        return Optional.ofNullable(ruling)
                .flatMap(Ruling::reasonWords)
                .filter(words -> Pattern.compile(words).matcher(clause.text()).find())
                .isPresent();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private boolean speaksOf(Provision provision, String path) {
        return provision.id().startsWith(plan.prefix() + "-" + ClauseIds.of(path) + "-")
                || provision.citations().stream()
                        .anyMatch(c -> c.plan().equals(plan.id()) && c.clause().equals(path));
    }

    private void checkBaselinesAreUnique() {
        Set<List<?>> seen = new HashSet<>();
        for (Baseline baseline : plan.baselines()) {
            if (!seen.add(List.of(baseline.indicator(), baseline.place(), baseline.year()))) {
                problem(
                        "基期值" + baseline.indicator() + "（" + baseline.place() + "，" + baseline.year() + "年）登记了两次",
                        "每项指标在同一地方、同一年份只有一个基期值，请核对 indicator、place 和 year");
            }
        }
    }

    /** A figure of the clause is the baseline of one indicator only, however often it stands there. */
    private void checkFiguresAreEnough(Clause clause) {
        String text = withoutOwnNumber(clause);
        Map<BigDecimal, Integer> written = Numbers.counted(Numbers.figures(text));
        plan.baselines().stream()
                .filter(baseline -> baseline.clause().equals(clause.path()))
                .collect(Collectors.groupingBy(baseline -> Numbers.plain(baseline.value()), Collectors.counting()))
                .forEach((value, count) -> {
                    int times = written.getOrDefault(value, 0);
                    if (times > 0 && count > times) {
                        problem(
                                "条款" + clause.path() + "中" + value + "只出现" + times + "次，却登记为" + count + "个基期值",
                                "请按原文改正其中的 value");
                    }
                });
    }

    /**
     * The figure stands in one sentence with its place and belongs to it, unless that is the plan's own; the year in
     * the clause or in an earlier one of its section, where readers take it to hold on.
     */
    private void checkBaseline(Baseline baseline, PlanText text) {
        Clause clause = text.clause(baseline.clause()).orElse(null);
        String name = "基期值" + baseline.indicator();
        if (clause == null) {
            problem(name + "所引条款" + baseline.clause() + "不在原文中", "请改正 clause");
            return;
        }
        boolean borneOut = Stream.of(withoutOwnNumber(clause).split("。"))
                .anyMatch(sentence -> bearsOut(sentence, baseline.place(), Numbers.plain(baseline.value())));
        if (!borneOut) {
            problem(
                    name + "（" + baseline.place() + "，" + baseline.value() + "）与条款" + clause.path() + "的文字不符",
                    "请按原文改正 value 或 place；一句中有几个地方、几个数的，按各自的先后对应");
        }
        BigDecimal year = BigDecimal.valueOf(baseline.year());
        if (upTo(clause, text).noneMatch(earlier -> hasNumber(earlier.text(), year))) {
            problem(name + "的年份" + baseline.year() + "不在条款" + clause.path() + "和本节有关各条中", "请按原文改正 year");
        }
    }

    /** The clause and those before it in its section; for one that says 目前, those after it as well. */
    private static Stream<Clause> upTo(Clause clause, PlanText text) {
        String section = section(clause);
        boolean atPresent = clause.text().contains("目前");
        Stream<Clause> before = text.clauses().stream()
                .takeWhile(other -> atPresent || !other.equals(clause))
                .filter(other -> section(other).equals(section));
        return Stream.concat(before, Stream.of(clause));
    }

    /** Chapter and section of a path: 一/（二） of 一/（二）/3. */
    private static String section(Clause clause) {
        Matcher matcher = SECTION.matcher(clause.path());
        return matcher.lookingAt() ? matcher.group() : clause.path();
    }

    private String withoutOwnNumber(Clause clause) {
        return ClauseAccount.withoutOwnNumber(clause.text(), plan.numbering());
    }

    private static boolean hasNumber(String text, BigDecimal value) {
        return Numbers.counted(Numbers.figures(text)).containsKey(value);
    }

    private boolean bearsOut(String sentence, String code, BigDecimal value) {
        return code.equals(plan.place())
                ? hasNumber(sentence, value)
                : new PlacedValues(sentence, book.places().values()).has(code, value);
    }

    private void problem(String message, String advice) {
        problems.add(new RuleBookProblem(plan.id() + "/plan.yaml", 0, message, advice));
    }
}
