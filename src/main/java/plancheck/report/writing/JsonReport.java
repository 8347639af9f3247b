package plancheck.report.writing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.report.Report;

/** The report as JSON: one object for one dossier, an array for several. */
record JsonReport(Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings)
        implements ReportWriter {

    @Override
    public String write(List<Report> reports, List<String> sources) {
        return new String(bytes(reports, sources), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes(List<Report> reports, List<String> sources) {
        return Json.bytes(json -> {
            if (reports.size() == 1) {
                json.writePOJO(published(reports.get(0)));
                return;
            }
            json.writeStartArray();
            reports.forEach(report -> json.writePOJO(published(report))); // one by one: each has a megabyte
            json.writeEndArray();
        });
    }

    private PublishedReport published(Report report) {
        return PublishedReport.of(report, wording, clauses, rulings);
    }
}
