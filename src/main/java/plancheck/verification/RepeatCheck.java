package plancheck.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plancheck.facts.Message;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Plan;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;

/** Whether what the register calls a repetition stands, in some words at least, in the rules it points to. */
final class RepeatCheck {
    private static final Pattern PROVISION = Pattern.compile("[A-Z]{2,}-\\d[0-9A-Za-z.-]*");
    private static final int SHARED = 2;

    private final RuleBook book;
    private final Map<String, PlanText> texts;

    RepeatCheck(RuleBook book, Map<String, PlanText> texts) {
        this.book = book;
        this.texts = texts;
    }

    /** @param kept filled with the paths of which an exception says why */
    List<RuleBookProblem> problems(Set<String> kept) {
        List<RuleBookProblem> problems = new ArrayList<>();
        for (Plan plan : book.plans().values()) {
            plan.sentences().stream()
                    .filter(sentence -> sentence.cover().equals("repeat"))
                    .forEach(sentence ->
                            check(plan, sentence.path(), whole(plan, sentence), sentence.why(), kept, problems));
            PlanText text = texts.get(plan.id());
            plan.clauses().stream()
                    .filter(entry -> entry.cover().equals("repeat") && text != null)
                    .forEach(entry -> check(
                            plan,
                            entry.path(),
                            text.clause(entry.path()).map(Clause::text).orElse(""),
                            entry.why(),
                            kept,
                            problems));
        }
        return problems;
    }

    /** The sentence that its first words begin. */
    private String whole(Plan plan, Plan.Sentence sentence) {
        return Optional.ofNullable(texts.get(plan.id()))
                .flatMap(text -> text.clause(sentence.path()))
                .flatMap(clause -> clause.mark(sentence.anchor())
                        .map(span -> clause.text().substring(span.start()).split("[。\\n]", 2)[0]))
                .orElse(sentence.anchor());
    }

    private void check(
            Plan plan, String path, String words, String why, Set<String> kept, List<RuleBookProblem> problems) {
        String there = PROVISION
                .matcher(why)
                .results()
                .flatMap(match -> book.provision(match.group()).stream())
                .map(provision -> provision.title()
                        + provision.citations().stream()
                                .map(citation -> citation.anchor())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        if (!there.isEmpty() && Words.common(words, there) < SHARED) {
            String name = plan.id() + " " + path;
            if (book.exemptions().stream().anyMatch(e -> e.speaksOf(Kind.FALSE_REPEAT.id(), "", name))) {
                kept.add(name);
            } else {
                problems.add(new RuleBookProblem(
                        plan.id() + "/plan.yaml",
                        0,
                        Message.of("verification.kind-false-repeat", path + "“" + words + "”"),
                        Message.of("verification.do-false-repeat")));
            }
        }
    }
}
