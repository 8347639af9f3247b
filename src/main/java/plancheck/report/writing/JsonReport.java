package plancheck.report.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Note;
import plancheck.report.Progress;
import plancheck.report.Report;
import tools.jackson.core.JsonGenerator;

/** The report as JSON: one object for one dossier, an array for several. */
final class JsonReport implements ReportWriter {
    private final Wording wording;
    private final Wording inFull;
    private final Function<Citation, Optional<String>> clauses;
    private final Map<String, Label> rulings;

    JsonReport(Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings) {
        this.wording = wording;
        this.inFull = wording.inFull();
        this.clauses = clauses;
        this.rulings = rulings;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        return Json.write(json -> reports(json, reports));
    }

    @Override
    public byte[] bytes(List<Report> reports, List<String> sources) {
        return Json.bytes(json -> reports(json, reports)); // a megabyte for a county: not by way of a text
    }

    private void reports(JsonGenerator json, List<Report> reports) {
        if (reports.size() == 1) {
            report(json, reports.get(0));
            return;
        }
        json.writeStartArray();
        reports.forEach(report -> report(json, report));
        json.writeEndArray();
    }

    private void report(JsonGenerator json, Report report) {
        json.writeStartObject();
        json.writeObjectPropertyStart("dossier")
                .writeStringProperty("id", report.dossier().id())
                .writeStringProperty("title", report.dossier().title())
                .writeStringProperty("kind", report.dossier().kind())
                .writeStringProperty("place", report.dossier().place())
                .writeStringProperty("digest", report.dossier().digest())
                .writeEndObject();
        json.writeObjectPropertyStart("rulebook")
                .writeStringProperty("version", report.rulebook().version())
                .writeStringProperty("digest", report.rulebook().digest())
                .writeEndObject();
        json.writeStringProperty("asOf", report.asOf().toString());
        json.writeStringProperty("verdict", report.verdict().id());
        json.writeObjectPropertyStart("counts");
        report.counts().forEach((outcome, count) -> json.writeNumberProperty(outcome.id(), count));
        json.writeEndObject();
        json.writeArrayPropertyStart("rulings");
        for (String id : report.citedRulings()) {
            json.writeStartObject()
                    .writeStringProperty("id", id)
                    .writeStringProperty("text", wording.say(rulings.getOrDefault(id, Label.of(""))))
                    .writeEndObject();
        }
        json.writeEndArray();
        notes(json, report.notes());
        json.writeName("findings");
        findings(json, report.findings());
        json.writeEndObject();
    }

    private void notes(JsonGenerator json, List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("notes");
        for (Note note : notes) {
            json.writeStartObject()
                    .writeNumberProperty("line", note.line())
                    .writeStringProperty("pointer", note.pointer())
                    .writeStringProperty("text", wording.say(note.said()))
                    .writeEndObject();
        }
        json.writeEndArray();
    }

    /** Findings as an array. */
    void findings(JsonGenerator json, List<Finding> findings) {
        json.writeStartArray();
        findings.forEach(finding -> finding(json, finding));
        json.writeEndArray();
    }

    private void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject()
                .writeStringProperty("provision", finding.provision())
                .writeStringProperty("title", wording.say(finding.title()))
                .writeStringProperty("subject", wording.say(finding.subject()))
                .writeStringProperty("outcome", finding.outcome().id());
        Json.property(json, "measured", finding.measured());
        Json.property(json, "required", finding.required());
        Json.property(json, "op", finding.line().op());
        json.writeStringProperty("unit", finding.unit());
        Json.property(json, "margin", finding.margin());
        Json.property(json, "due", finding.due());
        json.writeStringProperty("force", finding.force().id());
        Json.property(json, "basis", finding.basis());
        json.writeBooleanProperty("assumed", finding.assumed());
        citations(json, finding.citations());
        texts(json, "rulings", finding.rulings());
        relations(json, finding.relations());
        missing(json, finding.missing());
        texts(json, "left", finding.left());
        if (finding.progress() != null) {
            progress(json, finding.progress());
        }
        json.writeStringProperty("question", wording.say(finding.question()));
        json.writeStringProperty("remedy", wording.remedy(finding));
        json.writeArrayPropertyStart("because");
        finding.because().forEach(reason -> json.writeString(inFull.say(reason)));
        json.writeEndArray().writeEndObject();
    }

    private void citations(JsonGenerator json, List<Citation> citations) {
        json.writeArrayPropertyStart("citations");
        for (Citation citation : citations) {
            json.writeStartObject()
                    .writeStringProperty("plan", citation.plan())
                    .writeStringProperty("document", wording.say(citation.document()))
                    .writeStringProperty("number", citation.number())
                    .writeStringProperty("clause", citation.clause())
                    .writeStringProperty("anchor", citation.anchor());
            clauses.apply(citation).ifPresent(text -> json.writeStringProperty("text", text));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void relations(JsonGenerator json, List<Relation> relations) {
        json.writeArrayPropertyStart("relations");
        for (Relation relation : relations) {
            json.writeStartObject()
                    .writeStringProperty("kind", relation.kind().id())
                    .writeStringProperty("provision", relation.other())
                    .writeStringProperty("title", wording.say(relation.otherTitle()))
                    .writeStringProperty("note", wording.say(relation.note()))
                    .writeStringProperty("ruling", relation.ruling())
                    .writeEndObject();
        }
        json.writeEndArray();
    }

    private void missing(JsonGenerator json, List<Missing> missing) {
        json.writeArrayPropertyStart("missing");
        for (Missing figure : missing) {
            json.writeStartObject()
                    .writeStringProperty("figure", figure.figure())
                    .writeStringProperty("label", wording.say(figure.label()))
                    .writeStringProperty("hint", wording.say(figure.hint()));
            texts(json, "items", figure.items());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void progress(JsonGenerator json, Progress progress) {
        json.writeObjectPropertyStart("progress");
        Json.property(json, "baseline", progress.baseline());
        json.writeNumberProperty("baselineYear", progress.baselineYear());
        Json.property(json, "expected", progress.expected());
        json.writeBooleanProperty("behind", progress.behind()).writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
