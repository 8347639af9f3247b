package plancheck.api.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plancheck.archive.DeliveryRow;
import plancheck.archive.Webhook;

/**
 * A webhook.
 *
 * @param secret only in the answer to its registration, null ever after
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook")
record WebhookBody(
        UUID id,
        String url,
        List<String> events,
        boolean enabled,
        Instant createdAt,

        @Schema(description = "Signs what is sent; shown once, at registration", nullable = true) @Nullable
        String secret) {

    /** What is asked for. */
    @Schema(name = "WebhookRequest")
    record WebhookRequest(
            @Schema(example = "https://approval.example.cn/plancheck", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String url,

            @ArraySchema(
                    minItems = 1,
                    schema =
                            @Schema(
                                    allowableValues = {
                                        "assessment.completed",
                                        "dossier.submitted",
                                        "dossier.returned",
                                        "dossier.concluded",
                                        "collection.opened",
                                        "collection.returned",
                                        "collection.conflict",
                                        "collection.reminder",
                                        "collection.closed"
                                    }),
                    arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED))
            @Nullable
            List<String> events) {}

    /** One event on its way. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookDelivery")
    record WebhookDelivery(
            UUID id,

            @Schema(description = "The event's id, as in webhook-id")
            UUID event,

            @Schema(example = "dossier.submitted") String type,

            @Schema(description = "Id of the dossier or assessment")
            String subject,

            @Schema(allowableValues = {"pending", "delivered", "given-up"})
            String state,

            int attempts,
            Instant occurredAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant deliveredAt,

            @Schema(description = "HTTP status of the last answer") @Nullable
            Integer lastStatus,

            String lastError) {

        static WebhookDelivery of(DeliveryRow line) {
            String state =
                    line.deliveredAt() != null ? "delivered" : line.nextAttemptAt() != null ? "pending" : "given-up";
            return new WebhookDelivery(
                    line.id(),
                    line.event(),
                    line.type(),
                    line.subject(),
                    state,
                    line.attempts(),
                    line.occurredAt(),
                    line.nextAttemptAt(),
                    line.deliveredAt(),
                    line.lastStatus(),
                    line.lastError());
        }
    }

    static WebhookBody of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookBody of(Webhook webhook, @Nullable String secret) {
        return new WebhookBody(
                webhook.id(),
                webhook.url(),
                List.of(webhook.events().split(" ")),
                webhook.enabled(),
                webhook.createdAt(),
                secret);
    }
}
