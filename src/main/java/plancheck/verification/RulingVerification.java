package plancheck.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Force;
import plancheck.facts.Level;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Operator;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Ruling;
import plancheck.rulebook.Scope;
import plancheck.verification.ProvisionVerification.Finding;

/**
 * Checks that a provision rests on the rulings it cites, and cites those it rests on. Rulings about words need the
 * word in the sentence of the anchor, or in a heading above it; others follow from the form of the requirement.
 */
final class RulingVerification {
    private static final Set<String> DUE = Set.of("R9", "R10", "R11", "R12");

    /** What forms of requirement rest on a ruling and must cite it. */
    private static final Map<String, Predicate<RulingVerification>> NEEDED = Map.ofEntries(
            Map.entry("R1", v -> v.compares(Operator.AT_LEAST) || v.compares(Operator.MORE_THAN)),
            Map.entry("R2", v -> v.compares(Operator.ABOUT)),
            Map.entry("R3", RulingVerification::isNearlyAll),
            Map.entry("R4", v -> v.provision.force() == Force.STRIVE),
            Map.entry("R5", v -> v.provision.force() == Force.ENCOURAGE),
            Map.entry("R7", v -> v.isYearly() && v.says("R7")),
            Map.entry("R8", v -> v.isYearly() && v.says("R8")),
            Map.entry("R13", v -> v.isRollUp() && v.operator().isPresent()),
            Map.entry(
                    "R14",
                    v -> v.citesOtherPlan()
                            || v.hasCounterpart()
                            || v.repeatsInPlan() && v.operator().isEmpty()),
            Map.entry("R16", v -> v.isPlaceOf(Set.of(Level.COUNTY_SEAT))),
            Map.entry("R18", RulingVerification::hasLookAlikes),
            Map.entry("R20", v -> v.operator().isPresent() && v.repeatsInPlan()),
            Map.entry("R26", RulingVerification::isStage),
            Map.entry("R27", v -> v.isStage() && v.repeatsInPlan()),
            Map.entry("R30", RulingVerification::isAgainstBaseline),
            Map.entry("R33", v -> v.provision.scope().of() == Scope.Sort.PROJECT));

    /** What other forms may cite a ruling; those of neither list may not. Rulings in neither list go by words alone. */
    private static final Map<String, Predicate<RulingVerification>> ALLOWED = Map.ofEntries(
            Map.entry("R1", v -> v.compares(Operator.AT_MOST)),
            Map.entry("R6", v -> v.provision.force() == Force.MUST),
            Map.entry("R13", v -> v.isRollUp() && v.isAgainstBaseline()),
            Map.entry(
                    "R16",
                    v -> !v.provision.scope().levels().contains(Level.PROVINCE)
                            || v.provision.scope().of() == Scope.Sort.PROJECT),
            Map.entry("R26", v -> v.operator().isPresent() && v.asksForWorks()),
            Map.entry("R28", v -> false),
            Map.entry("R31", RulingVerification::isAgainstBaseline),
            Map.entry("R32", v -> false));

    /** Rulings whose words are so particular that an anchor with them rests on the ruling, and no other does. */
    private static final Set<String> WORDS_OF_THE_ANCHOR = Set.of("R15", "R21", "R22", "R23", "R24");

    private final RuleBook book;
    private final Provision provision;
    private final List<CitedClause> cited;
    private final Set<String> due;
    private final List<Finding> problems = new ArrayList<>();

    /** @param due the rulings its due dates rest on */
    RulingVerification(RuleBook book, Provision provision, List<CitedClause> cited, Set<String> due) {
        this.book = book;
        this.provision = provision;
        this.cited = cited;
        this.due = due;
    }

    List<Finding> problems() {
        Set<String> seen = new HashSet<>();
        for (String id : provision.rulings()) {
            if (!seen.add(id)) {
                problem("释义" + id + "引用了两次", "每条释义只引用一次");
            }
            Optional.ofNullable(book.rulings().get(id)).ifPresent(this::checkWords);
            if (!isFit(id)) {
                problem("不应引用释义" + id + "，本规定的期限、约束力、对象或要求的形式不依据它", "请改正编号或删去");
            }
        }
        needed().stream()
                .filter(id -> !seen.contains(id))
                .forEach(id -> problem("应引用释义" + id + "而没有引用", "请在 @ruling 中补上"));
        return problems;
    }

