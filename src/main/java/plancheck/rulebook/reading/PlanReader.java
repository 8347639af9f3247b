package plancheck.rulebook.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import plancheck.facts.Label;
import plancheck.plan.text.Numbering;
import plancheck.rulebook.Baseline;
import plancheck.rulebook.Plan;
import tools.jackson.databind.JsonNode;

/** Makes a plan of its {@code plan.yaml}, whose shape is known to be right. */
final class PlanReader {
    private final String id;
    private final JsonNode node;

    PlanReader(String id, JsonNode node) {
        this.id = id;
        this.node = node;
    }

    Plan read() {
        String issued = node.path("issued").asString("");
        return new Plan(
                id,
                node.path("prefix").asString(""),
                node.path("title").asString(""),
                node.path("title-en").asString(node.path("title").asString("")),
                node.path("number").asString(""),
                issued.isEmpty() ? null : LocalDate.parse(issued),
                node.path("place").asString(""),
                node.path("subordinate-to").asString(""),
                period(),
                numbering(node.path("numbering")),
                baselines(),
                clauses(),
                sentences(),
                tensions());
    }

    /** What has no date is due at the plan's horizon, where no other year is given. */
    private Plan.Period period() {
        int horizon = node.path("horizon").asInt(0);
        List<Plan.DefaultDue> undated = new ArrayList<>();
        for (JsonNode u : node.path("undated")) {
            undated.add(new Plan.DefaultDue(
                    u.path("words").asString(""),
                    u.path("due").asInt(horizon),
                    u.path("ruling").asString("")));
        }
        return new Plan.Period(node.path("base-year").asInt(0), horizon, List.copyOf(undated));
    }

    private static Numbering numbering(JsonNode written) {
        Numbering usual = Numbering.USUAL;
        return new Numbering(
                written.path("chapter").asString(usual.chapter()),
                written.path("section").asString(usual.section()),
                written.path("item").asString(usual.item()),
                written.path("box").asString(usual.box()));
    }

    private List<Baseline> baselines() {
        List<Baseline> baselines = new ArrayList<>();
        for (JsonNode b : node.path("baselines")) {
            JsonNode value = b.path("value");
            baselines.add(new Baseline(
                    b.path("indicator").asString(""),
                    b.path("place").asString(""),
                    b.path("year").asInt(0),
                    value.isNumber() ? new BigDecimal(value.asString()) : BigDecimal.ZERO,
                    b.path("clause").asString("")));
        }
        return List.copyOf(baselines);
    }

    private List<Plan.ClauseEntry> clauses() {
        List<Plan.ClauseEntry> clauses = new ArrayList<>();
        for (JsonNode c : node.path("clauses")) {
            clauses.add(new Plan.ClauseEntry(
                    c.path("path").asString(""),
                    c.path("heading").asString(""),
                    c.path("fingerprint").asString(""),
                    c.path("cover").asString(""),
                    c.path("why").asString("")));
        }
        return List.copyOf(clauses);
    }

    private List<Plan.Sentence> sentences() {
        List<Plan.Sentence> sentences = new ArrayList<>();
        for (JsonNode c : node.path("sentences")) {
            sentences.add(new Plan.Sentence(
                    c.path("path").asString(""),
                    c.path("anchor").asString(""),
                    c.path("cover").asString(""),
                    c.path("why").asString("")));
        }
        return List.copyOf(sentences);
    }

    private List<Plan.Tension> tensions() {
        List<Plan.Tension> tensions = new ArrayList<>();
        for (JsonNode c : node.path("relations")) {
            tensions.add(new Plan.Tension(
                    RuleBookReader.strings(c.path("one")),
                    RuleBookReader.strings(c.path("other")),
                    new Label(c.path("note").asString(""), c.path("en").asString("")),
                    c.path("ruling").asString("")));
        }
        return List.copyOf(tensions);
    }
}
