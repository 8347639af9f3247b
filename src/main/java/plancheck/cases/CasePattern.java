package plancheck.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import plancheck.facts.Settlement;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.rulebook.Part;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of {@code pattern-cases}: what is asked is stated in it anew, by hand, so that a slip in the rule is caught,
 * and all cases of that pattern follow.
 */
final class CasePattern {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT = "县政府办〔2023〕12号";
    private static final String OFFICE = "县发展改革局";
    private static final String PASS = "pass";
    private static final String INSUFFICIENT = "insufficient-data";
    private static final String NOT_APPLICABLE = "not-applicable";
    private static final String REVIEW = "needs-review";

    private final String file;
    private final JsonNode line;
    private final Provision provision;
    private final String unmet;
    private final boolean direction;
    private final LocalDate inForceFrom;
    private final boolean standing;
    private final LocalDate due;
    private final List<TestCase> cases = new ArrayList<>();

    CasePattern(RuleBook book, String file, JsonNode line) {
        this.file = file;
        this.line = line;
        String id = text("provision");
        this.provision = book.provision(id)
                .orElseThrow(() -> new IllegalArgumentException(file + ": " + id + " is no provision"));
        this.direction = text("pattern").equals("direction");
        this.unmet = direction ? "direction" : line.path("unmet").asString("fail");
        this.standing = text("due").equals("standing");
        this.inForceFrom = Optional.ofNullable(book.plans().get(provision.plan()))
                .map(plan -> plan.inForceFrom())
                .orElse(LocalDate.EPOCH);
        LocalDate horizon = Optional.ofNullable(book.plans().get(provision.plan()))
                .map(plan -> LocalDate.of(plan.period().horizon(), 12, 31))
                .orElse(LocalDate.EPOCH);
        this.due = standing ? horizon : LocalDate.parse(text("due"));
    }

    /** All cases of the line. */
    List<TestCase> cases() {
        if (line.has("stage")) {
            stage(text("stage"), due, "");
            if (line.has("then")) {
                String[] then = text("then").split(":");
                stage(then[1].strip(), LocalDate.parse(then[0].strip()), " at the later date");
            }
        } else if (line.has("all") || line.has("any")) {
            parts();
        } else {
            answer();
        }
        if (line.has("feature")) {
            absent();
        }
        if (line.path("menu").asBoolean(false)) {
            menu();
        }
        if (line.has("not-bound")) {
            add("elsewhere it does not bind", due, given(), NOT_APPLICABLE, line.path("not-bound"));
        }
        return List.copyOf(cases);
    }

    private void stage(String asked, LocalDate on, String when) {
        Stage stage = Term.find(Stage.class, asked).orElseThrow(() -> new IllegalArgumentException(asked));
        String less = Stage.values()[stage.ordinal() - 1].id();
        LocalDate before = on.minusDays(1);
        add("exactly at the stage on the due date is a pass" + when, on, stated(asked), PASS);
        add("one stage short on the due date" + when + " is: " + unmet, on, stated(less), unmet);
        if (when.isEmpty()) {
            add("one stage short the day before is not due", before, stated(less), direction ? unmet : "not-due");
            add("at the stage the day before is a pass", before, stated(asked), PASS);
            unproved(asked);
        } else {
            add("one stage short the day before the later date is a pass", before, stated(less), PASS);
        }
    }

    private void answer() {
        boolean kept = !text("pattern").equals("prohibition");
        add("kept, with evidence, is a pass", due, stated(kept), PASS);
        add("not kept is: " + unmet, due, stated(!kept), unmet);
        early(() -> stated(!kept));
        unproved(kept);
    }

    private void early(Supplier<ObjectNode> missed) {
        String outcome = direction ? unmet : "not-due";
        if (standing) {
            add("not kept before the plan is in force is not due", inForceFrom.minusDays(1), missed.get(), outcome);
        } else {
            add("not kept the day before is not due", due.minusDays(1), missed.get(), outcome);
        }
    }

    /** Nothing said, and said without evidence or with what is none (ruling R44). */
    private void unproved(Object kept) {
        String open = direction ? unmet : INSUFFICIENT;
        add("without an answer the data is insufficient", due, given(), open);
        ObjectNode bare = stated(kept);
        answerIn(bare).remove("evidence");
        add("kept, but without evidence, is insufficient", due, bare, open);
        ObjectNode none = stated(kept);
        answerIn(none).putArray("evidence").add("见附件");
        add("kept, with evidence that is none, is insufficient", due, none, open);
    }

