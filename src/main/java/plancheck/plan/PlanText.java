package plancheck.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plancheck.facts.Label;

/**
 * The text of a plan, split into clauses that together hold every word of it.
 *
 * @param clauses in the order of the document; the text before the first chapter is {@code 文首}, lines after the
 *     last one (抄送 …) are {@code 文尾}
 */
public record PlanText(List<Clause> clauses) {

    public PlanText {
        clauses = List.copyOf(clauses);
    }

    /** Splits any text written like a plan; one without chapters becomes a single clause {@code 文首}. */
    public static PlanText parse(String raw) {
        return new PlanText(new PlanParser(raw).clauses());
    }

    /**
     * The id of the plan whose text this is, by the titles of its chapters.
     *
     * @throws PlanTextException when the text is empty, or that of no plan we know
     */
    public static String recognise(String raw) {
        if (raw.isBlank()) {
            throw new PlanTextException(new Label("文件是空的，没有规划原文。", "The file is empty and has no text of a plan."));
        }
        PlanText text = parse(raw);
        return Stream.of(KnownPlan.values())
                .filter(plan -> plan.isLikely(text))
                .max(Comparator.comparingLong(plan -> plan.chaptersIn(text)))
                .orElseThrow(() -> new PlanTextException(Label.filled(
                        "认不出这是哪个规划的原文：全文章节标题与%s都对不上。请确认文件完整，且是从规划正文转出的 UTF-8 文本。",
                        "This is the text of no plan that is known: its chapters have not the titles of %s. Check that the file is whole, and made as UTF-8 text from the plan itself.",
                        KnownPlan.titles())))
                .id();
    }

    /** The clause with this path, empty when the text has none. */
    public Optional<Clause> clause(String path) {
        return clauses.stream().filter(clause -> clause.path().equals(path)).findFirst();
    }

    /**
     * The clauses whose words hold for this one too (ruling R9), nearest first: those above it, and for an
     * unnumbered paragraph the announcing one (“…：”) before it.
     */
    public List<Clause> governing(Clause clause) {
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
