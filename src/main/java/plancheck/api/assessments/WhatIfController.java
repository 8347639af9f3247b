package plancheck.api.assessments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.DossierBytes;
import plancheck.api.frame.Envelope;
import plancheck.api.reports.Reports;
import plancheck.check.ComplianceCheck;
import plancheck.check.WhatIf;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.reading.DossierReader;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Message;
import plancheck.report.Comparison;
import plancheck.report.writing.PublishedComparison;
import plancheck.rulebook.RuleBook;

/** What would change if figures were others. Nothing is stored. */
@RestController
@RequestMapping("/api/v1/whatif")
@Tag(name = "whatif", description = "设想数值改变")
class WhatIfController {
    private final DossierReader reader;
    private final WhatIf whatIf;

    WhatIfController(RuleBook book, DossierReader reader, ComplianceCheck check) {
        this.reader = reader;
        this.whatIf = new WhatIf(book, reader, check);
    }

    @PostMapping(consumes = "application/json", produces = "application/json")
    @Operation(
            operationId = "whatIf",
            summary = "Which findings would change if figures were others",
            description = "The answer is what `plancheck whatif -f json` prints. Nothing is stored.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = WhatIfRequest.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Both verdicts, and the findings with another outcome",
                            content = @Content(schema = @Schema(implementation = PublishedComparison.class))))
    ResponseEntity<byte[]> suppose(HttpServletRequest request) throws IOException {
        // A dossier in a JSON text has a backslash before each line's end and each quote.
        Envelope asked = Envelope.of(DossierBytes.read(request, 2 * SourceText.MAX_BYTES), Envelope.SET);
        if (asked.set().isEmpty()) {
            throw ApiProblem.bad(Message.of("api.set-is-missing"));
        }
        DossierReading reading = reader.read(asked.dossier());
        Dossier dossier = reading.dossier();
        if (dossier == null) {
            throw ApiProblem.invalid(reading.problems());
        }
        WhatIf.WhatIfAnswer answer = whatIf.suppose(dossier, asked.dossier(), asked.set());
        Comparison comparison = answer.comparison();
        if (comparison == null) {
            throw ApiProblem.invalid(answer.problems());
        }
        return Reports.json(PublishedComparison.of(comparison));
    }

    /** As the API's description has it. */
    @Schema(name = "WhatIfRequest")
    record WhatIfRequest(
            @Schema(description = "The dossier: an object, or a text in YAML or JSON")
            Object dossier,

            @Schema(
                    description = "Values by indicator, by `list.name.attribute`, or by a named project's provision",
                    example = "{\"county-seat-sewage-treatment-rate\": 97.6}")
            Map<String, Object> set) {}
}
