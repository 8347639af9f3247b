package plancheck.report;

import java.util.List;
import plancheck.facts.Force;
import plancheck.facts.Label;

/** Findings of provisions that no plan has. */
final class MadeUp {
    private MadeUp() {}

    /** The barest one there is. */
    static Finding finding(Outcome outcome, Force force) {
        return finding("PL-1-a", "泾川县", outcome, force);
    }

    static Finding finding(String provision, String subject, Outcome outcome, Force force) {
        return new Finding(
                new Finding.Rule(provision, Label.of(""), force, List.of(), List.of(), ""),
                Label.of(subject),
                outcome,
                Finding.Measurement.NOTHING,
                Finding.Target.NONE,
                List.of(),
                Finding.Remainder.NOTHING,
                List.of(Reason.of(Reason.Key.STANDING)));
    }
}
