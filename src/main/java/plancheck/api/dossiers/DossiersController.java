package plancheck.api.dossiers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
import plancheck.api.frame.KnownValues;
import plancheck.api.frame.Page;
import plancheck.api.frame.PageParameters;
import plancheck.api.frame.TakesDossier;
import plancheck.archive.DossierRow;
import plancheck.archive.Revision;
import plancheck.archive.StoredDossier;
import plancheck.dossier.Problem;
import plancheck.dossier.form.DossierForm;
import plancheck.dossier.reading.DossierReader;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;
import plancheck.sheet.HandedInReader;
import plancheck.workflow.DossierDesk;
import plancheck.workflow.DossierState;
import plancheck.workflow.Refusal;
import plancheck.workflow.RepeatedRequests;

/** A county's dossiers: drafted, submitted, and what became of them. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "dossiers", description = "申报材料")
class DossiersController {
    private static final String KIND = "self-assessment";

    private final RuleBook book;
    private final DossierDesk desk;
    private final RepeatedRequests requests;
    private final DossierReader reader;
    private final HandedInReader handedIn;
    private final DossierForm form;
    private final KnownValues places;

    DossiersController(
            DossierDesk desk, RepeatedRequests requests, DossierReader reader, HandedInReader handedIn, RuleBook book) {
        this.handedIn = handedIn;
        this.book = book;
        this.desk = desk;
        this.requests = requests;
        this.reader = reader;
        this.form = new DossierForm(book);
        this.places = new KnownValues(book.placesInWords());
    }

    @GetMapping(produces = "application/json")
    @Operation(operationId = "listDossiers", summary = "The dossiers of the token's place, the longest unchanged first")
    Page<DossierBody> own(
            @Parameter(hidden = true) Actor actor,
            @Parameter(description = "GB/T 2260 code", schema = @Schema(type = "string", example = "620821"))
                    @RequestParam(required = false)
                    @Nullable
                    String place,
            @Parameter(
                            description = "Repeat it or part values by commas",
                            array = @ArraySchema(schema = @Schema(implementation = DossierState.class)))
                    @RequestParam(required = false)
                    @Nullable
                    List<String> state,
            @ParameterObject PageParameters part) {
        List<String> states = state == null ? List.of() : state;
        KnownValues.of(DossierState.class).check("state", states);
        // A former code or a name is as good as the code.
        String code =
                place == null ? null : book.place(place).map(PlaceName::code).orElse(place);
        places.check("place", code == null ? List.of() : List.of(code));
        Cursor after = Cursor.of(part.checked().cursor());
        List<DossierRow> lines = desk.own(actor).stream()
                .filter(line -> states.isEmpty() || states.contains(line.state()))
                .filter(line -> code == null || code.equals(line.place()))
                .sorted(Comparator.comparing(DossiersController::cursor, Cursor.ORDER))
                .toList();
        String query = (code == null ? "" : "&place=" + code)
                + String.join("", states.stream().map(s -> "&state=" + s).toList());
        Page<DossierRow> page = part.cut(
                lines,
                line -> after != null && Cursor.ORDER.compare(cursor(line), after) <= 0,
                line -> cursor(line).written(),
                DossierBody.PATH + (query.isEmpty() ? "" : "?" + query.substring(1)));
        return page.map(DossierBody::of);
    }

    private static Cursor cursor(DossierRow line) {
        return new Cursor(line.changedAt(), line.id());
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
            },
            produces = "application/json")
    @Operation(
            operationId = "createDossier",
            summary = "Begin a draft",
            description =
                    "The body is the dossier so far, YAML, JSON or its workbook; it may have problems until it is submitted.",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Begun",
                            content = @Content(schema = @Schema(implementation = DossierBody.class))))
    ResponseEntity<DossierBody> create(
            @Parameter(hidden = true) Actor actor,
            @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            HttpServletRequest request)
            throws IOException {
        byte[] content = DossierBytes.dossier(request, handedIn);
        Map<String, List<String>> fields = form.fields(content).values();
        String place = first(fields, "/place", actor.place());
        if (place.isEmpty()) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, Message.of("api.place-not-said"));
        }
        RepeatedRequests.RequestAnswer<StoredDossier> answer = requests.answer(
                actor,
                RepeatedRequests.KeyedRequest.of(DossierBody.PATH, IdempotencyKey.of(key), content),
                new RepeatedRequests.Procedure<>(
                        () -> desk.create(
                                actor, place, first(fields, "/kind", KIND), first(fields, "/title", ""), content),
                        made -> made.id().toString(),
                        id -> desk.find(actor, UUID.fromString(id))));
        StoredDossier made = answer.made();
        return IdempotencyKey.created(DossierBody.PATH + "/" + made.id(), answer.repeated())
                .eTag(tag(made))
                .body(DossierBody.of(made));
    }

    private static String first(Map<String, List<String>> fields, String name, String otherwise) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank()
                ? otherwise
                : values.get(0).strip();
    }

    @GetMapping(path = "/{id}", produces = "application/json")
    @Operation(operationId = "getDossier", summary = "Where a dossier stands")
    ResponseEntity<DossierBody> one(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        StoredDossier dossier = desk.find(actor, id);
        return ResponseEntity.ok().eTag(tag(dossier)).body(DossierBody.of(dossier));
    }

    @GetMapping("/{id}/draft")
    @Operation(operationId = "getDraft", summary = "What stands in the draft")
    @AnswersFile(description = "The very bytes; ETag is for If-Match")
    ResponseEntity<byte[]> draft(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        StoredDossier dossier = desk.find(actor, id);
        return ResponseEntity.ok()
                .eTag(tag(dossier))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment")
                .body(dossier.draft());
    }

    @TakesDossier
    @PutMapping(
            path = "/{id}/draft",
            consumes = {
                DossierBytes.YAML,
                DossierBytes.X_YAML,
                DossierBytes.TEXT_YAML,
                DossierBytes.JSON,
                DossierBytes.TEXT,
                DossierBytes.BYTES,
                DossierBytes.XLSX,
                DossierBytes.XLS
            },
            produces = "application/json")
    @Operation(
            operationId = "replaceDraft",
            summary = "Replace the draft",
            description = "If-Match is the ETag last read: 428 without it, 412 when the dossier was changed since.")
    ResponseEntity<DossierBody> replace(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            HttpServletRequest request)
            throws IOException {
        Long version = version(match);
        byte[] content = DossierBytes.dossier(request, handedIn);
        String title = first(form.fields(content).values(), "/title", "");
        StoredDossier saved =
                version == null ? desk.save(actor, id, title, content) : desk.save(actor, id, version, title, content);
        return ResponseEntity.ok().eTag(tag(saved)).body(DossierBody.of(saved));
    }

    @PostMapping(path = "/{id}/submissions", produces = "application/json")
    @Operation(
            operationId = "submitDossier",
            summary = "Submit the draft",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "The revision, with its report",
                            content = @Content(schema = @Schema(implementation = DossierBody.RevisionBody.class))))
    ResponseEntity<DossierBody.RevisionBody> submit(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @Parameter(description = "The ETag last read, to submit that draft and no later one; any unless said")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String match,
            @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            HttpServletRequest request)
            throws IOException {
        DossierBytes.nothing(request);
        Long seen = match == null ? null : version(match);
        String operation = DossierBody.PATH + "/" + id + "/submissions";
        try {
            RepeatedRequests.RequestAnswer<Revision> answer = requests.answer(
                    actor,
                    RepeatedRequests.KeyedRequest.of(
                            operation,
                            IdempotencyKey.of(key),
                            String.valueOf(seen).getBytes(StandardCharsets.UTF_8)),
                    new RepeatedRequests.Procedure<>(
                            () -> desk.submit(actor, id, seen),
                            revision -> String.valueOf(revision.number()),
                            number -> desk.revision(actor, id, Integer.parseInt(number))));
            Revision revision = answer.made();
            return IdempotencyKey.created(DossierBody.path(revision), answer.repeated())
                    .body(DossierBody.RevisionBody.of(revision, desk.report(revision), desk.evidence(revision)));
        } catch (Refusal e) {
            throw withPointers(actor, id, e);
        }
    }

    /** A dossier that cannot be read is refused in words; a program is to have the places too. */
    private RuntimeException withPointers(Actor actor, UUID id, Refusal refusal) {
        if (refusal.why() != Refusal.Why.INVALID || refusal.details().isEmpty()) {
            return refusal;
        }
        List<Problem> problems = reader.read(desk.find(actor, id).draft()).problems();
        return problems.stream().anyMatch(Problem::isError) ? ApiProblem.invalid(problems) : refusal;
    }

    @GetMapping(path = "/{id}/trail", produces = "application/json")
    @Operation(operationId = "getTrail", summary = "Everything that was done to a dossier, first to last")
    Page<DossierBody.TrailEntry> trail(
            @Parameter(hidden = true) Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Language language = ApiErrors.language(request);
        return Page.whole(desk.trail(actor, id).stream()
                .map(entry -> DossierBody.TrailEntry.of(entry, language))
                .toList());
    }

    @GetMapping(path = "/{id}/questions", produces = "application/json")
    @Operation(
            operationId = "listQuestions",
            summary = "What the county was asked when the dossier was returned, first to last")
    Page<DossierBody.QuestionBody> questions(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return Page.whole(desk.questions(desk.find(actor, id)).stream()
                .map(DossierBody.QuestionBody::of)
                .toList());
    }

    @PostMapping(
            path = "/{id}/questions/{question}/answer",
            consumes = "application/json",
            produces = "application/json")
    @Operation(
            operationId = "answerQuestion",
            summary = "Answer a question; the answer may be changed until the dossier is submitted again")
    DossierBody.QuestionBody answer(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID question,
            @org.springframework.web.bind.annotation.RequestBody DossierBody.AnswerRequest answer) {
        String words = answer.answer();
        return DossierBody.QuestionBody.of(desk.answer(actor, id, question, words == null ? "" : words));
    }

    private static String tag(StoredDossier dossier) {
        return "\"" + dossier.version() + "\"";
    }

    /** @return null for {@code *} */
    private static @Nullable Long version(@Nullable String match) {
        if (match == null) {
            throw new ApiProblem(HttpStatus.PRECONDITION_REQUIRED, Message.of("api.if-match-needed"));
        }
        if (match.strip().equals("*")) {
            return null;
        }
        String digits = match.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!digits.matches("\\d{1,18}")) {
            throw new ApiProblem(HttpStatus.PRECONDITION_FAILED, Message.of("api.if-match-differs"));
        }
        return Long.valueOf(digits);
    }
}
