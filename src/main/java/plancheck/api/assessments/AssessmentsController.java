package plancheck.api.assessments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plancheck.access.Actor;
import plancheck.api.frame.AnswersFile;
import plancheck.api.frame.ApiErrors;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.Cursor;
import plancheck.api.frame.DossierBytes;
import plancheck.api.frame.IdempotencyKey;
import plancheck.api.frame.Page;
import plancheck.api.frame.PageParameters;
import plancheck.api.frame.Preferences;
import plancheck.api.frame.Representation;
import plancheck.api.frame.TakesDossier;
import plancheck.api.reports.AnswersReport;
import plancheck.api.reports.Reports;
import plancheck.archive.Assessment;
import plancheck.archive.AssessmentRow;
import plancheck.dossier.DossierKind;
import plancheck.facts.Language;
import plancheck.report.Report;
import plancheck.report.writing.PublishedReport;
import plancheck.sheet.HandedInReader;
import plancheck.workflow.AssessmentDesk;

/** Dossiers are checked, and what came out can be had again. */
@RestController
@RequestMapping("/api/v1/assessments")
@Tag(name = "assessments", description = "检查材料，读取检查结果")
class AssessmentsController {
    private final AssessmentDesk desk;
    private final Reports reports;
    private final HandedInReader handedIn;

