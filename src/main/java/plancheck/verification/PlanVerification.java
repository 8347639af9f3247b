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
import plancheck.facts.Message;
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
        checks().forEach(Runnable::run);
        return problems;
    }

    /** Whether all of it holds; looks no further than the first problem. */
    boolean holds() {
        return checks().allMatch(check -> {
            check.run();
            return problems.isEmpty();
        });
    }

    private Stream<Runnable> checks() {
        PlanText text = texts.get(plan.id());
        if (text == null) {
            return Stream.of(() ->
                    problem(Message.of("verification.text-missing", plan.name()), Message.of("verification.add-text")));
        }
        String front = text.clause("文首").map(Clause::text).orElse("");
        return Stream.of(
                () -> checkFrontMatter(front),
                () -> checkPeriod(front),
                () -> checkRegister(text),
                () -> plan.baselines().forEach(baseline -> checkBaseline(baseline, text)),
                this::checkBaselinesAreUnique,
                () -> text.clauses().forEach(this::checkFiguresAreEnough),
                () -> plan.sentences().forEach(sentence -> checkSentence(sentence, text)),
                () -> checkWhole(text));
    }

    /** A text without a title page bears neither number nor title; the years of its title stand in its preamble. */
    private void checkFrontMatter(String front) {
        Clause clause = new Clause("文首", "", front, 0);
        Set<?> known = Numbers.counted(Numbers.in(front)).keySet();
        Stream.of(plan.title(), plan.titleEn())
                .flatMap(title -> Numbers.arabic(title).stream())
                .filter(number -> !known.contains(number.value()))
                .forEach(number -> problem(
                        Message.of("verification.title-number", number.value()),
                        Message.of("verification.correct-title")));
        if (!plan.number().isEmpty() && !clause.contains(plan.number())) {
            problem(
                    Message.of("verification.document-number", plan.number()),
                    Message.of("verification.correct-number"));
        }
        if (plan.issued() != null) {
            var day = plan.issued();
            String written = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            if (!clause.contains(written)) {
                problem(Message.of("verification.issued-differs", written), Message.of("verification.correct-issued"));
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
                        Message.of(
                                "verification.period-unfounded",
                                key,
                                year,
                                isTitled ? Message.of("verification.in-title") : Message.of("verification.at-head")),
                        Message.of("verification.correct-period"));
            }
        });
        if (isTitled && plan.period().first() != Collections.min(titled).intValue()) {
            problem(Message.of("verification.base-year-differs"), Message.of("verification.correct-by-title"));
        }
    }

    private void checkRegister(PlanText text) {
        Map<String, Plan.ClauseEntry> entries = new LinkedHashMap<>();
        for (Plan.ClauseEntry entry : plan.clauses()) {
            if (entries.put(entry.path(), entry) != null) {
                problem(
                        Message.of("verification.clause-twice", entry.path()),
                        Message.of("verification.register-again"));
            }
        }
        for (Clause clause : text.clauses()) {
            Plan.ClauseEntry entry = entries.remove(clause.path());
            if (entry == null) {
                problem(
                        Message.of("verification.clause-unregistered", clause.path()),
                        Message.of("verification.register-and-account"));
            } else {
                checkEntry(entry, clause);
            }
        }
        entries.keySet()
                .forEach(path -> problem(
                        Message.of("verification.clause-not-in-text", path),
                        Message.of("verification.check-text-or-register")));
    }

    private void checkSentence(Plan.Sentence sentence, PlanText text) {
        Clause clause = text.clause(sentence.path()).orElse(null);
        if (clause == null || !clause.contains(sentence.anchor())) {
            problem(
                    Message.of("verification.sentence-not-in-clause", sentence.path(), sentence.anchor()),
                    Message.of("verification.correct-sentence"));
        } else {
            checkReason(sentence.why(), clause);
        }
    }

    private void checkWhole(PlanText text) {
        Map<String, List<Provision>> citing = book.citing(plan);
        text.clauses().forEach(clause -> checkWhole(clause, text, citing));
    }

    private void checkWhole(Clause clause, PlanText text, Map<String, List<Provision>> citing) {
        for (String sentence : new ClauseAccount(book, plan, text, clause, citing).sentencesLeft()) {
            problem(
                    Message.of("verification.sentence-unaccounted", clause.path(), shortened(sentence)),
                    Message.of("verification.account-for-sentence"));
        }
    }

    private static String shortened(String sentence) {
        return sentence.length() <= 24 ? sentence : sentence.substring(0, 24) + "…";
    }

    private void checkEntry(Plan.ClauseEntry entry, Clause clause) {
        if (!entry.fingerprint().equals(clause.fingerprint())) {
            problem(
                    Message.of("verification.clause-changed", clause.path(), entry.fingerprint(), clause.fingerprint()),
                    Message.of("verification.check-clause", clause.line()));
        }
        if (!entry.heading().equals(clause.heading())) {
            problem(
                    Message.of("verification.heading-differs", clause.path(), entry.heading(), clause.heading()),
                    Message.of("verification.register-again"));
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
                problem(
                        Message.of("verification.reason-of-other-provision", clause.path(), id),
                        Message.of("verification.correct-why-and-path"));
            }
            rest = rest.replace(id, "").replace(path.orElse(id), "");
        }
        for (String id : found(RULING, rest)) {
            if (!isReason(book.rulings().get(id), clause)) {
                problem(
                        Message.of("verification.reason-of-other-ruling", clause.path(), id),
                        Message.of("verification.correct-why-by-ruling"));
            }
        }
        List<Numbers.PlacedNumber> named = Numbers.arabic(RULING.matcher(rest).replaceAll(""));
        if (named.isEmpty()) {
            return; // as most are, and the clause's own take long to find
        }
        Set<?> known = Numbers.counted(Numbers.in(clause.text())).keySet();
        named.stream()
                .filter(number -> !known.contains(number.value()))
                .forEach(number -> problem(
                        Message.of("verification.reason-number", clause.path(), number.value()),
                        Message.of("verification.correct-why")));
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
                        Message.of(
                                "verification.baseline-twice", baseline.indicator(), baseline.place(), baseline.year()),
                        Message.of("verification.one-baseline"));
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
                                Message.of("verification.baseline-counted", clause.path(), value, times, count),
                                Message.of("verification.correct-value"));
                    }
                });
    }

    /**
     * The figure stands in one sentence with its place and belongs to it, unless that is the plan's own; the year in
     * the clause or in an earlier one of its section, where readers take it to hold on.
     */
    private void checkBaseline(Baseline baseline, PlanText text) {
        Clause clause = text.clause(baseline.clause()).orElse(null);
        Message name = Message.of("verification.baseline", baseline.indicator());
        if (clause == null) {
            problem(
                    Message.of("verification.baseline-clause", name, baseline.clause()),
                    Message.of("verification.correct-clause"));
            return;
        }
        boolean borneOut = Stream.of(withoutOwnNumber(clause).split("。"))
                .anyMatch(sentence -> bearsOut(sentence, baseline.place(), Numbers.plain(baseline.value())));
        if (!borneOut) {
            problem(
                    Message.of(
                            "verification.baseline-differs", name, baseline.place(), baseline.value(), clause.path()),
                    Message.of("verification.correct-value-or-place"));
        }
        BigDecimal year = BigDecimal.valueOf(baseline.year());
        if (upTo(clause, text).noneMatch(earlier -> hasNumber(earlier.text(), year))) {
            problem(
                    Message.of("verification.baseline-year", name, baseline.year(), clause.path()),
                    Message.of("verification.correct-year"));
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

    private void problem(Message message, Message advice) {
        problems.add(new RuleBookProblem(plan.id() + "/plan.yaml", 0, message, advice));
    }
}
