package plancheck.api.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import plancheck.api.frame.Representation;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.report.Finding;
import plancheck.report.Report;
import plancheck.report.writing.Json;
import plancheck.report.writing.PublishedReport;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.RuleBook;

/** Writes reports as the command line writes them for a dossier from standard input, to the byte. */
@Component
public class Reports {
    private static final List<String> SOURCE = List.of("-");

    private final Map<String, Label> rulings;

    Reports(RuleBook book) {
        this.rulings = book.rulingTexts();
    }

    public ResponseEntity<byte[]> write(
            ResponseEntity.BodyBuilder answer, Report report, Representation.Chosen chosen, Language language) {
        MediaType type = new MediaType(chosen.type(), StandardCharsets.UTF_8);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(chosen.representation() == Representation.JSON ? chosen.type() : type)
                .body(bytes(report, chosen.representation(), language));
    }

    byte[] bytes(Report report, Representation representation, Language language) {
        return ReportWriter.of(representation.format(), language, citation -> Optional.empty(), rulings)
                .bytes(List.of(report), SOURCE);
    }

    /** The findings that are wanted, as they stand in the report's JSON. */
    static ResponseEntity<byte[]> findings(Report report, FindingFilter filter, Language language) {
        List<Finding> wanted = filter.of(report);
        return json(new FindingsBody(wanted.size(), PublishedReport.findings(wanted, language)));
    }

    /** What the command line prints too, to the byte. */
    public static ResponseEntity<byte[]> json(Object body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.bytes(json -> json.writePOJO(body)));
    }
}
