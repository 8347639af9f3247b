package plancheck.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import plancheck.check.ComplianceCheck;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ObjectNode;

/** What the check says of the solver's dossiers: read, bound by Drools and judged like any other. */
final class Confirmation {
    private final RuleBook book;
    private final DossierReader reader;

    Confirmation(RuleBook book) {
        this.book = book;
        this.reader = new DossierReader(book);
    }

    /** What is found for the provision, the worst first; an error where the dossier cannot be read. */
    List<Outcome> outcomes(ObjectNode dossier, Provision provision) {
        List<Outcome> outcomes = new ArrayList<>();
        findings(dossier, List.of(provision)).forEach(finding -> outcomes.add(finding.outcome()));
        outcomes.sort(null);
        return outcomes;
    }

    /** Empty where the dossier cannot be read. */
    List<Finding> findings(ObjectNode dossier, List<Provision> provisions) {
        DossierReading reading = reader.read(dossier.toString().getBytes(StandardCharsets.UTF_8));
        Dossier read = reading.dossier();
        return read == null
                ? List.of()
                : new ComplianceCheck(book.withProvisions(provisions))
                        .check(read)
                        .findings();
    }

    boolean isKept(ObjectNode dossier, Provision provision) {
        List<Outcome> outcomes = outcomes(dossier, provision);
        // of a county and its town one may have no list of its own
        return outcomes.contains(Outcome.PASS)
                && outcomes.stream().allMatch(o -> o == Outcome.PASS || o == Outcome.NOT_APPLICABLE);
    }

    /** Not kept and due: a fail, unless a person decides whether it is one, or it is but a direction. */
    boolean isMissed(ObjectNode dossier, Provision provision) {
        Outcome worst = outcomes(dossier, provision).stream().findFirst().orElse(Outcome.ERROR);
        return worst == Outcome.FAIL
                || worst == Outcome.DIRECTION
                || worst == Outcome.NEEDS_REVIEW
                        && book.leftToPersonBy(provision).isPresent();
    }
}
