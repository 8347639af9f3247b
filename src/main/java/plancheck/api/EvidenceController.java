package plancheck.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import plancheck.access.Actor;
import plancheck.archive.Evidence;
import plancheck.archive.EvidenceFiles;
import plancheck.workflow.DossierDesk;

/** Files that prove figures. */
@RestController
@RequestMapping("/api/v1/dossiers/{id}/evidence")
@Tag(name = "dossiers")
class EvidenceController {
    private final DossierDesk desk;

    EvidenceController(DossierDesk desk) {
        this.desk = desk;
    }

    @GetMapping(produces = "application/json")
    @Operation(summary = "The files of the draft; those of a submission stand with the revision")
    Page<DossierBody.OfFile> all(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return new Page<>(
                desk.evidence(desk.find(actor, id)).stream()
                        .map(DossierBody.OfFile::of)
                        .toList(),
                null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = "application/json")
    @Operation(
            summary = "Attach a file to a figure of the draft",
            description = "PDF, images and Office files up to 20 MB, told by their content.",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Attached",
                            content = @Content(schema = @Schema(implementation = DossierBody.OfFile.class))))
    ResponseEntity<DossierBody.OfFile> attach(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @Parameter(description = "JSON pointer of what it proves, for example /figures/urbanisation-rate")
                    @RequestParam
                    String figure,
            @RequestParam MultipartFile file)
            throws IOException {
        String name = file.getOriginalFilename();
        Evidence added = desk.attach(actor, id, figure, name == null ? "" : name, file.getBytes());
        DossierBody.OfFile body = DossierBody.OfFile.of(new EvidenceFiles.Line(
                added.id(),
                added.dossier(),
                added.figure(),
                added.name(),
                added.mediaType(),
                added.size(),
                added.digest(),
                added.addedBy(),
                added.addedAt(),
                null));
        return ResponseEntity.created(URI.create(body.content())).body(body);
    }

    @GetMapping("/{file}")
    @Operation(summary = "The content of a file")
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
    @Operation(summary = "Take a file out of the draft; submissions it was part of keep it")
    void detach(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        desk.detach(actor, id, file);
    }
}