    private void checkWords(Ruling ruling) {
        try {
            Pattern words = Pattern.compile(ruling.words());
            if (cited.stream().noneMatch(clause -> words.matcher(clause.words()).find())) {
                problem("所引条款及其标题中没有释义" + ruling.id() + "所释的词（" + ruling.words() + "）", "请改正释义编号或锚词");
            }
        } catch (PatternSyntaxException e) {
            problem("释义" + ruling.id() + "的 words 不是正则表达式", "请改正 rulings.yaml");
        }
    }

    private Set<String> needed() {
        Set<String> needed = new TreeSet<>(due);
        NEEDED.forEach((id, form) -> {
            if (form.test(this)) {
                needed.add(id);
            }
        });
        WORDS_OF_THE_ANCHOR.stream().filter(this::isInAnchor).forEach(needed::add);
        return needed;
    }

    private boolean isFit(String id) {
        if (DUE.contains(id)) {
            return due.contains(id);
        }
        if (WORDS_OF_THE_ANCHOR.contains(id)) {
            return isInAnchor(id);
        }
        boolean goesByWords = !NEEDED.containsKey(id) && !ALLOWED.containsKey(id);
        return goesByWords || has(NEEDED.get(id)) || has(ALLOWED.get(id));
    }

    private boolean has(@Nullable Predicate<RulingVerification> form) {
        return form != null && form.test(this);
    }

    private boolean isInAnchor(String id) {
        Ruling ruling = book.rulings().get(id);
        return ruling != null
                && cited.stream()
                        .anyMatch(c -> Pattern.compile(ruling.words())
                                .matcher(c.anchored())
                                .find());
    }

    private boolean repeatsInPlan() {
        return cited.stream()
                        .filter(c -> c.citation().plan().equals(provision.plan()))
                        .count()
                > 1;
    }

    private boolean citesOtherPlan() {
        return cited.stream().anyMatch(c -> !c.citation().plan().equals(provision.plan()));
    }

    /** Whether the other plan asks for the same answer, or for a value of the same indicator from the same subjects. */
    private boolean hasCounterpart() {
        Indicator measured = provision.indicator();
        return book.provisions().stream()
                .filter(p -> measured != null
                        && measured.equals(p.indicator())
                        && !p.plan().equals(provision.plan()))
                .anyMatch(p -> measured != null && measured.isAnswer() || mayBindTheSame(p));
    }

    private boolean mayBindTheSame(Provision other) {
        return other.scope().of() == provision.scope().of()
                && provision.scope().levels().stream().anyMatch(other.scope().levels()::contains);
    }

    private boolean hasLookAlikes() {
        Indicator measured = provision.indicator();
        return measured != null && !measured.notToBeConfusedWith().isEmpty();
    }

    private boolean isRollUp() {
        return isPlaceOf(Set.of(Level.PROVINCE, Level.CITY));
    }

    private boolean isPlaceOf(Set<Level> levels) {
        return provision.scope().of() == Scope.Sort.PLACE
                && levels.containsAll(provision.scope().levels());
    }

    private boolean compares(Operator with) {
        return operator().filter(with::equals).isPresent();
    }

    private boolean asksForWorks() {
        return cited.stream()
                .anyMatch(c -> c.anchored().contains("实施") || c.anchored().contains("建设"));
    }

    private boolean isYearly() {
        return !provision.criterion().years().isEmpty();
    }

    /** Whether the words of the ruling stand where a provision may rest on them. */
    private boolean says(String ruling) {
        Ruling ruled = book.rulings().get(ruling);
        return ruled != null
                && cited.stream()
                        .anyMatch(c -> Pattern.compile(ruled.words())
                                .matcher(c.words())
                                .find());
    }

    private boolean isStage() {
        return provision.criterion().given() == Criterion.Given.STAGE;
    }

    /** The comparison with a figure of the clause; empty for other requirements. */
    private Optional<Operator> operator() {
        return provision.criterion().comparison().filter(operator -> !isAgainstBaseline());
    }

    private boolean isAgainstBaseline() {
        return provision.criterion().isAgainstBaseline();
    }

    private boolean isNearlyAll() {
        return provision.criterion().nearlyAll();
    }

    private void problem(String message, String advice) {
        problems.add(new Finding("ruling", message, advice));
    }
}
