package plancheck.cases;

import plancheck.facts.Label;
import plancheck.facts.Term;
import tools.jackson.databind.JsonNode;

/**
 * One case: given this much of a dossier, this must be found for the provision.
 *
 * @param file path below the cases' directory
 * @param given a dossier without its head
 * @param expect what must be so in the finding
 */
public record TestCase(String file, String provision, String name, JsonNode given, JsonNode expect) {

    /** What a case proves, for the coverage of a provision. */
    public enum CaseKind implements Term {
        ON_THE_LINE("恰在线上", "on the line"),
        ABOVE("高出一步", "one step above"),
        SHORT("差一步", "one step short"),
        MISSING("缺数据", "data missing"),
        NOT_BOUND("不受约束", "not bound"),
        BEFORE_DUE("未到期", "before it is due");

        private final Label words;

        CaseKind(String zh, String en) {
            this.words = new Label(zh, en);
        }

        @Override
        public Label inWords() {
            return words;
        }
    }

    /** Whether the case proves this much, judged by what it expects. */
    public boolean proves(CaseKind kind) {
        String outcome = expect.path("outcome").asString("");
        return switch (kind) {
            case ON_THE_LINE -> expect.has("margin") ? expect.path("margin").asDouble() == 0 : outcome.equals("pass");
            case ABOVE ->
                outcome.equals("pass")
                        && (!expect.has("margin") || expect.path("margin").asDouble() > 0);
            case SHORT -> outcome.equals("fail");
            case MISSING -> outcome.equals("insufficient-data");
            case NOT_BOUND -> outcome.equals("not-applicable");
            case BEFORE_DUE -> outcome.equals("not-due");
        };
    }
}
