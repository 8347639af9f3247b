package plancheck.api.assessments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plancheck.access.Actor;
import plancheck.api.frame.ApiErrors;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.Envelope;
import plancheck.api.frame.IdempotencyKey;
import plancheck.api.frame.ProblemBody;
import plancheck.api.frame.RequestBodies;
import plancheck.archive.Assessment;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.report.writing.Json;
import plancheck.workflow.AssessmentDesk;
import plancheck.workflow.Refusal;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** Many dossiers in one request, a line each; each line is answered before the next is read. */
@RestController
@RequestMapping("/api/v1/batches")
@Tag(name = "batches", description = "批量检查")
class BatchesController {

    private static final Logger LOG = LoggerFactory.getLogger(BatchesController.class);
    private static final ObjectWriter WRITER = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    /** Batches wait for their clients, and the threads they wait on are those that all requests share. */
    private static final int AT_ONCE = 8;

    private final AssessmentDesk desk;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BatchesController(AssessmentDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = RequestBodies.NDJSON)
    @Operation(
            operationId = "createBatch",
            summary = "Check many dossiers, a line each",
            description = """
                    Each line is a dossier as a JSON object, or `{"id": …, "as-of": …, "dossier": …}` where the dossier is
                    an object or a text and as-of the day this line is judged at. Each line is checked, stored and answered before the next is read; a line with problems is
                    answered with them and the batch goes on. With an Idempotency-Key a batch that broke off can be sent
                    again: lines that were done are not done twice.""",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = RequestBodies.NDJSON, schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "A line for each line that is not blank, in their order",
                            content =
                                    @Content(
                                            mediaType = RequestBodies.NDJSON,
                                            schema = @Schema(implementation = BatchLine.class))))
    void batch(
            @Parameter(hidden = true) Actor actor,
            @Parameter(description = "Judge at this day, not before a dossier's own; a line's own as-of goes before it")
                    @RequestParam(name = "as-of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) // not as the client's country writes days
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "The client's own name for this batch; lines that were done are not done twice")
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response) {
        String known = IdempotencyKey.of(key);
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "5");
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, Message.of("api.too-many-batches"));
        }
        try {
            answer(actor, asOf, known, request, response);
        } catch (IOException e) {
            LOG.info("a batch of {} broke off: {}", actor.id(), e.toString()); // what was answered is stored
        } finally {
            places.release();
        }
    }

    private void answer(
            Actor actor,
            @Nullable LocalDate asOf,
            @Nullable String known,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Language language = ApiErrors.language(request);
        Lines lines = new Lines(request.getInputStream(), (int) SourceText.MAX_BYTES);
        response.setContentType(RequestBodies.NDJSON);
        OutputStream out = response.getOutputStream();
        for (BatchLine answer = next(actor, lines, asOf, known, language);
                answer != null;
                answer = next(actor, lines, asOf, known, language)) {
            out.write(WRITER.writeValueAsBytes(answer));
            out.write('\n');
            response.flushBuffer();
        }
    }

    /** What came of the next line that is not blank; null after the last. */
    private @Nullable BatchLine next(
            Actor actor, Lines lines, @Nullable LocalDate asOf, @Nullable String key, Language language)
            throws IOException {
        try {
            byte[] line = lines.next();
            while (line != null && isBlank(line)) {
                line = lines.next();
            }
            return line == null ? null : answer(actor, line, lines, asOf, key, language);
        } catch (ApiProblem e) {
            return BatchLine.of(lines.end(), null, ProblemBody.of(e, language, null)); // it cannot be read on
        }
    }

    private BatchLine answer(
            Actor actor, byte[] line, Lines lines, @Nullable LocalDate asOf, @Nullable String key, Language language) {
        String id = null;
        try {
            if (lines.cut()) {
                throw ApiProblem.tooLarge(SourceText.MAX_BYTES);
            }
            Envelope envelope = Envelope.of(line, Envelope.ID, Envelope.AS_OF);
            id = envelope.id();
            LocalDate day = envelope.asOf() == null ? asOf : envelope.asOf();
            String own = key == null ? null : key + " " + lines.number(); // no key of a client's has a blank
            AssessmentDesk.AssessmentAnswer answer =
                    desk.assess(actor, new AssessmentDesk.AssessmentRequest(envelope.dossier(), day, own));
            if (answer.assessment().state() == Assessment.State.REJECTED) {
                throw ApiProblem.rejected(answer.assessment());
            }
            return BatchLine.of(lines.number(), id, answer.assessment(), answer.repeated());
        } catch (ApiProblem e) {
            return BatchLine.of(lines.number(), id, ProblemBody.of(e, language, null));
        } catch (Refusal e) {
            return BatchLine.of(lines.number(), id, ProblemBody.of(ApiErrors.of(e), language, null));
        } catch (RuntimeException e) {
            LOG.error("line {} of a batch", lines.number(), e);
            ApiProblem failed = new ApiProblem(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "about:blank",
                    Message.of("api.line-not-checked"),
                    java.util.List.of());
            return BatchLine.of(lines.number(), id, ProblemBody.of(failed, language, null));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