    AssessmentsController(AssessmentDesk desk, Reports reports, HandedInReader handedIn) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.reports = reports;
    }

    @TakesDossier
    @PostMapping(
            consumes = {
                DossierBytes.YAML,
                DossierBytes.X_YAML,
                DossierBytes.TEXT_YAML,
                DossierBytes.JSON,
                DossierBytes.TEXT,
                DossierBytes.BYTES,
                DossierBytes.XLSX,
                DossierBytes.XLS
            })
    @Operation(
            operationId = "createAssessment",
            summary = "Check a dossier and keep the result",
            description = """
                    The body is the dossier, YAML, JSON or its workbook. The answer is the report in the format that Accept asks for;
                    as JSON it is what `plancheck check -f json` prints, to the byte. A failing verdict is not an HTTP
                    error. With `Prefer: return=minimal` the answer is short, with `Prefer: respond-async` it comes
                    before the check.""",
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Checked and stored",
                        headers = {
                            @Header(
                                    name = "Location",
                                    description = "The assessment",
                                    schema = @Schema(type = "string")),
                            @Header(
                                    name = "Idempotency-Replayed",
                                    description = "`true` when the key had been answered before",
                                    schema = @Schema(type = "string"))
                        },
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(oneOf = {PublishedReport.class, AssessmentBody.class})),
                            @Content(mediaType = "application/sarif+json", schema = @Schema(type = "object")),
                            @Content(mediaType = "application/junit+xml", schema = @Schema(type = "string")),
                            @Content(mediaType = "text/html", schema = @Schema(type = "string")),
                            @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
                        }),
                @ApiResponse(
                        responseCode = "202",
                        description = "Stored, to be checked soon",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = AssessmentBody.class)))
            })
    ResponseEntity<?> assess(
            @Parameter(hidden = true) Actor actor,
            @Parameter(description = "Judge at this day, not before the dossier's own, for example 2025-12-31")
                    @RequestParam(name = "as-of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) // not as the client's country writes days
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            @Parameter(description = "`return=minimal`, `respond-async`", schema = @Schema(type = "string"))
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    List<String> prefer,
            @Parameter(hidden = true) @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            HttpServletRequest request)
            throws IOException {
        Preferences preferences = Preferences.of(prefer);
        Language language = ApiErrors.language(request);
        boolean shortly = preferences.minimal() || preferences.async();
        Representation.Chosen chosen = shortly ? null : Representation.of(accept);
        AssessmentDesk.AssessmentRequest asked = new AssessmentDesk.AssessmentRequest(
                DossierBytes.dossier(request, handedIn), asOf, IdempotencyKey.of(key));
        AssessmentDesk.AssessmentAnswer answer =
                preferences.async() ? desk.accept(actor, asked) : desk.assess(actor, asked);
        ResponseEntity.BodyBuilder created = begun(answer, preferences);
        Assessment assessment = answer.assessment();
        if (chosen == null || assessment.state() == Assessment.State.QUEUED) {
            return created.contentType(MediaType.APPLICATION_JSON).body(body(assessment, language));
        }
        return reports.write(created, report(answer), chosen, language);
    }

    private static ResponseEntity.BodyBuilder begun(AssessmentDesk.AssessmentAnswer answer, Preferences preferences) {
        Assessment assessment = answer.assessment();
        if (assessment.state() == Assessment.State.REJECTED) {
            throw ApiProblem.rejected(assessment);
        }
        boolean queued = assessment.state() == Assessment.State.QUEUED;
        ResponseEntity.BodyBuilder begun = queued
                ? ResponseEntity.accepted().location(URI.create(AssessmentBody.path(assessment.id())))
                : ResponseEntity.created(URI.create(AssessmentBody.path(assessment.id())));
        if (answer.repeated()) {
            begun.header(IdempotencyKey.REPLAYED, "true");
        }
        if (queued && preferences.async()) {
            begun.header("Preference-Applied", "respond-async");
        } else if (preferences.minimal()) {
            begun.header("Preference-Applied", "return=minimal");
        }
        return begun;
    }

    private Report report(AssessmentDesk.AssessmentAnswer answer) {
        Report fresh = answer.report();
        return fresh == null ? desk.report(answer.assessment()) : fresh;
    }

    private AssessmentBody body(Assessment assessment, Language language) {
        boolean queued = assessment.state() == Assessment.State.QUEUED;
        Assessment.Result result = assessment.result();
        boolean project = assessment.state() == Assessment.State.COMPLETED
                && result != null
                && DossierKind.PROJECT.id().equals(result.kind());
        return AssessmentBody.of(
                assessment, queued ? desk.ahead(assessment) : null, project ? desk.report(assessment) : null, language);
    }

    @GetMapping(produces = "application/json")
    @Operation(operationId = "listAssessments", summary = "The token's own assessments, newest first")
    Page<AssessmentBody.AssessmentLine> latest(
            @Parameter(hidden = true) Actor actor, @ParameterObject PageParameters part) {
        int limit = part.checked().size() + 1;
        Cursor after = Cursor.of(part.cursor());
        List<AssessmentRow> found = after == null
                ? desk.latest(actor, limit, part.passed())
                : desk.latestAfter(actor, after.at(), after.id(), limit);
        Page<AssessmentRow> page = part.page(
                found,
                desk.count(actor),
                line -> new Cursor(line.requestedAt(), line.id()).written(),
                "/api/v1/assessments");
        return page.map(AssessmentBody.AssessmentLine::of);
    }

    @GetMapping(path = "/{id}", produces = "application/json")
    @Operation(operationId = "getAssessment", summary = "How far an assessment is, and what came of it in short")
    AssessmentBody one(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return body(desk.find(actor, id), ApiErrors.language(request));
    }

    @GetMapping("/{id}/report")
    @Operation(operationId = "getAssessmentReport", summary = "The report")
    @AnswersReport
    ResponseEntity<byte[]> report(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            HttpServletRequest request) {
        Representation.Chosen chosen = Representation.of(accept);
        Language language = ApiErrors.language(request);
        Report report = desk.report(desk.find(actor, id));
        return reports.write(ResponseEntity.ok(), report, chosen, language);
    }

    @GetMapping("/{id}/dossier")
    @Operation(operationId = "getAssessmentDossier", summary = "The dossier as it was handed in")
    @AnswersFile
    ResponseEntity<byte[]> dossier(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment")
                .body(desk.find(actor, id).content());
    }
}
