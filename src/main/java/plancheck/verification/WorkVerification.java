package plancheck.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Citation;
import plancheck.facts.Message;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;

/**
 * Holds the register of works against the texts: each work stands in its clause, with every number that is said of it, and whatever
 * provision asks for a work's stage, or counts works, is that of one in the register.
 */
final class WorkVerification {
    private final RuleBook book;
    private final Map<String, PlanText> texts;
    private final List<RuleBookProblem> problems = new ArrayList<>();

    WorkVerification(RuleBook book, Map<String, PlanText> texts) {
        this.book = book;
        this.texts = texts;
    }

    List<RuleBookProblem> problems() {
        book.plannedWorks().forEach(this::check);
        Set<String> plans = book.plannedWorks().stream().map(PlannedWork::plan).collect(Collectors.toSet());
        Set<String> asking = book.plannedWorks().stream()
                .flatMap(work -> work.askedBy().stream())
                .collect(Collectors.toCollection(HashSet::new));
        book.provisions().stream()
                .filter(provision -> plans.contains(provision.plan()))
                .filter(provision -> asksForWorks(provision) && !asking.contains(provision.id()))
                .forEach(provision -> problem(
                        provision.plan(),
                        Message.of("verification.work-missing", provision.id(), provision.title()),
                        Message.of("verification.add-work")));
        return problems;
    }

    /** A stage, or an amount of works finished since a year; people are none. */
    private static boolean asksForWorks(Provision provision) {
        Indicator indicator = provision.indicator();
        boolean counted = indicator != null
                && indicator.cumulativeSince() != null
                && !indicator.unitSymbol().contains("人");
        return provision.criterion().given() == Criterion.Input.STAGE || counted;
    }

    private void check(PlannedWork work) {
        Citation cited = book.citation(work);
        PlanText text = texts.get(work.plan());
        if (text == null) {
            return; // which is told once for all
        }
        Optional<Clause> clause = text.clause(cited.clause());
        if (clause.isEmpty() || !clause.get().contains(cited.anchor())) {
            problem(
                    work.plan(),
                    Message.of("verification.work-not-in-clause", work.id(), cited.clause(), cited.anchor()),
                    Message.of("verification.correct-work"));
            return;
        }
        Set<BigDecimal> known = Numbers.counted(Numbers.in(clause.get().text())).keySet();
        said(work)
                .filter(number -> !known.contains(number))
                .forEach(number -> problem(
                        work.plan(),
                        Message.of("verification.work-number", work.id(), number, cited.clause()),
                        Message.of("verification.correct-work")));
    }

    /** Every number that the register says of it; names it goes by elsewhere are not the text's. */
    private static Stream<BigDecimal> said(PlannedWork work) {
        PlannedWork.Quantity quantity = work.quantity();
        Stream<BigDecimal> counted = quantity == null ? Stream.of() : Stream.of(Numbers.plain(quantity.value()));
        Stream<String> words = Stream.concat(Stream.of(work.name().zh()), work.standard().values().stream());
        return Stream.concat(
                counted, words.flatMap(word -> Numbers.arabic(word).stream().map(Numbers.PlacedNumber::value)));
    }

    private void problem(String plan, Message message, Message advice) {
        problems.add(new RuleBookProblem(plan + "/works.yaml", 0, message, advice));
    }
}
