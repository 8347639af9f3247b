package plancheck.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import plancheck.access.Actor;
import plancheck.archive.Webhook;
import plancheck.workflow.WebhookDesk;

/** Who wants to be told of what happens. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = "application/json")
@Tag(name = "webhooks", description = "事件通知")
class WebhooksController {
    private static final String PATH = "/api/v1/webhooks";

    private final WebhookDesk desk;

    WebhooksController(WebhookDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set up a webhook", description = """
                    Events come as CloudEvents 1.0 (application/cloudevents+json), signed as Standard Webhooks has it:
                    webhook-id, webhook-timestamp, webhook-signature. The secret is shown in this answer only.""")
    ResponseEntity<WebhookBody> register(@Parameter(hidden = true) Actor actor, @RequestBody WebhookBody.Asked asked) {
        String url = asked.url();
        List<String> events = asked.events();
        if (url == null || events == null || events.contains(null)) {
            throw ApiProblem.bad("须写明 url 和 events", "url and events are needed");
        }
        Set<String> wanted = new TreeSet<>(events);
        Webhook made = desk.register(actor, url, wanted);
        return ResponseEntity.created(URI.create(PATH + "/" + made.id())).body(WebhookBody.of(made, made.secret()));
    }

    @GetMapping
    @Operation(summary = "The token's own webhooks")
    Page<WebhookBody> all(@Parameter(hidden = true) Actor actor) {
        return new Page<>(desk.all(actor).stream().map(WebhookBody::of).toList(), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A webhook")
    WebhookBody one(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        return WebhookBody.of(desk.find(actor, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Disable a webhook; what was sent stays on record")
    void disable(@Parameter(hidden = true) Actor actor, @PathVariable UUID id) {
        desk.disable(actor, id);
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "What was and is to be sent to a webhook, newest first")
    Page<WebhookBody.Sent> deliveries(
            @Parameter(hidden = true) Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = Page.USUAL) int limit,
            @RequestParam(defaultValue = "0") long offset) {
        Page.check(limit, offset);
        List<WebhookBody.Sent> sent = desk.deliveries(actor, id, limit + 1, offset).stream()
                .map(WebhookBody.Sent::of)
                .toList();
        return Page.of(sent, limit, offset, PATH + "/" + id + "/deliveries");
    }
}
