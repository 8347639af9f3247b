package plancheck.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report as JSON: one object for one dossier, an array for several. */
final class JsonReport implements ReportWriter {
    private final Wording wording;
    private final Function<Citation, Optional<String>> clauses;
    private final Map<String, Label> rulings;

    JsonReport(Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings) {
        this.wording = wording;
        this.clauses = clauses;
        this.rulings = rulings;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        return Json.write(json(reports));
    }

    @Override
    public byte[] bytes(List<Report> reports, List<String> sources) {
        return Json.bytes(json(reports)); // a megabyte for a county: not by way of a text
    }

    private JsonNode json(List<Report> reports) {
        if (reports.size() == 1) {
            return report(reports.get(0));
        }
        ArrayNode all = Json.MAPPER.createArrayNode();
        reports.forEach(report -> all.add(report(report)));
        return all;
    }

    private JsonNode report(Report report) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.putObject("dossier")
                .put("id", report.dossier().id())
                .put("title", report.dossier().title())
                .put("kind", report.dossier().kind())
                .put("place", report.dossier().place())
                .put("digest", report.dossier().digest());
        node.putObject("rulebook")
                .put("version", report.rulebook().version())
                .put("digest", report.rulebook().digest());
        node.put("asOf", report.asOf().toString());
        node.put("verdict", report.verdict().id());
        ObjectNode counts = node.putObject("counts");
        report.counts().forEach((outcome, count) -> counts.put(outcome.id(), count));
        ArrayNode cited = node.putArray("rulings");
        for (String id : report.citedRulings()) {
            cited.addObject().put("id", id).put("text", wording.say(rulings.getOrDefault(id, Label.of(""))));
        }
        ArrayNode findings = node.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        return node;
    }

    /** One finding, as it stands in the report's JSON. */
    JsonNode finding(Finding finding) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("provision", finding.provision());
        node.put("title", wording.say(finding.title()));
        node.put("subject", wording.say(finding.subject()));
        node.put("outcome", finding.outcome().id());
        node.set("measured", Json.value(finding.measured()));
        node.set("required", Json.value(finding.required()));
        node.set("op", Json.value(finding.op()));
        node.put("unit", finding.unit());
        node.set("margin", Json.value(finding.margin()));
        node.set("due", Json.value(finding.due()));
        node.put("force", finding.force().id());
        node.set("basis", Json.value(finding.basis()));
        node.put("assumed", finding.assumed());
        citations(finding, node.putArray("citations"));
        finding.rulings().forEach(node.putArray("rulings")::add);
        ArrayNode relations = node.putArray("relations");
        for (Relation relation : finding.relations()) {
            relations
                    .addObject()
                    .put("kind", relation.kind().id())
                    .put("provision", relation.other())
                    .put("title", wording.say(relation.otherTitle()))
                    .put("note", wording.say(relation.note()))
                    .put("ruling", relation.ruling());
        }
        ArrayNode missing = node.putArray("missing");
        for (Missing m : finding.missing()) {
            missing.addObject()
                    .put("figure", m.figure())
                    .put("label", wording.say(m.label()))
                    .put("hint", wording.say(m.hint()));
        }
        finding.left().forEach(node.putArray("left")::add);
        Progress progress = finding.progress();
        if (progress != null) {
            ObjectNode p = node.putObject("progress");
            p.set("baseline", Json.value(progress.baseline()));
            p.put("baselineYear", progress.baselineYear());
            p.set("expected", Json.value(progress.expected()));
            p.put("behind", progress.behind());
        }
        node.put("question", wording.say(finding.question()));
        node.put("remedy", wording.remedy(finding));
        finding.because().forEach(reason -> node.withArray("because").add(wording.say(reason)));
        return node;
    }

    private void citations(Finding finding, ArrayNode citations) {
        for (Citation citation : finding.citations()) {
            ObjectNode node = citations
                    .addObject()
                    .put("plan", citation.plan())
                    .put("document", wording.say(citation.document()))
                    .put("number", citation.number())
                    .put("clause", citation.clause())
                    .put("anchor", citation.anchor());
            clauses.apply(citation).ifPresent(text -> node.put("text", text));
        }
    }
}
