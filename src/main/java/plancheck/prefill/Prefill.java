package plancheck.prefill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/**
 * Proposes what published texts say of a place's figures, each with its sentence; it is for a person to take them. Precision counts
 * more than completeness: a figure that is overlooked is asked for in the form, one that is wrongly proposed may be believed. Safe to
 * share between threads.
 */
public final class Prefill {
    private final RuleBook book;
    private final FigureNames names;

    public Prefill(RuleBook book) {
        this.book = book;
        this.names = new FigureNames(book);
    }

    /**
     * What the texts give.
     *
     * @param proposals by indicator in the rule book's order, then by year; of what two texts say alike there is one
     * @param leftOut numbers beside names that are asked for, in the texts' order
     */
    public record Proposals(List<Proposal> proposals, List<LeftOut> leftOut) {}

    /** @param asOfYear figures of later years are left out */
    public Proposals propose(List<PublishedText> texts, PlaceName place, int asOfYear) {
        List<Proposal> found = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (PublishedText text : texts) {
            FigureFinder finder = new FigureFinder(names, new SaidOf(book, text), place, asOfYear, text);
            finder.read();
            found.addAll(finder.found());
            leftOut.addAll(finder.leftOut());
        }
        return new Proposals(together(found), List.copyOf(leftOut));
    }

    private record OfYear(String indicator, int year) {}

    private record Same(OfYear of, BigDecimal value) {}

    private List<Proposal> together(List<Proposal> found) {
        Map<Same, List<Proposal>> same = new LinkedHashMap<>();
        Map<OfYear, Set<BigDecimal>> values = new LinkedHashMap<>();
        for (Proposal proposal : found) {
            OfYear of = new OfYear(proposal.indicator().id(), proposal.year());
            BigDecimal value = proposal.value().stripTrailingZeros();
            same.computeIfAbsent(new Same(of, value), key -> new ArrayList<>()).add(proposal);
            values.computeIfAbsent(of, key -> new LinkedHashSet<>()).add(value);
        }
        List<String> order = List.copyOf(book.indicators().keySet());
        List<Proposal> together = new ArrayList<>();
        same.forEach((key, alike) -> together.add(alike.get(0)
                .with(
                        alike.stream()
                                .flatMap(one -> one.places().stream())
                                .distinct()
                                .toList(),
                        values.getOrDefault(key.of(), Set.of()).size() > 1)));
        together.sort(Comparator.<Proposal>comparingInt(
                        one -> order.indexOf(one.indicator().id()))
                .thenComparing(Proposal::year)
                .thenComparing(Proposal::value));
        return List.copyOf(together);
    }
}
