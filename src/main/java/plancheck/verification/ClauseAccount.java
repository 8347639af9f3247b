package plancheck.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plancheck.facts.Citation;
import plancheck.plan.text.Clause;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/**
 * Asks of one clause whether all of it is accounted for: each sentence by a rule or by a reason why it has none, and
 * each number, in Arabic or Chinese, by a rule, a baseline, a due date, a reason that names it, or as no number at all:
 * the clause's own number, the name of a road, or a set phrase.
 */
final class ClauseAccount {
    /** A decimal number, or a run of Chinese numerals that is not cut out of a longer one. */
    private static final Pattern NUMERAL = Pattern.compile("\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千两半][一二三四五六七八九十百千半〇零○]*");

    /** Digits joined to a letter are a name: 5G, G85. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+\\d+|\\d+[A-Za-z]+");

    /** The numbers of units that all plans write alike; others are the plan's own. */
    private static final String OF_ALL_PLANS = "图\\d+|\\d{1,2}(?=[^\\d.年月日])|[一二三四五六七八九十]是";

    private final RuleBook book;
    private final Plan plan;
    private final PlanText text;
    private final Clause clause;
    private final List<Provision> citing;
    private final List<Clause.Span> sentences;

    /** @param citing the provisions that cite clauses of the plan, by the clause's path: see {@link RuleBook#citing} */
    ClauseAccount(RuleBook book, Plan plan, PlanText text, Clause clause, Map<String, List<Provision>> citing) {
        this.book = book;
        this.plan = plan;
        this.text = text;
        this.clause = clause;
        this.citing = citing.getOrDefault(clause.path(), List.of()).stream()
                .filter(p -> !anchors(p).isEmpty())
                .toList();
        this.sentences = sentences(clause.text());
    }

    /** Sentences of a clause with rules that neither a rule nor a reason speaks of; headings aside. */
    List<String> sentencesLeft() {
        if (citing.isEmpty()) {
            return List.of();
        }
        List<Clause.Span> spoken = new ArrayList<>();
        citing.forEach(provision -> spoken.addAll(anchors(provision)));
        reasons().forEach(sentence -> clause.mark(sentence.anchor()).ifPresent(spoken::add));
        return sentences.stream()
                .filter(sentence -> spoken.stream().noneMatch(span -> overlaps(span, sentence)))
                .map(this::words)
                .filter(words -> !isHeading(words))
                .toList();
    }

    /** Numbers nothing accounts for, each with the words around it. */
    List<String> numbersLeft() {
        Map<Integer, Integer> left = new LinkedHashMap<>();
        Matcher numerals = NUMERAL.matcher(clause.text());
        while (numerals.find()) {
            left.put(numerals.start(), numerals.end());
        }
        excuse(left, ownNumber(plan.numbering()).matcher(clause.text()).results());
        excuse(left, NAME.matcher(clause.text()).results());
        book.phrases()
                .forEach(phrase -> excuse(
                        left,
                        Pattern.compile(Pattern.quote(phrase))
                                .matcher(clause.text())
                                .results()));
        Stream.of(plan.title(), plan.number())
                .filter(own -> !own.isEmpty())
                .forEach(own -> clause.mark(own).ifPresent(span -> excuse(left, span)));
        left.entrySet().removeIf(numeral -> isAccountedFor(numeral.getKey(), numeral.getValue()));
        return left.entrySet().stream()
                .map(numeral -> around(numeral.getKey(), numeral.getValue()))
                .toList();
    }

    private boolean isAccountedFor(int start, int end) {
        return isOfARule(start, end) || isDueYear(start, end) || isBaseline(start, end) || isExplained(start, end);
    }

    /** In the anchor of a rule that has this number as a value, a condition or in its title. */
    private boolean isOfARule(int start, int end) {
        String written = clause.text().substring(start, end);
        return citing.stream()
                .filter(p -> anchors(p).stream().anyMatch(a -> a.start() <= start && end <= a.end()))
                .anyMatch(p -> ownWords(p).contains(withNext(start, end))
                        || !isArabic(written) && ownWords(p).contains(written)
                        || values(p).contains(value(start, end)));
    }

    private static Set<BigDecimal> values(Provision provision) {
        Set<BigDecimal> values = new TreeSet<>();
        WrittenValue.of(provision).forEach(value -> values.add(value.value()));
        WrittenValue.dueYears(provision).forEach(year -> values.add(BigDecimal.valueOf(year)));
        provision.scope().conditions().stream()
                .flatMap(condition -> condition.operands().stream())
                .filter(BigDecimal.class::isInstance)
                .forEach(operand -> values.add(Numbers.plain((BigDecimal) operand)));
        Numbers.in(ownWords(provision)).forEach(number -> values.add(number.value()));
        return values;
    }

    private static String ownWords(Provision provision) {
        return provision.title() + "\n" + provision.remedy();
    }

