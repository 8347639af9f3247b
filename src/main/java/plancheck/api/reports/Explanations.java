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
import plancheck.report.writing.FindingsJson;
import plancheck.report.writing.Json;
import plancheck.report.writing.Wording;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JsonGenerator;

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
        Wording wording = new Wording(language);
        Optional<Explanation> explanation = explanation(id, report, content);
        return Reports.json(json -> {
            json.writeStartObject()
                    .writeStringProperty("provision", id)
                    .writeStringProperty("title", wording.say(findings.get(0).title()));
            explanation.ifPresent(rule -> rule(json, rule, wording));
            json.writeName("findings");
            FindingsJson.write(json, findings, language);
            json.writeEndObject();
        });
    }

    private Optional<Explanation> explanation(String id, Report report, byte[] content) {
        Optional<Provision> provision =
                report.rulebook().digest().equals(book.digest()) ? book.provision(id) : Optional.empty();
        Dossier dossier = provision.isPresent() ? reader.read(content).dossier() : null;
        return dossier == null
                ? Optional.empty()
                : provision.map(p -> Explanation.of(p, book, dossier.at(report.asOf()), report));
    }

    private static void rule(JsonGenerator json, Explanation rule, Wording wording) {
        json.writeStringProperty("binds", wording.say(rule.provision().scope().words()))
                .writeStringProperty("requires", wording.say(rule.criterion()));
        json.writeArrayPropertyStart("rulings");
        rule.rulings()
                .forEach(ruling -> json.writeStartObject()
                        .writeStringProperty("id", ruling.id())
                        .writeStringProperty("text", wording.say(ruling.text()))
                        .writeEndObject());
        json.writeEndArray();
        json.writeArrayPropertyStart("subjects");
        rule.subjects().forEach(subject -> subject(json, subject, wording));
        json.writeEndArray();
    }

    private static void subject(JsonGenerator json, Explanation.ConditionsOf subject, Wording wording) {
        json.writeStartObject().writeStringProperty("subject", wording.say(subject.subject()));
        json.writeArrayPropertyStart("conditions");
        for (Explanation.Answer answer : subject.conditions()) {
            json.writeStartObject().writeStringProperty("condition", wording.say(answer.words()));
            Json.property(json, "holds", answer.holds());
            json.writeStringProperty("actual", wording.value(answer.inWords())).writeEndObject();
        }
        json.writeEndArray().writeEndObject();
    }
}
