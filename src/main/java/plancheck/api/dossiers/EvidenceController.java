package plancheck.api.dossiers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import plancheck.access.Actor;
import plancheck.api.frame.AnswersFile;
import plancheck.api.frame.IdempotencyKey;
import plancheck.api.frame.Page;
import plancheck.archive.Evidence;
import plancheck.archive.EvidenceRow;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.RepeatedRequests;

/** Files that prove figures. */
@RestController
@RequestMapping("/api/v1/dossiers/{id}/evidence")
@Tag(name = "dossiers")
class EvidenceController {
    private final DossierDesk desk;
    private final RepeatedRequests requests;

    EvidenceController(DossierDesk desk, RepeatedRequests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    @GetMapping(produces = "application/json")
    @Operation(
            operationId = "listEvidence",
            summary = "The files of the draft; those of a submission stand with the revision")
    Page<DossierBody.EvidenceBody> all(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return Page.whole(desk.evidence(desk.find(actor, id)).stream()
                .map(DossierBody.EvidenceBody::of)
                .toList());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = "application/json")
    @Operation(
            operationId = "attachEvidence",
            summary = "Attach a file to a figure of the draft",
            description = "PDF, images and Office files up to 20 MB, told by their content.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Form.class))),
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Attached",
                            content = @Content(schema = @Schema(implementation = DossierBody.EvidenceBody.class))))
    ResponseEntity<DossierBody.EvidenceBody> attach(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String figure,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable MultipartFile file,
            @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            HttpServletRequest request)
            throws IOException, ServletException {
        Attachment sent = Attachment.of(request, figure, file);
        RepeatedRequests.RequestAnswer<Evidence> answer = requests.answer(
                actor,
                RepeatedRequests.KeyedRequest.of(
                        DossierBody.PATH + "/" + id + "/evidence",
                        IdempotencyKey.of(key),
                        (sent.figure() + "\n" + sent.name() + "\n").getBytes(StandardCharsets.UTF_8),
                        sent.content()),
                new RepeatedRequests.Procedure<>(
                        () -> desk.attach(actor, id, sent.figure(), sent.name(), sent.content()),
                        made -> made.id().toString(),
                        made -> desk.file(actor, id, UUID.fromString(made))));
        DossierBody.EvidenceBody body = DossierBody.EvidenceBody.of(EvidenceRow.of(answer.made()));
        return IdempotencyKey.created(body.content(), answer.repeated()).body(body);
    }

    @GetMapping("/{file}")
    @Operation(operationId = "getEvidence", summary = "The content of a file")
    @AnswersFile
    ResponseEntity<byte[]> content(
            @Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        Evidence found = desk.file(actor, id, file);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(found.mediaType()))
                .header("Content-Disposition", disposition.toString())
                .body(found.content());
    }

    @DeleteMapping("/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "detachEvidence",
            summary = "Take a file out of the draft; submissions it was part of keep it")
    void detach(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        desk.detach(actor, id, file);
    }

    /** As the API's description has it. */
    @Schema(name = "EvidenceForm")
    record Form(
            @Schema(description = "JSON pointer of what it proves", example = "/figures/urbanisation-rate")
            String figure,

            @Schema(type = "string", format = "binary") byte[] file) {}
}