    private void parts() {
        boolean any = line.has("any");
        List<String> ids = new ArrayList<>();
        line.path(any ? "any" : "all").forEach(id -> ids.add(id.asString()));
        add("all parts done, with evidence, is a pass", due, inParts(ids, id -> true), PASS);
        add("said of all parts at once, with evidence, is a pass", due, stated(true), PASS);
        add("no part done is: " + unmet, due, inParts(ids, id -> false), unmet);
        early(() -> inParts(ids, id -> false));
        for (String one : ids) {
            if (any) {
                add(one + " alone is a pass", due, inParts(ids, one::equals), PASS);
            } else {
                add("all but " + one + " is: " + unmet, due, inParts(ids, id -> !id.equals(one)), unmet);
                add(
                        "all but " + one + ", which is open, is insufficient",
                        due,
                        inParts(ids, id -> id.equals(one) ? null : true),
                        direction ? unmet : INSUFFICIENT);
            }
        }
        if (!any) {
            provision.measuredIndicator().parts().stream()
                    .filter(part -> !part.feature().isEmpty())
                    .forEach(part -> absent(part, ids));
        }
        unproved(true);
    }

    private void absent(Part part, List<String> ids) {
        ObjectNode given = inParts(ids, id -> id.equals(part.id()) ? null : true);
        given.putObject("not-here").put(part.feature(), OFFICE);
        add("all but " + part.id() + ", of which there is none here, is a pass", due, given, PASS);
    }

    /** What there is none of is asked for nowhere, once it is said who determined that (ruling R37). */
    private void absent() {
        String feature = text("feature");
        ObjectNode here = given();
        here.putObject("not-here").put(feature, OFFICE);
        add("where there is none it does not apply", due, here, NOT_APPLICABLE);
        ObjectNode nobody = given();
        nobody.putObject("not-here").putObject(feature).put("reason", "普查结果");
        add("where nobody says that there is none, it is insufficient", due, nobody, direction ? unmet : INSUFFICIENT);
        if (!text("pattern").equals("prohibition")) {
            ObjectNode both = line.has("stage") ? stated(text("stage")) : stated(true);
            both.putObject("not-here").put(feature, OFFICE);
            add("none here, and yet done, is for a person", due, both, direction ? unmet : REVIEW);
        }
    }

    /** What settles an item of a menu otherwise, with who determined it (ruling R35). */
    private void menu() {
        for (Settlement settlement : Settlement.values()) {
            ObjectNode settled = stated(settlement.id());
            answerIn(settled).put("by", OFFICE);
            add(settlement.id() + ", as somebody determined, is a pass", due, settled, PASS);
            add(
                    settlement.id() + ", as nobody determined, is insufficient",
                    due,
                    stated(settlement.id()),
                    direction ? unmet : INSUFFICIENT);
        }
    }

    private ObjectNode given() {
        return JSON.createObjectNode();
    }

    private ObjectNode stated(Object answer) {
        ObjectNode given = given();
        ObjectNode stated = answerIn(given);
        if (answer instanceof Boolean yes) {
            stated.put("answer", yes);
        } else {
            stated.put(line.has("stage") ? "stage" : "answer", answer.toString());
        }
        stated.putArray("evidence").add(DOCUMENT);
        return given;
    }

    private ObjectNode inParts(List<String> ids, Function<String, Boolean> done) {
        ObjectNode given = given();
        ObjectNode answer = answerIn(given);
        ObjectNode parts = answer.putObject("parts");
        for (String id : ids) {
            Boolean yes = done.apply(id);
            if (yes != null) {
                parts.put(id, yes);
            }
        }
        answer.putArray("evidence").add(DOCUMENT);
        return given;
    }

    /** Where the dossier answers it. */
    private ObjectNode answerIn(ObjectNode given) {
        String usual = line.has("stage")
                ? provision.id()
                : provision.particulars().sameAs().isEmpty()
                        ? provision.measuredIndicator().id()
                        : provision.id();
        String section = line.has("stage") ? "named-projects" : "declarations";
        return given.withObject("/" + section + "/" + line.path("same-as").asString(usual));
    }

    private void add(String name, LocalDate asOf, ObjectNode given, String outcome) {
        add(name, asOf, given, outcome, line.path("place"));
    }

    private void add(String name, LocalDate asOf, ObjectNode given, String outcome, JsonNode at) {
        given.set("place", at);
        given.put("as-of", asOf.toString());
        cases.add(new TestCase(
                file, provision.id(), name, given, JSON.createObjectNode().put("outcome", outcome)));
    }

    private String text(String key) {
        return line.path(key).asString("");
    }
}
