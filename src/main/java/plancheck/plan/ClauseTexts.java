package plancheck.plan;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plancheck.facts.Citation;

/**
 * Cited clauses in full, from the official texts that were given. Each text is read once: one that is given later
 * needs a new instance. Safe to share between threads.
 */
public final class ClauseTexts {
    private final PlanStore store;
    private final Map<String, Optional<PlanText>> texts = new ConcurrentHashMap<>();

    public ClauseTexts(PlanStore store) {
        this.store = store;
    }

    /**
     * The clause with the cited words told apart; empty when the plan's text was not given or has no such clause.
     *
     * @throws PlanTextException when the text is there but cannot be read
     */
    public Optional<Quotation> quoted(Citation citation) {
        return texts.computeIfAbsent(citation.plan(), store::text)
                .flatMap(text -> text.clause(citation.clause()))
                .map(clause -> Quotation.of(clause, citation.anchor()));
    }

    /** The same in one line, with the cited words between 【 and 】: as the report writers take it. */
    public Optional<String> inFull(Citation citation) {
        return quoted(citation).map(Quotation::marked);
    }
}
