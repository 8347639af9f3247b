package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Term;
import plancheck.facts.WorkNature;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.databind.JsonNode;

/** Reads the {@code works.yaml} of the plans, and whether what they name is there. */
final class PlannedWorkReader {
    private final List<RuleBookProblem> problems;

    PlannedWorkReader(List<RuleBookProblem> problems) {
        this.problems = problems;
    }

    /** @param plans the plan's id to its works, as the shape of the file asks */
    List<PlannedWork> read(JsonNode plans) {
        List<PlannedWork> works = new ArrayList<>();
        plans.properties()
                .forEach(plan -> Stream.of("works", "kinds")
                        .flatMap(key -> plan.getValue().path(key).valueStream())
                        .forEach(node -> works.add(work(plan.getKey(), node))));
        return List.copyOf(works);
    }

    private PlannedWork work(String plan, JsonNode node) {
        String id = node.path("id").asString("");
        JsonNode quantity = node.path("quantity");
        Map<String, String> standard = new LinkedHashMap<>();
        node.path("standard")
                .properties()
                .forEach(entry -> standard.put(entry.getKey(), entry.getValue().asString("")));
        return new PlannedWork(
                id,
                plan,
                new Label(node.path("name").asString(""), node.path("en").asString("")),
                RuleBookReader.strings(node.path("also")),
                RuleBookReader.strings(node.path("places")),
                node.path("sector").asString(""),
                Term.find(WorkNature.class, node.path("nature").asString("other"))
                        .orElse(WorkNature.OTHER),
                standard,
                quantity.isMissingNode()
                        ? null
                        : new PlannedWork.Quantity(
                                new BigDecimal(quantity.path("value").asString("0")),
                                quantity.path("unit").asString("")),
                RuleBookReader.strings(node.path("counts")),
                node.path("built").asBoolean(false),
                node.path("clause").asString(""),
                node.path("anchor").asString(""),
                RuleBookReader.strings(node.path("asked-by")),
                RuleBookReader.strings(node.path("same")),
                node.path("part-of").asString(""),
                RuleBookReader.strings(node.path("words")));
    }

    /** Each id is given once and every id, place and sector that is named is there; a work has a clause of its own, or a provision's. */
    void check(RuleBook book) {
        Set<String> provisions = book.provisions().stream().map(Provision::id).collect(Collectors.toSet());
        Map<String, PlannedWork> byId = new HashMap<>();
        for (PlannedWork work : book.plannedWorks()) {
            if (byId.put(work.id(), work) != null) {
                problem(work, Message.of("rulebook.key-twice", work.id()), Message.of("rulebook.ids-once"));
            }
        }
        for (PlannedWork work : book.plannedWorks()) {
            Stream.concat(work.askedBy().stream(), work.same().stream())
                    .filter(id -> !provisions.contains(id))
                    .forEach(id -> missing(work, id));
            work.places().stream()
                    .filter(code -> !book.places().containsKey(code))
                    .forEach(code -> missing(work, code));
            if (!book.sectors().containsKey(work.sector())) {
                missing(work, work.sector());
            }
            if (!work.partOf().isEmpty() && !byId.containsKey(work.partOf())) {
                missing(work, work.partOf());
            }
            if (isWithinItself(work, byId)) {
                problem(
                        work,
                        Message.of("rulebook.work-within-itself", work.id()),
                        Message.of("rulebook.put-id-right"));
            }
            if (work.askedBy().isEmpty()
                    && (work.clause().isEmpty() || work.places().isEmpty())) {
                problem(
                        work,
                        Message.of("rulebook.work-nowhere", work.id()),
                        Message.of("rulebook.say-where-work-stands"));
            }
        }
    }

    private static boolean isWithinItself(PlannedWork work, Map<String, PlannedWork> byId) {
        PlannedWork whole = byId.get(work.partOf());
        for (int i = 0; whole != null && i < byId.size(); i++) {
            if (whole.id().equals(work.id())) {
                return true;
            }
            whole = byId.get(whole.partOf());
        }
        return false;
    }

    private void missing(PlannedWork work, String id) {
        problem(work, Message.of("rulebook.work-names-nothing", work.id(), id), Message.of("rulebook.put-id-right"));
    }

    private void problem(PlannedWork work, Message message, Message advice) {
        problems.add(new RuleBookProblem(work.plan() + "/works.yaml", 0, message, advice));
    }
}
