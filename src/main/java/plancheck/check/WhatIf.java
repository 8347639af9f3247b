package plancheck.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.Problem;
import plancheck.dossier.reading.DossierReader;
import plancheck.report.Comparison;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.RuleBook;

/** Says what would change if a dossier gave other values. Safe to share between threads. */
public final class WhatIf {
    private final RuleBook book;
    private final DossierReader reader;
    private final ComplianceCheck check;

    public WhatIf(RuleBook book, DossierReader reader, ComplianceCheck check) {
        this.book = book;
        this.reader = reader;
        this.check = check;
    }

    /**
     * What came of supposing.
     *
     * @param problems of the dossier with the supposed values; lines are those of the dossier as given
     * @param comparison of the dossier as given with the supposed one; null when there is an error among the problems
     * @param withEvidence whether a declaration was supposed, which is then taken to have its evidence
     */
    public record WhatIfAnswer(
            List<Problem> problems, @Nullable Comparison comparison, boolean withEvidence) {}

    /**
     * Compares a dossier with itself under other values, both judged at the given dossier's date.
     *
     * @param given what was read from the bytes
     * @param supposed as {@link DossierReader#read(byte[], Map)} takes them: by indicator id, by a named project's
     *     provision id, or by {@code list.name.attribute}
     */
    public WhatIfAnswer suppose(Dossier given, byte[] bytes, Map<String, String> supposed) {
        DossierReading changed = reader.read(bytes, supposed);
        Dossier supposedly = changed.dossier();
        Comparison comparison =
                supposedly == null ? null : Comparison.of(check.check(given), check.check(supposedly.at(given.asOf())));
        return new WhatIfAnswer(changed.problems(), comparison, declares(supposed));
    }

    private boolean declares(Map<String, String> supposed) {
        return supposed.keySet().stream()
                .map(book::answerId)
                .map(book.indicators()::get)
                .anyMatch(indicator -> indicator != null && indicator.type() == Indicator.Type.DECLARATION);
    }
}
