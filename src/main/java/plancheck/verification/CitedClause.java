package plancheck.verification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/**
 * A citation together with the text it points into.
 *
 * @param base the last year before those of the plan that is cited
 * @param anchor where the anchor words stand in the clause's text
 */
record CitedClause(Citation citation, PlanText text, int base, Clause clause, Clause.Span anchor) {
    /** A year as a date; "built before the end of 2005" is no due date. */
    private static final Pattern DUE_YEAR = Pattern.compile("(?<!\\d)(\\d{4})年(?!底?[以之]?前|度)");

    /** Empty when the clause does not exist or does not hold the anchor. */
    static Optional<CitedClause> of(Citation citation, PlanText text, int base) {
        return text.clause(citation.clause())
                .flatMap(clause -> clause.mark(citation.anchor())
                        .map(span -> new CitedClause(citation, text, base, clause, span)));
    }

    /** Those of a provision, as far as the texts have them. */
    static List<CitedClause> of(RuleBook book, Provision provision, Map<String, PlanText> texts) {
        return provision.citations().stream()
                .filter(citation -> texts.containsKey(citation.plan()))
                .flatMap(citation -> of(
                        citation,
                        Objects.requireNonNull(texts.get(citation.plan())),
                        Optional.ofNullable(book.plans().get(citation.plan()))
                                .map(plan -> plan.period().base())
                                .orElse(0))
                        .stream())
                .toList();
    }

    /** The anchor as the clause has it. */
    String anchored() {
        return clause.text().substring(anchor.start(), anchor.end());
    }

    /** The anchor with what stands before it in the same part of its sentence, since the last comma or stop. */
    String governing() {
        String before = clause.text().substring(sentenceStart(anchor.start()), anchor.start());
        int part = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；')) + 1;
        return before.substring(part) + anchored();
    }

    /** The whole sentence, or sentences, that the anchor is taken from. */
    String sentence() {
        String whole = clause.text();
        int end = Math.max(anchor.end() - 1, anchor.start());
        while (end < whole.length() - 1 && whole.charAt(end) != '。') {
            end++;
        }
        return whole.substring(sentenceStart(anchor.start()), end + 1);
    }

    /** Everything that may rest on a word: the sentence, the clause's heading, and those above it with what they announce. */
    String words() {
        String above = text.governing(clause).stream()
                .map(c -> c.heading().isEmpty() ? c.text() : years(lead(c)).isEmpty() ? c.heading() : lead(c))
                .collect(Collectors.joining("\n"));
        return String.join("\n", clause.path(), sentence(), clause.heading(), above);
    }

    List<Numbers.PlacedNumber> numbers() {
        return Numbers.in(anchored());
    }

    /**
     * The years the text itself names for the value: the last one before it in its sentence, or else
     * those of the nearest clause above that names any.
     *
     * @param value a figure in the anchor; null when the anchor as a whole is due
     */
    Set<Integer> dueYears(@Nullable BigDecimal value) {
        Set<Integer> inSentence = new TreeSet<>();
        if (value == null) {
            last(clause.text().substring(sentenceStart(anchor.start()), anchor.end()))
                    .ifPresent(inSentence::add);
        } else {
            for (Numbers.PlacedNumber number : numbers()) {
                int at = anchor.start() + number.at();
                if (number.value().compareTo(value) == 0) {
                    last(clause.text().substring(sentenceStart(at), at)).ifPresent(inSentence::add);
                }
            }
        }
        return inSentence.isEmpty() ? yearsAbove() : inSentence;
    }

    private Set<Integer> yearsAbove() {
        for (Clause above : text.governing(clause)) {
            Set<Integer> years = years(lead(above));
            if (!years.isEmpty()) {
                return years;
            }
        }
        return Set.of();
    }

    /** What a clause says for all those below it: its heading and the first sentence after it; no later one. */
    private static String lead(Clause above) {
        String whole = above.text();
        int from = above.mark(above.heading()).map(Clause.Span::end).orElse(0) + 1;
        int end = whole.indexOf('。', from);
        return end < 0 ? whole : whole.substring(0, end);
    }

    private int sentenceStart(int at) {
        return Math.max(clause.text().lastIndexOf('。', at - 1), clause.text().lastIndexOf('\n', at - 1)) + 1;
    }

    private Optional<Integer> last(String words) {
        return yearsIn(words).reduce((earlier, later) -> later);
    }

    private Set<Integer> years(String words) {
        return yearsIn(words).collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the order of the words, those of the plan's own time. */
    private Stream<Integer> yearsIn(String words) {
        return DUE_YEAR.matcher(words)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .filter(year -> year > base);
    }
}
