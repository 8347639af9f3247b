package plancheck.web.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import plancheck.facts.Citation;
import plancheck.plan.text.Clause;
import plancheck.plan.text.Quotation;

/**
 * A part of a text that is to be marked or not, without tags, so that the page escapes it like any other text.
 *
 * @param marked whether it lies in one of the spans
 * @param ending which of the spans end with it, by their place in the list
 */
record PlanPiece(String text, boolean marked, List<Integer> ending) {

    /** Where the cited words stand in the clause, a percent sign with its figure; empty when they do not. */
    static Optional<Clause.Span> cited(Clause clause, Citation citation) {
        Quotation quotation = Quotation.of(clause, citation.anchor());
        int start = quotation.before().length();
        int end = start + quotation.anchor().length();
        return start == end ? Optional.empty() : Optional.of(new Clause.Span(start, end));
    }

    /** The text in parts; spans may overlap. */
    static List<PlanPiece> of(String text, List<Clause.Span> spans) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        spans.forEach(span -> cuts.addAll(List.of(span.start(), span.end())));
        List<PlanPiece> pieces = new ArrayList<>();
        int start = 0;
        for (int end : cuts.tailSet(0, false)) {
            pieces.add(piece(text, spans, start, end));
            start = end;
        }
        return List.copyOf(pieces);
    }

    private static PlanPiece piece(String text, List<Clause.Span> spans, int start, int end) {
        boolean marked = false;
        List<Integer> ending = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            marked |= spans.get(i).start() <= start && end <= spans.get(i).end();
            if (spans.get(i).end() == end) {
                ending.add(i);
            }
        }
        return new PlanPiece(text.substring(start, end), marked, List.copyOf(ending));
    }
}
