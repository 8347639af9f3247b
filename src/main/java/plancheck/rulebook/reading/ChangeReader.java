package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Change;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;
import tools.jackson.databind.JsonNode;

/** Reads the {@code changes.yaml} of the chapters, and whether what they name is there, or is not. */
final class ChangeReader {
    private final List<RuleBookProblem> problems;

    ChangeReader(List<RuleBookProblem> problems) {
        this.problems = problems;
    }

    /** @param files path to the changes written there */
    List<Change> read(JsonNode files) {
        List<Change> changes = new ArrayList<>();
        files.properties().forEach(file -> file.getValue().forEach(entry -> changes.add(change(entry))));
        return List.copyOf(changes);
    }

    private static Change change(JsonNode entry) {
        return new Change(
                entry.path("version").asString(""),
                entry.path("id").asString(""),
                entry.path("repealed").asBoolean(false)
                        ? Change.Kind.REPEALED
                        : entry.path("added").asBoolean(false) ? Change.Kind.ADDED : Change.Kind.CHANGED,
                new Label(entry.path("what").asString(""), entry.path("en").asString("")),
                entry.path("ruling").asString(""),
                RuleBookReader.strings(entry.path("now")));
    }

    /** What is repealed is there no more, anything else is; and no id is used again. */
    void check(RuleBook book, JsonNode files) {
        Set<String> ids = book.provisions().stream().map(Provision::id).collect(Collectors.toSet());
        files.properties()
                .forEach(file -> file.getValue().forEach(entry -> {
                    Change change = change(entry);
                    boolean isRepealed = change.kind() == Change.Kind.REPEALED;
                    if (isRepealed == ids.contains(change.provision())) {
                        problem(
                                file.getKey(),
                                isRepealed
                                        ? Message.of("rulebook.repealed-and-there", change.provision())
                                        : Message.of("rulebook.changed-and-not-there", change.provision()));
                    }
                    change.now().stream()
                            .filter(now -> !ids.contains(now))
                            .forEach(now -> problem(file.getKey(), Message.of("rulebook.changed-and-not-there", now)));
                    if (!change.ruling().isEmpty() && !book.rulings().containsKey(change.ruling())) {
                        problem(file.getKey(), Message.of("rulebook.no-such-ruling", change.ruling()));
                    }
                }));
    }

    private void problem(String file, Message message) {
        problems.add(new RuleBookProblem(file, 0, message, Message.of("rulebook.put-id-right")));
    }
}
