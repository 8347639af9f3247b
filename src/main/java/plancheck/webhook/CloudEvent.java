package plancheck.webhook;

import plancheck.archive.Event;
import plancheck.report.writing.Json;
import tools.jackson.databind.node.ObjectNode;

/** An event as CloudEvents 1.0 has it, in structured JSON. */
final class CloudEvent {
    /** Without a charset: JSON has but one, and not every receiver knows it under each of its spellings. */
    static final String MEDIA_TYPE = "application/cloudevents+json";

    private CloudEvent() {}

    static byte[] bytes(Event event) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.id().toString())
                .put("source", "/api/v1")
                .put("type", "plancheck." + event.type())
                .put("subject", event.subject())
                .put("time", event.occurredAt().toString())
                .put("datacontenttype", "application/json");
        node.set("data", Json.MAPPER.readTree(event.data()));
        return Json.MAPPER.writeValueAsBytes(node);
    }
}
