package plancheck.door;

import org.eclipse.jetty.http.HttpStatus;
import plancheck.facts.Message;

/** What a refusal at the door says. */
final class DoorMessages {

    private DoorMessages() {}

    static Message of(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_TIMEOUT_408 -> Message.of("door.too-slow");
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> Message.of("door.too-large");
            case HttpStatus.URI_TOO_LONG_414, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                Message.of("door.header-too-long");
            case HttpStatus.TOO_MANY_REQUESTS_429 -> Message.of("door.too-many-requests");
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> Message.of("door.crowded");
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> Message.of("door.failed");
            case HttpStatus.NOT_FOUND_404 -> Message.of("door.not-found");
            default -> Message.of("door.malformed");
        };
    }
}
