package plancheck.report.writing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.facts.Language;
import plancheck.report.Report;

/** Writes reports in one format. The same reports give the same bytes through every door. */
public interface ReportWriter {

    /**
     * @param sources the dossiers' files by position, for formats that point into them
     */
    String write(List<Report> reports, List<String> sources);

    /** The same in UTF-8. */
    default byte[] bytes(List<Report> reports, List<String> sources) {
        return write(reports, sources).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The writer of a format.
     *
     * @param format one of {@link #FORMATS}
     * @param clauses the full text of a cited clause with its anchor marked, empty when it is not to be shown
     * @param rulings the text of each ruling by its id
     * @throws IllegalArgumentException for any other format
     */
    static ReportWriter of(
            String format,
            Language language,
            Function<Citation, Optional<String>> clauses,
            Map<String, Label> rulings) {
        Wording wording = new Wording(language);
        return switch (format) {
            case "json" -> new JsonReport(wording, clauses, rulings);
            case "sarif" -> new SarifReport(wording, false, Automation.NONE);
            case "junit" -> new JUnitReport(wording);
            case "html" -> new HtmlReport(wording, clauses, rulings);
            case "text" -> new TextReport(wording, clauses, rulings);
            default -> throw new IllegalArgumentException("no report format: " + format);
        };
    }

    /**
     * SARIF for one consumer.
     *
     * @param all whether what is met, not due or not applicable is told too, for consumers that go by a result's kind
     */
    static ReportWriter sarif(Language language, boolean all, Automation automation) {
        return new SarifReport(new Wording(language), all, automation);
    }

    List<String> FORMATS = List.of("text", "json", "sarif", "junit", "html");
}
