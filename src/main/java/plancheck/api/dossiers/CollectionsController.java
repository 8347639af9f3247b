package plancheck.api.dossiers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import plancheck.access.Actor;
import plancheck.api.frame.ApiErrors;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.DossierBytes;
import plancheck.api.frame.IdempotencyKey;
import plancheck.api.frame.TakesDossier;
import plancheck.archive.CollectionReturn;
import plancheck.facts.Days;
import plancheck.facts.Message;
import plancheck.sheet.HandedInReader;
import plancheck.workflow.CollectionDesk;
import plancheck.workflow.RepeatedRequests;

/** A dossier asked of the bureaus, for programs that know how to reach them. */
@RestController
@RequestMapping(DossierBody.PATH + "/{id}/collection")
@Tag(name = "dossiers", description = "申报材料")
class CollectionsController {
    private final CollectionDesk desk;
    private final RepeatedRequests requests;
    private final HandedInReader handedIn;

    CollectionsController(CollectionDesk desk, RepeatedRequests requests, HandedInReader handedIn) {
        this.desk = desk;
        this.requests = requests;
        this.handedIn = handedIn;
    }

    @GetMapping(produces = "application/json")
    @Operation(
            operationId = "getCollection",
            summary = "How far each bureau is, and what differs; 404 while none is open")
    CollectionBody state(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return CollectionBody.of(desk.state(actor, id), ApiErrors.language(request));
    }

    @PostMapping(consumes = "application/json", produces = "application/json")
    @Operation(
            operationId = "openCollection",
            summary = "Ask bureaus for their parts of the draft",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Opened",
                            content = @Content(schema = @Schema(implementation = CollectionBody.class))))
    ResponseEntity<CollectionBody> open(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            @RequestBody CollectionBody.OpenRequest asked,
            HttpServletRequest request) {
        List<String> bureaus = asked.bureaus() == null ? List.of() : asked.bureaus();
        String due = asked.due() == null ? "" : asked.due();
        String path = DossierBody.PATH + "/" + id + "/collection";
        RepeatedRequests.RequestAnswer<UUID> answer = requests.answer(
                actor,
                RepeatedRequests.KeyedRequest.of(
                        path, IdempotencyKey.of(key), (due + bureaus).getBytes(StandardCharsets.UTF_8)),
                new RepeatedRequests.Procedure<>(
                        () -> desk.open(
                                        actor,
                                        id,
                                        new HashSet<>(bureaus),
                                        Days.of(due)
                                                .orElseThrow(() -> new ApiProblem(
                                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                                        Message.of("api.collection-due"))))
                                .id(),
                        UUID::toString,
                        UUID::fromString));
        return IdempotencyKey.created(path, answer.repeated())
                .body(CollectionBody.of(desk.state(actor, id), ApiErrors.language(request)));
    }

    @TakesDossier
    @PostMapping(
            path = "/parts/{bureau}/returns",
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
            operationId = "returnPart",
            summary = "Hand back a bureau's part",
            description =
                    "Each time is another return and the last counts; place, kind and as-of date are those of the dossier.",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "Kept",
                            content = @Content(schema = @Schema(implementation = CollectionBody.ReturnBody.class))))
    ResponseEntity<CollectionBody.ReturnBody> handBack(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable String bureau,
            @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            HttpServletRequest request)
            throws IOException {
        byte[] content = DossierBytes.dossier(request, handedIn);
        String path = DossierBody.PATH + "/" + id + "/collection";
        RepeatedRequests.RequestAnswer<CollectionReturn> answer = requests.answer(
                actor,
                RepeatedRequests.KeyedRequest.of(path + "/" + bureau, IdempotencyKey.of(key), content),
                new RepeatedRequests.Procedure<>(
                        () -> desk.handBack(actor, id, bureau, content),
                        made -> made.id().toString(),
                        made -> desk.returned(actor, id, UUID.fromString(made))));
        return IdempotencyKey.created(path, answer.repeated()).body(CollectionBody.ReturnBody.of(answer.made()));
    }

    @PostMapping(path = "/decisions", consumes = "application/json", produces = "application/json")
    @Operation(
            operationId = "decideDifferences",
            summary = "Decide whose answers stand; all of them or, where one differs no more as it did, none (409)")
    CollectionBody decide(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @RequestBody CollectionBody.DecideRequest decided,
            HttpServletRequest request) {
        List<CollectionBody.DecisionRequest> decisions = decided.decisions();
        desk.decide(
                actor,
                id,
                decisions == null
                        ? List.of()
                        : decisions.stream()
                                .map(CollectionBody.DecisionRequest::choice)
                                .toList());
        return CollectionBody.of(desk.state(actor, id), ApiErrors.language(request));
    }

    @PostMapping("/parts/{bureau}/reminders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "remindBureau", summary = "Remind a bureau: tells webhooks of collection.reminder")
    void remind(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @PathVariable String bureau,
            HttpServletRequest request)
            throws IOException {
        DossierBytes.nothing(request);
        desk.remind(actor, id, bureau);
    }

    @PostMapping(path = "/close", produces = "application/json")
    @Operation(
            operationId = "closeCollection",
            summary = "Close the collection and put what was handed back into the draft",
            description = "What is not decided stands beside each other there.")
    DossierBody close(@Parameter(hidden = true) Actor actor, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        DossierBytes.nothing(request);
        return DossierBody.of(desk.close(actor, id));
    }
}
