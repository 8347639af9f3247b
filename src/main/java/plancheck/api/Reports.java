package plancheck.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import plancheck.facts.Label;
import plancheck.report.Finding;
import plancheck.report.FindingsJson;
import plancheck.report.Json;
import plancheck.report.Language;
import plancheck.report.Report;
import plancheck.report.ReportWriter;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JsonGenerator;

/** Writes reports as the command line writes them for a dossier from standard input, to the byte. */
@Component
class Reports {
    private static final List<String> SOURCE = List.of("-");

    private final Map<String, Label> rulings;

    Reports(RuleBook book) {
        this.rulings = book.rulingTexts();
    }

    ResponseEntity<byte[]> write(
            ResponseEntity.BodyBuilder answer, Report report, Representation.Chosen chosen, Language language) {
        MediaType type = new MediaType(chosen.type(), StandardCharsets.UTF_8);
        return answer.header("Vary", "Accept, Accept-Language")
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
        return json(json -> {
            json.writeStartObject().writeNumberProperty("total", wanted.size()).writeName("items");
            FindingsJson.write(json, wanted, language);
            json.writeEndObject();
        });
    }

    /** Whatever the content writes. */
    static ResponseEntity<byte[]> json(Consumer<JsonGenerator> content) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.bytes(content));
    }

    /**
     * The language that is asked for, see {@link ApiErrors#language}.
     *
     * @param lang the parameter, null when it is not given
     * @throws ApiProblem 400 when it is neither {@code zh} nor {@code en}
     */
    static Language language(@Nullable String lang, HttpServletRequest request) {
        if (lang != null && !lang.equals("zh") && !lang.equals("en")) {
            throw ApiProblem.bad("lang 只能是 zh 或 en", "lang is zh or en");
        }
        return ApiErrors.language(request);
    }
}
