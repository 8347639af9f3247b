package plancheck.verification;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import plancheck.plan.text.Numbering;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookException;
import plancheck.rulebook.RuleBookProblem;
import plancheck.rulebook.reading.ProvisionReader;
import plancheck.rulebook.reading.RuleBookReader;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;
import plancheck.rulebook.reading.RuleFile;
import plancheck.rulebook.reading.RuleHead;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Changes digits of a rule book one at a time and says which changes neither reading nor verifying notices. */
final class DigitMutations {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final String ENTRY = "  - {";
    /** Lists of which each entry has a line to itself: key and entries. */
    private static final Pattern LISTS = Pattern.compile("(?m)^([a-z-]+):\\n((?:(?:  - \\{|#).*\\n)+)");

    private final RuleBookSources sources;
    private final JsonNode parsed;
    private final RuleBook book;
    private final Map<String, PlanText> texts;

    DigitMutations(RuleBookSources sources, Map<String, PlanText> texts) {
        this.sources = sources;
        this.parsed = sources.parsed();
        this.book = RuleBooks.of(sources);
        this.texts = texts;
    }

    /** Each digit of each rule, comments aside, turned into each of the nine others. */
    List<String> unnoticedInRules() {
        return unnoticedInRules("");
    }

    /** The same of the files that begin so. */
    List<String> unnoticedInRules(String files) {
        List<String> unnoticed = new ArrayList<>();
        sources.rules().forEach((file, text) -> {
            if (!file.startsWith(files)) {
                return;
            }
            for (RuleHead head : new RuleFile(file, new ArrayList<>()).heads(text)) {
                changed(head, head.name(), name -> with(head, name, head.annotations(), head.pattern()), unnoticed);
                head.annotations()
                        .forEach((annotation, value) -> changed(
                                head,
                                value,
                                v -> with(head, head.name(), replaced(head, annotation, v), head.pattern()),
                                unnoticed));
                for (RuleHead.Constraint constraint : head.pattern().constraints()) {
                    constraint
                            .operands()
                            .forEach(operand -> changed(
                                    head,
                                    operand,
                                    o -> with(
                                            head,
                                            head.name(),
                                            head.annotations(),
                                            replaced(head, constraint, operand, o)),
                                    unnoticed));
                }
            }
        });
        return unnoticed;
    }

