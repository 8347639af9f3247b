package plancheck.api.reports;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import plancheck.api.frame.ApiProblem;
import plancheck.check.Explanation;
import plancheck.dossier.Dossier;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.report.Finding;
import plancheck.report.Report;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** How findings for a provision came about. */
@Component
class Explanations {
    private final RuleBook book;
    private final DossierReader reader;

    Explanations(RuleBook book, DossierReader reader) {
        this.book = book;
        this.reader = reader;
    }

    /**
     * The findings for the provision; with the provision's rule and its conditions for each subject when the report is by
     * the rule book at hand, for what another one asked is not known any more.
     *
     * @param content the dossier that the report is of
     * @throws ApiProblem 404 when the report has no such finding
     */
    ResponseEntity<byte[]> of(String id, Report report, byte[] content, Language language) {
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.provision().equals(id))
                .toList();
        if (findings.isEmpty()) {
            throw ApiProblem.none(Message.of("api.no-finding-of", id));
        }
        return Reports.json(explanation(id, report, content)
                .map(rule -> ExplanationBody.of(rule, findings, language))
                .orElseGet(() -> ExplanationBody.of(findings, language)));
    }

    private Optional<Explanation> explanation(String id, Report report, byte[] content) {
        Optional<Provision> provision =
                report.rulebook().digest().equals(book.digest()) ? book.provision(id) : Optional.empty();
        Dossier dossier = provision.isPresent() ? reader.read(content).dossier() : null;
        return dossier == null
                ? Optional.empty()
                : provision.map(p -> Explanation.of(p, book, dossier.at(report.asOf()), report));
    }
}
