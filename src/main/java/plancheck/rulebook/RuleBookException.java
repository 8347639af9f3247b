package plancheck.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** The rule book cannot be used; carries every problem found, not only the first. */
public final class RuleBookException extends RuntimeException {
    private final transient List<RuleBookProblem> problems;

    public RuleBookException(List<RuleBookProblem> problems) {
        super(problems.stream().map(problem -> "\n" + problem).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    public List<RuleBookProblem> problems() {
        return problems;
    }
}
