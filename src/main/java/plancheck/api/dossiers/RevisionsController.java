package plancheck.api.dossiers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plancheck.access.Actor;
import plancheck.api.frame.AnswersFile;
import plancheck.api.frame.ApiErrors;
import plancheck.api.frame.Page;
import plancheck.api.frame.Representation;
import plancheck.api.reports.AnswersReport;
import plancheck.api.reports.ComparisonBody;
import plancheck.api.reports.Reports;
import plancheck.archive.Revision;
import plancheck.report.Comparison;
import plancheck.workflow.DossierDesk;

/** What was submitted, and what changed from one submission to the next. */
@RestController
@RequestMapping("/api/v1/dossiers/{id}/revisions")
@Tag(name = "dossiers")
class RevisionsController {
    private final DossierDesk desk;
    private final Reports reports;

    RevisionsController(DossierDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    @GetMapping(produces = "application/json")
    @Operation(operationId = "listRevisions", summary = "All submissions of a dossier, first to last")
    Page<DossierBody.RevisionBody> all(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        List<DossierBody.RevisionBody> all = desk.revisions(actor, id).stream()
                .map(DossierBody.RevisionBody::of)
                .toList();
        return Page.whole(all);
    }

    @GetMapping(path = "/{number}", produces = "application/json")
    @Operation(operationId = "getRevision", summary = "A submission")
    DossierBody.RevisionBody one(
            @Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable int number) {
        Revision revision = desk.revision(actor, id, number);
        return DossierBody.RevisionBody.of(revision, desk.report(revision), desk.evidence(revision));
    }

    @GetMapping("/{number}/report")
    @Operation(operationId = "getRevisionReport", summary = "The report a dossier was submitted with")
    @AnswersReport
    ResponseEntity<byte[]> report(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(hidden = true) @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            HttpServletRequest request) {
        Representation.Chosen chosen = Representation.of(accept);
        return reports.write(
                ResponseEntity.ok(),
                desk.report(desk.revision(actor, id, number)),
                chosen,
                ApiErrors.language(request));
    }

    @GetMapping("/{number}/dossier")
    @Operation(operationId = "getRevisionDossier", summary = "The dossier as it was submitted")
    @AnswersFile
    ResponseEntity<byte[]> dossier(
            @Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment")
                .body(desk.revision(actor, id, number).content());
    }

    @GetMapping(path = "/{number}/comparison", produces = "application/json")
    @Operation(
            operationId = "compareRevisions",
            summary = "What changed from another submission to this one, by provision and subject")
    ComparisonBody comparison(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(description = "The other submission; the one before unless said")
                    @RequestParam(required = false)
                    @Nullable
                    Integer with,
            HttpServletRequest request) {
        int other = with == null ? number - 1 : with;
        Comparison comparison = Comparison.of(
                desk.report(desk.revision(actor, id, other)), desk.report(desk.revision(actor, id, number)));
        return ComparisonBody.of(comparison, other, number, ApiErrors.language(request));
    }
}
