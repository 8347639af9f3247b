package plancheck.cases;

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
    public enum CaseKind {
        ON_THE_LINE("恰在线上"),
        ABOVE("高出一步"),
        SHORT("差一步"),
        MISSING("缺数据"),
        NOT_BOUND("不受约束"),
        BEFORE_DUE("未到期");

        private final String label;

        CaseKind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
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
