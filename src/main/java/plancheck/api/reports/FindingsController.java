package plancheck.api.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import plancheck.access.Actor;
import plancheck.api.frame.ApiErrors;
import plancheck.archive.Assessment;
import plancheck.archive.Revision;
import plancheck.report.Report;
import plancheck.workflow.AssessmentDesk;
import plancheck.workflow.DossierDesk;

/** Findings one by one, of assessments and of revisions alike. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
class FindingsController {
    private final AssessmentDesk assessments;
    private final DossierDesk dossiers;
    private final Explanations explanations;

    FindingsController(AssessmentDesk assessments, DossierDesk dossiers, Explanations explanations) {
        this.assessments = assessments;
        this.dossiers = dossiers;
        this.explanations = explanations;
    }

    @GetMapping("/assessments/{id}/findings")
    @Tag(name = "assessments")
    @Operation(operationId = "listAssessmentFindings", summary = "The findings of an assessment that are wanted")
    @AnswersFound
    ResponseEntity<byte[]> ofAssessment(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @ParameterObject FindingFilter filter,
            HttpServletRequest request) {
        return Reports.findings(assessments.report(assessments.find(actor, id)), filter, ApiErrors.language(request));
    }

    @GetMapping("/assessments/{id}/findings/{provision}")
    @Tag(name = "assessments")
    @Operation(operationId = "explainAssessmentFinding", summary = "How the findings for one provision came about")
    @AnswersExplained
    ResponseEntity<byte[]> explanation(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable String provision,
            HttpServletRequest request) {
        Assessment assessment = assessments.find(actor, id);
        Report report = assessments.report(assessment);
        return explanations.of(provision, report, assessment.content(), ApiErrors.language(request));
    }

    @GetMapping("/dossiers/{id}/revisions/{number}/findings")
    @Tag(name = "dossiers")
    @Operation(operationId = "listRevisionFindings", summary = "The findings of a revision that are wanted")
    @AnswersFound
    ResponseEntity<byte[]> ofRevision(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @ParameterObject FindingFilter filter,
            HttpServletRequest request) {
        Report report = dossiers.report(dossiers.revision(actor, id, number));
        return Reports.findings(report, filter, ApiErrors.language(request));
    }

    @GetMapping("/dossiers/{id}/revisions/{number}/findings/{provision}")
    @Tag(name = "dossiers")
    @Operation(
            operationId = "explainRevisionFinding",
            summary = "How the findings of a revision for one provision came about")
    @AnswersExplained
    ResponseEntity<byte[]> explanationOfRevision(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @PathVariable String provision,
            HttpServletRequest request) {
        Revision revision = dossiers.revision(actor, id, number);
        Report report = dossiers.report(revision);
        return explanations.of(provision, report, revision.content(), ApiErrors.language(request));
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = "Each as it stands in the report",
            content = @Content(schema = @Schema(implementation = FindingsBody.class)))
    private @interface AnswersFound {}

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = "Whom it binds and why, and the findings step by step",
            content = @Content(schema = @Schema(implementation = ExplanationBody.class)))
    private @interface AnswersExplained {}
}
