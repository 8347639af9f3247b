package plancheck.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Part;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;

/** Holds one provision against the clauses it cites. */
final class ProvisionVerification {
    private static final int LONGEST_ANCHOR = 40;

    /** How many characters in a row two provisions of one matter share. */
    private static final int SHARED = 5;

    static final String SAME_MATTER = "same-matter";

    private final RuleBook book;
    private final Provision provision;
    private final Map<String, PlanText> texts;
    private final List<RuleBookProblem> problems = new ArrayList<>();

    ProvisionVerification(RuleBook book, Provision provision, Map<String, PlanText> texts) {
        this.book = book;
        this.provision = provision;
        this.texts = texts;
    }

    List<RuleBookProblem> problems() {
        checkForm();
        checkClauses();
        return problems;
    }

    /** Whether all of it holds; where its form does not, its clauses are not looked into. */
    boolean holds() {
        checkForm();
        if (problems.isEmpty()) {
            checkClauses();
        }
        return problems.isEmpty();
    }

    private void checkForm() {
        checkId();
        checkSameAs();
    }

    private void checkClauses() {
        List<CitedClause> cited = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Citation citation : provision.citations()) {
            checkLength(citation);
            cited(citation).ifPresent(cited::add);
            if (!seen.add(citation.plan() + citation.clause())) {
                problem(
                        "also",
                        Message.of("verification.cited-twice", citation.clause()),
                        Message.of("verification.cite-once"));
            }
        }
        if (cited.size() == provision.citations().size()) {
            checkFigures(cited);
            DueVerification due = new DueVerification(book, provision, cited);
            due.problems().forEach(this::problem);
            new RulingVerification(book, provision, cited, due).problems().forEach(this::problem);
        }
    }

    /** The official text is not ours to reprint: an anchor is the few words that identify a provision. */
    private void checkLength(Citation citation) {
        int length = citation.anchor().replaceAll("[\\p{P}\\s]", "").length();
        if (length > LONGEST_ANCHOR) {
            problem(
                    "anchor",
                    Message.of("verification.anchor-too-long", length),
                    Message.of("verification.shorten-anchor", LONGEST_ANCHOR));
        }
    }

    private void checkId() {
        String clause = provision.citations().get(0).clause();
        String id = provision.id();
        Plan plan = book.plans().get(provision.plan());
        String expected = (plan == null ? "" : plan.prefix()) + "-" + ClauseIds.of(clause);
        if (!id.substring(0, id.lastIndexOf('-')).equals(expected)) {
            problem(
                    "clause",
                    Message.of("verification.id-differs", id, clause, expected),
                    Message.of("verification.correct-id"));
        }
    }

    /** Empty when a problem was reported, or when the plan's text is not there, which is reported once for all. */
    private Optional<CitedClause> cited(Citation citation) {
        PlanText text = texts.get(citation.plan());
        if (text == null) {
            return Optional.empty();
        }
        Plan plan = book.plans().get(citation.plan());
        Optional<CitedClause> cited =
                CitedClause.of(citation, text, plan == null ? 0 : plan.period().base());
        String annotation = citation.equals(provision.citations().get(0)) ? "clause" : "also";
        if (text.clause(citation.clause()).isEmpty()) {
            problem(
                    annotation,
                    Message.of(
                            "verification.no-such-clause",
                            citation.document(),
                            citation.clause(),
                            where(citation, text)),
                    Message.of("verification.correct-path"));
        } else if (cited.isEmpty()) {
            problem(
                    annotation.equals("clause") ? "anchor" : annotation,
                    Message.of(
                            "verification.anchor-not-in-clause",
                            citation.document(),
                            citation.clause(),
                            citation.anchor(),
                            where(citation, text)),
                    Message.of("verification.correct-anchor"));
        }
        return cited;
    }

    private static Phrase where(Citation citation, PlanText text) {
        List<String> places = text.clauses().stream()
                .filter(clause -> clause.contains(citation.anchor()))
                .map(Clause::path)
                .toList();
        return places.isEmpty() ? Label.of("") : Message.of("verification.anchor-elsewhere", places);
    }

    private void checkFigures(List<CitedClause> cited) {
        Map<BigDecimal, Integer> anchored = new TreeMap<>();
        cited.forEach(clause -> merge(anchored, Numbers.counted(clause.numbers())));
        for (WrittenValue value : WrittenValue.of(provision)) {
            if (!anchored.containsKey(value.value())) {
                problem(
                        value.annotation(),
                        Message.of("verification.value-not-in-anchor", value.value()),
                        Message.of("verification.correct-value-or-anchor"));
            }
        }
        checkScope(cited, anchored);
        addDueYears(anchored);
        checkWords("", Message.of("verification.word-title"), provision.title(), anchored);
        checkWords("remedy", Message.of("verification.word-remedy"), provision.remedy(), anchored);
        checkWords("en", Message.of("verification.word-title-en"), provision.titleEn(), anchored);
        ownParts().forEach(part -> {
            checkWords("all", Message.of("verification.word-part"), part.name().zh(), anchored);
            checkWords("all", Message.of("verification.word-part"), part.name().en(), anchored);
        });
        provision.criterion().leftToPerson().ifPresent(question -> {
            checkWords("review", Message.of("verification.word-question"), question.zh(), anchored);
            checkWords("reviewEn", Message.of("verification.word-question-en"), question.en(), anchored);
        });
        Optional.ofNullable(provision.indicator())
                .filter(indicator -> book.provision(indicator.id()).isEmpty())
                .ifPresent(indicator ->
                        checkWords("indicator", Message.of("verification.word-indicator"), indicator.id(), anchored));
        Optional.ofNullable(provision.total())
                .ifPresent(total -> checkWords("total", Message.of("verification.word-total"), total.id(), anchored));
        checkBaseline();
    }

    /** The parts it is asked in; those of an answer that it shares are the other's. */
    private List<Part> ownParts() {
        Indicator measured = provision.indicator();
        return measured != null && measured.id().equals(provision.id()) ? measured.parts() : List.of();
    }

    /** Unless the anchor has a year of its own, such as a cut-off, which a due year must not be mistaken for. */
    private void addDueYears(Map<BigDecimal, Integer> anchored) {
        Set<Integer> due = WrittenValue.dueYears(provision);
        boolean hasOther = anchored.keySet().stream()
                .anyMatch(n ->
                        n.scale() <= 0 && n.intValue() >= 1900 && n.intValue() < 2100 && !due.contains(n.intValue()));
        if (!hasOther) {
            due.forEach(year -> anchored.merge(BigDecimal.valueOf(year), 1, Math::max));
        }
    }

    /** Our own words may repeat the rule's figures, each as often as the anchors do, and no other. */
    private void checkWords(String annotation, Message what, String words, Map<BigDecimal, Integer> known) {
        Numbers.counted(Numbers.arabic(words)).forEach((number, count) -> {
            if (count > known.getOrDefault(number, 0)) {
                problem(
                        annotation,
                        Message.of("verification.number-unfounded", what, words, number),
                        Message.of("verification.correct-or-anchor"));
            }
        });
    }

    private void checkScope(List<CitedClause> cited, Map<BigDecimal, Integer> anchored) {
        for (Condition condition : provision.scope().conditions()) {
            if (condition.attribute().equals("code")) {
                checkCodes(condition);
                condition.operands().forEach(code -> checkPlace(String.valueOf(code), cited));
            } else if (!asksForAny(condition)) {
                List<Numbers.PlacedNumber> written = new ArrayList<>(Numbers.arabic(condition.attribute()));
                condition.operands().stream()
                        .filter(operand -> operand instanceof BigDecimal || operand instanceof String)
                        .forEach(operand -> written.addAll(Numbers.arabic(operand.toString())));
                written.stream()
                        .filter(number -> !anchored.containsKey(number.value()))
                        .forEach(number -> problem(
                                "",
                                Message.of(
                                        "verification.scope-number",
                                        condition.attribute(),
                                        condition.operator(),
                                        number.value()),
                                Message.of("verification.correct-or-anchor")));
            }
        }
    }

    /** Each place once, and one that the levels beside it can mean. */
    private void checkCodes(Condition condition) {
        Set<Object> seen = new HashSet<>();
        condition.operands().stream()
                .filter(code -> !seen.add(code) || !isOfItsLevels(String.valueOf(code), condition.operands()))
                .forEach(code -> problem(
                        "",
                        Message.of("verification.place-twice-or-of-no-level", code),
                        Message.of("verification.correct-code")));
    }

    private boolean isOfItsLevels(String code, List<Object> codes) {
        PlaceName place = book.places().get(code);
        List<Level> levels = provision.scope().levels();
        return place == null
                || levels.contains(place.level())
                || levels.contains(place.townLevel()) && isOfSharedTown(place, codes);
    }

    /** A town that a city shares with its district is the city's where it is bound alone, else the district's, or both's. */
    private boolean isOfSharedTown(PlaceName place, List<Object> codes) {
        List<PlaceName> others = book.places().values().stream()
                .filter(other ->
                        !other.equals(place) && other.hasTown() && other.town().equals(place.town()))
                .toList();
        boolean alone = provision.scope().levels().size() == 1;
        return others.isEmpty()
                || alone == (place.level() == Level.CITY)
                || others.stream().anyMatch(other -> codes.contains(other.code()));
    }

    /** "More than 0" only asks whether there is any at all. */
    private static boolean asksForAny(Condition condition) {
        return condition.operator().equals(">")
                && condition.operands().get(0) instanceof BigDecimal number
                && number.signum() == 0
                && Numbers.arabic(condition.attribute()).isEmpty();
    }

    /** The plan must name the place, and the rule must say in its title or anchor which place it means; a county's own need not. */
    private void checkPlace(String code, List<CitedClause> cited) {
        if (isAllOfThePlan(code) || isMeantByARuling(code)) {
            return;
        }
        PlaceName place = book.places().get(code);
        String stem = place == null ? code : place.name().replaceAll("[省市县区]$", "");
        boolean named = cited.stream().anyMatch(clause -> clause.words().contains(stem))
                && (provision.title().contains(stem)
                        || cited.stream().anyMatch(clause -> clause.anchored().contains(stem))
                                && cited.stream().noneMatch(clause -> namesAnother(clause.anchored(), stem)));
        if (!named) {
            problem("", Message.of("verification.place-not-named", code, stem), Message.of("verification.name-place"));
        }
    }

    /** Whether the words of the clause mean the place by a ruling that is cited (R34). */
    private boolean isMeantByARuling(String code) {
        return provision.rulings().stream()
                .flatMap(id -> Optional.ofNullable(book.rulings().get(id)).stream())
                .anyMatch(ruling -> ruling.places().contains(code));
    }

    /** Whether the plan is that of this place and speaks of no other: none lies within it. */
    private boolean isAllOfThePlan(String code) {
        Plan plan = book.plans().get(provision.plan());
        return plan != null
                && plan.place().equals(code)
                && book.places().values().stream()
                        .noneMatch(place -> place.parent().equals(code));
    }

    /** Whether the words name some other county, so that they alone do not say which one is meant. */
    private boolean namesAnother(String words, String stem) {
        return book.places().values().stream()
                .filter(place -> place.level() == Level.COUNTY)
                .map(place -> place.name().replaceAll("[省市县区]$", ""))
                .anyMatch(other -> !other.equals(stem) && words.contains(other));
    }

    /** What is one matter has some words in common, or somebody who read both says that it is (R43). */
    private void checkSameAs() {
        String other = provision.particulars().sameAs();
        boolean isOne = other.isEmpty()
                || book.exemptions().stream()
                        .anyMatch(e -> e.speaksOf(SAME_MATTER, "", provision.id())
                                && e.ids().contains(other))
                || isNear(book, provision);
        if (!isOne) {
            problem(
                    "sameAs",
                    Message.of("verification.same-as-other-matter", other),
                    Message.of("verification.correct-same-as"));
        }
    }

    /** Whether it shares some words with the provision whose answer it is judged by. */
    static boolean isNear(RuleBook book, Provision provision) {
        return book.provision(provision.particulars().sameAs()).stream()
                .anyMatch(asked -> Words.common(words(provision), words(asked)) >= SHARED);
    }

    private static String words(Provision provision) {
        return provision.title() + provision.citations().get(0).anchor();
    }

    private void checkBaseline() {
        boolean needed = provision.criterion().isAgainstBaseline();
        Plan plan = book.plans().get(provision.plan());
        Indicator measured = provision.indicator();
        boolean given = plan != null
                && measured != null
                && plan.baselines().stream().anyMatch(b -> b.indicator().equals(measured.id()));
        if (needed && !given) {
            problem(
                    "indicator",
                    Message.of("verification.baseline-missing"),
                    Message.of("verification.register-baseline"));
        }
    }

    private static void merge(Map<BigDecimal, Integer> into, Map<BigDecimal, Integer> more) {
        more.forEach((number, count) -> into.merge(number, count, Integer::sum));
    }

    private void problem(String annotation, Message message, Message advice) {
        problem(new Discrepancy(annotation, message, advice));
    }

    private void problem(Discrepancy finding) {
        Provision.RawAnnotation written = provision.head().get(finding.annotation());
        problems.add(new RuleBookProblem(
                provision.file(),
                written == null ? provision.line() : written.line(),
                Message.of(
                        "verification.of-provision",
                        provision.id(),
                        provision.citations().get(0).clause(),
                        finding.message()),
                finding.advice()));
    }

    /**
     * What the text does not bear out, before it has file and line.
     *
     * @param annotation where in the rule; empty for the rule as a whole
     */
    record Discrepancy(String annotation, Message message, Message advice) {}
}
