package plancheck.api.webhooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import plancheck.access.Actor;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.Cursor;
import plancheck.api.frame.IdempotencyKey;
import plancheck.api.frame.Page;
import plancheck.api.frame.PageParameters;
import plancheck.archive.DeliveryRow;
import plancheck.archive.Webhook;
import plancheck.facts.Message;
import plancheck.workflow.RepeatedRequests;
import plancheck.workflow.WebhookDesk;

/** Who wants to be told of what happens. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = "application/json")
@Tag(name = "webhooks", description = "事件通知")
class WebhooksController {
    private static final String PATH = "/api/v1/webhooks";

    private final WebhookDesk desk;
    private final RepeatedRequests requests;

    WebhooksController(WebhookDesk desk, RepeatedRequests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createWebhook", summary = "Set up a webhook", description = """
                    Events come as CloudEvents 1.0 (application/cloudevents+json), signed as Standard Webhooks has it:
                    webhook-id, webhook-timestamp, webhook-signature. The secret is shown in this answer only.""")
    ResponseEntity<WebhookBody> register(
            @Parameter(hidden = true) Actor actor,
            @Parameter(description = IdempotencyKey.DESCRIPTION)
                    @RequestHeader(name = IdempotencyKey.NAME, required = false)
                    @Nullable
                    String key,
            @RequestBody WebhookBody.WebhookRequest asked) {
        String url = asked.url();
        List<String> events = asked.events();
        if (url == null || events == null || events.contains(null)) {
            throw ApiProblem.bad(Message.of("api.url-and-events-needed"));
        }
        Set<String> wanted = new TreeSet<>(events);
        String sent = url + "\n" + wanted;
        RepeatedRequests.RequestAnswer<Webhook> answer = requests.answer(
                actor,
                RepeatedRequests.KeyedRequest.of(PATH, IdempotencyKey.of(key), sent.getBytes(StandardCharsets.UTF_8)),
                new RepeatedRequests.Procedure<>(
                        () -> desk.register(actor, url, wanted),
                        made -> made.id().toString(),
                        id -> desk.registered(actor, UUID.fromString(id))));
        Webhook made = answer.made();
        return IdempotencyKey.created(PATH + "/" + made.id(), answer.repeated())
                .body(WebhookBody.of(made, made.secret()));
    }

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "The token's own webhooks")
    Page<WebhookBody> all(@Parameter(hidden = true) Actor actor) {
        return Page.whole(desk.all(actor).stream().map(WebhookBody::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getWebhook", summary = "A webhook")
    WebhookBody one(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return WebhookBody.of(desk.find(actor, id));
    }

    // What can be answered but nothing is a problem, and so some clients accept no more.
    @DeleteMapping(
            path = "/{id}",
            produces = {"application/json", "application/problem+json"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "disableWebhook", summary = "Disable a webhook; what was sent stays on record")
    void disable(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        desk.disable(actor, id);
    }

    @GetMapping("/{id}/deliveries")
    @Operation(operationId = "listDeliveries", summary = "What was and is to be sent to a webhook, newest first")
    Page<WebhookBody.WebhookDelivery> deliveries(
            @Parameter(hidden = true) Actor actor, @PathVariable UUID id, @ParameterObject PageParameters part) {
        int limit = part.checked().size() + 1;
        Cursor after = Cursor.of(part.cursor());
        List<DeliveryRow> found = after == null
                ? desk.deliveries(actor, id, limit, part.passed())
                : desk.deliveriesAfter(actor, id, after.at(), after.id(), limit);
        Page<DeliveryRow> page = part.page(
                found,
                desk.deliveryCount(actor, id),
                line -> new Cursor(line.occurredAt(), line.id()).written(),
                PATH + "/" + id + "/deliveries");
        return page.map(WebhookBody.WebhookDelivery::of);
    }
}
