package plancheck.web.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import plancheck.prefill.Proposal;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Proposals as a page carries them along. Whoever changes them changes nothing but a form of their own. */
final class CarriedProposals {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 2_000;

    private CarriedProposals() {}

    static String write(List<Proposal> proposals) {
        ArrayNode all = JSON.createArrayNode();
        for (Proposal proposal : proposals) {
            ObjectNode one = all.addObject();
            one.put("indicator", proposal.indicator().id());
            one.put("value", proposal.value().toPlainString());
            one.put("year", proposal.year());
            one.put("about", proposal.about());
            ArrayNode places = one.putArray("places");
            proposal.places()
                    .forEach(at -> places.addObject()
                            .put("document", at.document())
                            .put("page", at.page())
                            .put("sentence", at.sentence()));
        }
        return all.toString();
    }

    /** None where it is not what was written. */
    static List<Proposal> read(String carried, RuleBook book) {
        List<Proposal> proposals = new ArrayList<>();
        try {
            for (JsonNode one : JSON.readTree(carried)) {
                Indicator indicator =
                        book.indicators().get(one.path("indicator").asString(""));
                String value = one.path("value").asString("");
                if (indicator == null || !value.matches("-?\\d{1,20}(\\.\\d{1,20})?") || proposals.size() == MOST) {
                    return List.of();
                }
                List<Proposal.FoundAt> places = new ArrayList<>();
                one.path("places")
                        .forEach(at -> places.add(new Proposal.FoundAt(
                                at.path("document").asString(""),
                                at.path("page").asInt(0),
                                at.path("sentence").asString(""))));
                boolean about = one.path("about").asBoolean(false);
                int year = one.path("year").asInt(0);
                if (places.isEmpty()) {
                    return List.of();
                }
                proposals.add(new Proposal(indicator, new BigDecimal(value), year, about, List.copyOf(places), false));
            }
        } catch (JacksonException e) {
            return List.of();
        }
        return proposals;
    }
}