    /** A year at whose end something is due that this clause, or one it governs, asks for. */
    private boolean isDueYear(int start, int end) {
        if (!clause.text().startsWith("年", end)) {
            return false;
        }
        int year = value(start, end).intValue();
        return book.provisions().stream()
                .filter(p -> WrittenValue.dueYears(p).contains(year))
                .flatMap(p -> p.citations().stream())
                .filter(citation -> citation.plan().equals(plan.id()))
                .anyMatch(this::isGoverned);
    }

    private boolean isGoverned(Citation citation) {
        return citation.clause().equals(clause.path())
                || text.clause(citation.clause()).stream()
                        .anyMatch(below -> text.governing(below).contains(clause));
    }

    private boolean isBaseline(int start, int end) {
        BigDecimal value = value(start, end);
        return plan.baselines().stream()
                .filter(b -> b.clause().equals(clause.path()))
                .anyMatch(b -> b.value().compareTo(value) == 0
                        || clause.text().startsWith("年", end) && b.year() == value.intValue());
    }

    /** Named in the reason given for the clause, or for the sentence it stands in. */
    private boolean isExplained(int start, int end) {
        return plan.clauses().stream()
                        .filter(entry -> entry.path().equals(clause.path()))
                        .anyMatch(entry -> names(entry.why(), start, end))
                || reasons().stream()
                        .filter(reason -> isOfSentence(reason, start))
                        .anyMatch(reason -> names(reason.why() + "\n" + reason.anchor(), start, end));
    }

    private boolean isOfSentence(Plan.Sentence reason, int at) {
        return sentences.stream()
                .filter(sentence -> sentence.start() <= at && at < sentence.end())
                .anyMatch(sentence -> clause.mark(reason.anchor()).stream().anyMatch(span -> overlaps(span, sentence)));
    }

    private boolean names(String words, int start, int end) {
        String written = clause.text().substring(start, end);
        return isArabic(written)
                ? Numbers.counted(Numbers.arabic(words)).containsKey(value(start, end))
                : words.contains(withNext(start, end)) || words.contains(withPrevious(start, end));
    }

    private List<Plan.Sentence> reasons() {
        return plan.sentences().stream()
                .filter(sentence -> sentence.path().equals(clause.path()))
                .toList();
    }

    private List<Clause.Span> anchors(Provision provision) {
        return provision.citations().stream()
                .filter(citation -> citation.plan().equals(plan.id()))
                .filter(citation -> citation.clause().equals(clause.path()))
                .flatMap(citation -> clause.mark(citation.anchor()).stream())
                .toList();
    }

    private static boolean isArabic(String written) {
        return Character.isDigit(written.charAt(0));
    }

    private BigDecimal value(int start, int end) {
        String written = clause.text().substring(start, end);
        if (isArabic(written)) {
            return Numbers.plain(new BigDecimal(written));
        }
        return Numbers.in(clause.text()
                        .substring(start, Math.min(end + 1, clause.text().length())))
                .stream()
                .filter(number -> number.at() == 0)
                .map(Numbers.PlacedNumber::value)
                .findFirst()
                .orElse(BigDecimal.valueOf(-1));
    }

    private static void excuse(Map<Integer, Integer> left, Stream<MatchResult> matches) {
        matches.forEach(match -> excuse(left, new Clause.Span(match.start(), match.end())));
    }

    private static void excuse(Map<Integer, Integer> left, Clause.Span span) {
        left.entrySet().removeIf(numeral -> span.start() <= numeral.getKey() && numeral.getValue() <= span.end());
    }

    private String withNext(int start, int end) {
        return clause.text().substring(start, Math.min(end + 1, clause.text().length()));
    }

    private String withPrevious(int start, int end) {
        return clause.text().substring(Math.max(0, start - 1), end);
    }

    private String around(int start, int end) {
        int from = Math.max(0, start - 8);
        int to = Math.min(clause.text().length(), end + 8);
        return "“" + clause.text().substring(start, end) + "”（…"
                + clause.text().substring(from, to).replace('\n', ' ') + "…）";
    }

    private boolean isHeading(String words) {
        return words.isBlank()
                || withoutOwnNumber(words, plan.numbering()).strip().equals(clause.heading());
    }

    /** The words without the number the clause bears itself: 种松 of 1.种松. */
    static String withoutOwnNumber(String words, Numbering numbering) {
        return ownNumber(numbering).matcher(words).replaceFirst("");
    }

    private static Pattern ownNumber(Numbering numbering) {
        return Pattern.compile("^(?:" + numbering.heads() + "|" + OF_ALL_PLANS + ")");
    }

    private String words(Clause.Span span) {
        return clause.text().substring(span.start(), span.end()).strip().replaceAll("[。；]$", "");
    }

    private static List<Clause.Span> sentences(String text) {
        List<Clause.Span> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '。' || c == '\n' || i == text.length() - 1) {
                sentences.add(new Clause.Span(start, i + 1));
                start = i + 1;
            }
        }
        return List.copyOf(sentences);
    }

    private static boolean overlaps(Clause.Span a, Clause.Span b) {
        return a.start() < b.end() && b.start() < a.end();
    }
}