    private void changed(RuleHead head, String text, Function<String, RuleHead> make, List<String> unnoticed) {
        for (int at : digits(text)) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != text.charAt(at) && !isNoticed(head, make.apply(with(text, at, digit)))) {
                    unnoticed.add(head.name() + ": " + with(text, at, digit));
                }
            }
        }
    }

    private static RuleHead with(
            RuleHead head, String name, Map<String, String> annotations, RuleHead.Pattern pattern) {
        return new RuleHead(head.file(), head.line(), name, annotations, head.lines(), pattern, head.source());
    }

    private static Map<String, String> replaced(RuleHead head, String annotation, String value) {
        Map<String, String> annotations = new LinkedHashMap<>(head.annotations());
        annotations.put(annotation, value);
        return annotations;
    }

    private static RuleHead.Pattern replaced(RuleHead head, RuleHead.Constraint of, String old, String operand) {
        List<String> operands =
                of.operands().stream().map(o -> o.equals(old) ? operand : o).toList();
        RuleHead.Constraint changed =
                new RuleHead.Constraint(of.attribute(), of.indicator(), of.operator(), operands, of.line());
        RuleHead.Pattern pattern = head.pattern();
        return new RuleHead.Pattern(
                pattern.type(),
                pattern.constraints().stream()
                        .map(c -> c.equals(of) ? changed : c)
                        .toList(),
                pattern.line());
    }

    /** Every so many digits of a plan's register, titles and baselines, each turned into one other. */
    List<String> unnoticedInPlan(String plan, int every) {
        return unnoticedInPlan(plan, every, NOTHING);
    }

    /** The same but for parts of its file. */
    List<String> unnoticedInPlan(String plan, int every, Pattern butFor) {
        List<String> unnoticed = new ArrayList<>();
        String file = plan + "/plan.yaml";
        String text = sources.files().getOrDefault(file, "");
        JsonNode whole = YAML.readTree(text);
        if (isNoticed(plan, whole)) {
            throw new IllegalStateException(
                    file + " has problems as it is, and no change would be noticed beside them");
        }
        List<Integer> digits = digits(text);
        butFor.matcher(text).results().forEach(left -> digits.removeIf(at -> left.start() <= at && at < left.end()));
        for (int i = 0; i < digits.size(); i += every) {
            int at = digits.get(i);
            if (i % 50 == 0 && !parsed(whole, text, text, at).equals(whole)) {
                throw new IllegalStateException("what is not changed is read otherwise, and would pass for noticed");
            }
            String changed = with(text, at, (char) ('0' + (text.charAt(at) - '0' + 1) % 10));
            if (!isNoticed(plan, parsed(whole, text, changed, at))) {
                unnoticed.add(file + ":" + text.substring(0, at).split("\n", -1).length + " digit at " + at);
            }
        }
        return unnoticed;
    }

    /**
     * The plan alone is read anew; the rules, which do not change, are left out of the reading, and with them all that speaks of
     * rules: else that they are not there would pass for the change being noticed.
     */
    private boolean isNoticed(String plan, JsonNode written) {
        if (!isNumbered(written)) {
            return true;
        }
        ObjectNode plans = JsonNodeFactory.instance.objectNode();
        parsed.path("plans").properties().forEach(other -> plans.set(other.getKey(), withoutRules(other.getValue())));
        plans.set(plan, withoutRules(written));
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.setAll((ObjectNode) parsed).set("plans", plans);
        tree.remove(List.of("changes", "exceptions", "works"));
        tree.putArray("heads");
        try {
            Plan changed = new RuleBookReader(tree).read().plans().get(plan);
            return changed == null || !new PlanVerification(book, changed, texts).holds();
        } catch (RuleBookException | DateTimeException e) {
            return true;
        }
    }

    /** The plan with one character changed; an entry that has a line to itself is all that is parsed anew. */
    private static JsonNode parsed(JsonNode whole, String text, String changed, int at) {
        int start = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        Optional<MatchResult> list = LISTS.matcher(text)
                .results()
                .filter(each -> each.start(2) <= at && at < each.end(2))
                .findFirst();
        String line = changed.substring(start, end < 0 ? changed.length() : end);
        if (list.isEmpty() || !line.startsWith(ENTRY)) {
            return YAML.readTree(changed);
        }
        String key = list.get().group(1);
        int index = (int) text.substring(list.get().start(2), start)
                .lines()
                .filter(before -> before.startsWith(ENTRY))
                .count();
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        entries.addAll((ArrayNode) whole.path(key)).set(index, YAML.readTree(line.substring(ENTRY.length() - 1)));
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.setAll((ObjectNode) whole).set(key, entries);
        return plan;
    }

    /** As the shape of its file asks before it is read any further. */
    private static boolean isNumbered(JsonNode plan) {
        return plan.path("numbering").valueStream().allMatch(first -> Numbering.isFirst(first.asString()));
    }

    private static JsonNode withoutRules(JsonNode plan) {
        ObjectNode without = JsonNodeFactory.instance.objectNode();
        without.setAll((ObjectNode) plan).remove("relations");
        return without;
    }

    /** One changed rule against the rest of the book, which is much quicker than reading all of it anew. */
    private boolean isNoticed(RuleHead old, RuleHead changed) {
        List<RuleBookProblem> problems = new ArrayList<>();
        Optional<Provision> read = new ProvisionReader(book, changed, problems).read();
        String id = changed.name().split(" ")[0];
        boolean taken = !old.name().startsWith(id + " ") && book.provision(id).isPresent();
        return taken
                || !problems.isEmpty()
                || read.isPresent() && !new ProvisionVerification(book, read.get(), texts).holds();
    }

    private static List<Integer> digits(String text) {
        List<Integer> digits = new ArrayList<>();
        int comment = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean starts = c == '#' && (i == 0 || text.charAt(i - 1) == '\n') || text.startsWith("//", i);
            comment = c == '\n' ? -1 : starts && comment < 0 ? i : comment;
            if (comment < 0 && c >= '0' && c <= '9') {
                digits.add(i);
            }
        }
        return digits;
    }

    private static String with(String text, int at, char digit) {
        return text.substring(0, at) + digit + text.substring(at + 1);
    }
}
