package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Part;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;

/** Reads {@code @all} or {@code @any}: what a duty consists of, {@code water: 供水 | Water supply; …}. */
final class PartsReader {
    private static final Pattern PART =
            Pattern.compile("([a-z][a-z0-9-]*)(?:\\[([a-z][a-z0-9-]*)])?: ([^|;:]+) \\| ([^|;]+)");
    private static final int FEWEST = 2;
    private static final int MOST = 15;

    private final RuleBook book;
    private final RuleHead head;
    private final List<RuleBookProblem> problems;

    PartsReader(RuleBook book, RuleHead head, List<RuleBookProblem> problems) {
        this.book = book;
        this.head = head;
        this.problems = problems;
    }

    /**
     * The parts; none when it has none, or they cannot be read.
     *
     * @param isDuty whether it is a duty that only this provision asks about
     */
    List<Part> read(boolean isDuty) {
        String all = head.annotations().getOrDefault("all", "");
        String any = head.annotations().getOrDefault("any", "");
        if (all.isEmpty() && any.isEmpty()) {
            return List.of();
        }
        if (!isDuty || !all.isEmpty() && !any.isEmpty()) {
            problem(Message.of("rulebook.parts-of-no-duty"), Message.of("rulebook.write-parts"));
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String written : (all + any).split(";")) {
            Matcher part = PART.matcher(written.strip());
            String feature = !part.matches() || part.group(2) == null ? "" : part.group(2);
            if (!part.matches() || !ids.add(part.group(1))) {
                problem(Message.of("rulebook.part-malformed", written.strip()), Message.of("rulebook.write-parts"));
            } else if (!feature.isEmpty() && !book.features().containsKey(feature)) {
                problem(Message.of("rulebook.no-such-feature", feature), Message.of("rulebook.name-it-in-features"));
            } else {
                parts.add(new Part(
                        part.group(1),
                        new Label(part.group(3).strip(), part.group(4).strip()),
                        feature));
            }
        }
        if (parts.size() < FEWEST || parts.size() > MOST) {
            problem(Message.of("rulebook.parts-too-few-or-many", FEWEST, MOST), Message.of("rulebook.write-parts"));
        }
        return List.copyOf(parts);
    }

    private void problem(Message message, Message advice) {
        int line = head.lineOf(head.annotations().containsKey("all") ? "all" : "any");
        problems.add(new RuleBookProblem(head.file(), line, message, advice));
    }
}
