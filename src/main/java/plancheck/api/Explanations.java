package plancheck.api;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import plancheck.check.Explanation;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReader;
import plancheck.report.Finding;
import plancheck.report.FindingsJson;
import plancheck.report.Json;
import plancheck.report.Language;
import plancheck.report.Report;
import plancheck.report.Wording;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
    String json(String id, Report report, byte[] content, Language language) {
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.provision().equals(id))
                .toList();
        if (findings.isEmpty()) {
            throw ApiProblem.none("报告中没有规定“" + id + "”的结论", "The report has no finding for " + id);
        }
        Wording wording = new Wording(language);
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("provision", id);
        node.put("title", wording.say(findings.get(0).title()));
        explanation(id, report, content).ifPresent(explanation -> {
            node.put("binds", wording.say(explanation.provision().scope().words()));
            node.put("requires", wording.say(explanation.criterion()));
            ArrayNode rulings = node.putArray("rulings");
            explanation
                    .rulings()
                    .forEach(ruling ->
                            rulings.addObject().put("id", ruling.id()).put("text", wording.say(ruling.text())));
            ArrayNode subjects = node.putArray("subjects");
            explanation.subjects().forEach(subject -> subject(subjects.addObject(), subject, wording));
        });
        node.set("findings", FindingsJson.of(findings, language));
        return Json.write(node);
    }

    private Optional<Explanation> explanation(String id, Report report, byte[] content) {
        Optional<Provision> provision =
                report.rulebook().digest().equals(book.digest()) ? book.provision(id) : Optional.empty();
        Dossier dossier = provision.isPresent() ? reader.read(content).dossier() : null;
        return dossier == null
                ? Optional.empty()
                : provision.map(p -> Explanation.of(p, book, dossier.at(report.asOf()), report));
    }

    private static void subject(ObjectNode node, Explanation.ConditionsOf subject, Wording wording) {
        node.put("subject", wording.say(subject.subject()));
        ArrayNode conditions = node.putArray("conditions");
        for (Explanation.Answer answer : subject.conditions()) {
            conditions
                    .addObject()
                    .put("condition", wording.say(answer.words()))
                    .put("holds", answer.holds())
                    .put("actual", wording.value(answer.inWords()));
        }
    }
}
