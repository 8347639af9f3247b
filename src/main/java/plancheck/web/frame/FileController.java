package plancheck.web.frame;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import plancheck.access.Actor;
import plancheck.archive.Evidence;
import plancheck.workflow.DossierDesk;

/** Evidence files, for everybody who may read the dossier. They are saved and never opened as pages of ours. */
@Controller
public class FileController {
    private final DossierDesk desk;

    FileController(DossierDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/files/{dossier}/{file}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID dossier, @PathVariable UUID file) {
        Evidence evidence = desk.file(actor, dossier, file);
        return saved(evidence.content(), evidence.name(), MediaType.parseMediaType(evidence.mediaType()));
    }

    /** Something to be saved under a name, of which control characters and separators of folders are left out. */
    public static ResponseEntity<byte[]> saved(byte[] content, String name, MediaType type) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+", "_");
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(plain, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
