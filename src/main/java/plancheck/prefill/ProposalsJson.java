package plancheck.prefill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proposals as JSON: for programs, and for a page that carries along what it shows. */
public final class ProposalsJson {
    private static final int MOST = 2_000;

    private ProposalsJson() {}

    /** One object with {@code proposals} and {@code left-out}. */
    public static void write(Prefill.Proposals found, JsonGenerator json) {
        json.writeStartObject();
        json.writeArrayPropertyStart("proposals");
        for (Proposal one : found.proposals()) {
            Unit unit = one.indicator().unit();
            json.writeStartObject();
            json.writeStringProperty("indicator", one.indicator().id());
            json.writeStringProperty("name", one.indicator().label());
            json.writeNumberProperty("value", one.value());
            json.writeStringProperty("unit", unit == null ? "" : unit.symbol());
            json.writeNumberProperty("year", one.year());
            json.writeBooleanProperty("about", one.about());
            json.writeBooleanProperty("differs", one.differs());
            json.writeArrayPropertyStart("places");
            one.places().forEach(stands -> at(stands.document(), stands.page(), stands.sentence(), json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("left-out");
        for (LeftOut one : found.leftOut()) {
            json.writeStartObject();
            json.writeStringProperty("name", one.name());
            json.writeStringProperty("why", one.why().id());
            json.writeName("at");
            at(one.document(), one.page(), one.sentence(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void at(String document, int page, String sentence, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("document", document);
        if (page > 0) {
            json.writeNumberProperty("page", page);
        }
        json.writeStringProperty("sentence", sentence);
        json.writeEndObject();
    }

    /** The proposals of what was written; none where it is not what was written. */
    public static List<Proposal> read(String written, RuleBook book) {
        List<Proposal> proposals = new ArrayList<>();
        try {
            for (JsonNode one : JsonMapper.shared().readTree(written).path("proposals")) {
                Indicator indicator =
                        book.indicators().get(one.path("indicator").asString(""));
                String value = one.path("value").asString("");
                List<Proposal.FoundAt> places = places(one.path("places"));
                boolean isWhole = value.matches("-?\\d{1,20}(\\.\\d{1,20})?") && !places.isEmpty();
                if (indicator == null || !isWhole || proposals.size() == MOST) {
                    return List.of();
                }
                proposals.add(new Proposal(
                        indicator,
                        new BigDecimal(value),
                        one.path("year").asInt(0),
                        one.path("about").asBoolean(false),
                        places,
                        one.path("differs").asBoolean(false)));
            }
        } catch (JacksonException e) {
            return List.of();
        }
        return proposals;
    }

    private static List<Proposal.FoundAt> places(JsonNode written) {
        List<Proposal.FoundAt> places = new ArrayList<>();
        written.forEach(at -> places.add(new Proposal.FoundAt(
                at.path("document").asString(""),
                at.path("page").asInt(0),
                at.path("sentence").asString(""))));
        return List.copyOf(places);
    }
}
