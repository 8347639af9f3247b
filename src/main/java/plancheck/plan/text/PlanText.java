package plancheck.plan.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The text of a plan, split into clauses that together hold every word of it. */
public final class PlanText {
    private final List<Clause> clauses;
    private final Map<String, Clause> byPath = new LinkedHashMap<>();
    /** By path, as each is found: every provision of a clause asks for the same. */
    private final Map<String, List<Clause>> governing = new ConcurrentHashMap<>();

    /**
     * @param clauses in the order of the document; the text before the first chapter is {@code 文首}, lines after the
     *     last one (抄送 …) are {@code 文尾}
     */
    public PlanText(List<Clause> clauses) {
        this.clauses = List.copyOf(clauses);
        this.clauses.forEach(clause -> byPath.putIfAbsent(clause.path(), clause));
    }

    /** In the order of the document. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** Splits any text that is numbered so; one without chapters becomes a single clause {@code 文首}. */
    public static PlanText parse(String raw, Numbering numbering) {
        return new PlanText(new PlanParser(raw, numbering).clauses());
    }

    /**
     * Reads a file as the text of a plan.
     *
     * @throws PlanTextException when it cannot be read, or is no text
     */
    public static PlanText read(Path file, Numbering numbering) {
        return parse(PlanFile.read(file), numbering);
    }

    /** The clause with this path, empty when the text has none. */
    public Optional<Clause> clause(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * The clauses whose words hold for this one too, nearest first: those above it, and for an
     * unnumbered paragraph the announcing one (“…：”) before it.
     */
    public List<Clause> governing(Clause clause) {
        return governing.computeIfAbsent(clause.path(), path -> findGoverning(clause));
    }

    private List<Clause> findGoverning(Clause clause) {
        List<Clause> governing = new ArrayList<>();
        announcing(clause).ifPresent(governing::add);
        for (String path = clause.parent();
                !path.isEmpty();
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            clause(path).ifPresent(governing::add);
        }
        return List.copyOf(governing);
    }

    private Optional<Clause> announcing(Clause clause) {
        return clauses.stream()
                .takeWhile(other -> !other.equals(clause))
                .filter(other ->
                        other.parent().equals(clause.parent()) && other.text().endsWith("："))
                .reduce((a, b) -> b);
    }
}
