package plancheck.report.writing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Citation;
import plancheck.facts.Relation;
import plancheck.facts.Term;
import plancheck.report.Finding;
import plancheck.report.Missing;
import plancheck.report.Progress;

/**
 * A finding as programs read it: in one row and in one language, terms by their id. What is null is null in the JSON too,
 * except what says that it is left out.
 *
 * @param measured a number, true or false, a term's id, or null; {@code required} likewise
 * @param due an ISO date
 * @param because all steps, none shortened
 */
public record PublishedFinding(
        String provision,
        String title,
        String subject,
        String outcome,
        @JsonInclude @Nullable Object measured,
        @JsonInclude @Nullable Object required,
        @JsonInclude @Nullable String op,
        String unit,
        @JsonInclude @Nullable BigDecimal margin,
        @JsonInclude @Nullable String due,
        String force,
        @JsonInclude @Nullable String basis,
        boolean assumed,
        List<CitationText> citations,
        List<String> rulings,
        List<RelationText> relations,
        List<MissingText> missing,
        List<String> left,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Progress progress,
        String question,
        String remedy,
        List<String> because) {

    /** @param text of the clause; left out when it is not to be shown */
    public record CitationText(
            String plan,
            String document,
            String number,
            String clause,
            String anchor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text) {}

    public record RelationText(String kind, String provision, String title, String note, String ruling) {}

    public record MissingText(String figure, String label, String hint, List<String> items) {}

    /** Puts findings into the words of a language. */
    record Maker(Wording wording, Wording inFull, Function<Citation, Optional<String>> clauses) {
        Maker(Wording wording, Function<Citation, Optional<String>> clauses) {
            this(wording, wording.inFull(), clauses);
        }

        List<PublishedFinding> of(List<Finding> findings) {
            return new Each<>(findings, this::of);
        }

        private PublishedFinding of(Finding finding) {
            return new PublishedFinding(
                    finding.provision(),
                    wording.say(finding.title()),
                    wording.say(finding.subject()),
                    finding.outcome().id(),
                    value(finding.measured()),
                    value(finding.required()),
                    id(finding.line().op()),
                    finding.unit(),
                    number(finding.margin()),
                    finding.due() == null ? null : finding.due().toString(),
                    finding.force().id(),
                    id(finding.basis()),
                    finding.assumed(),
                    new Each<>(finding.citations(), this::of),
                    finding.rulings(),
                    new Each<>(finding.relations(), this::of),
                    new Each<>(finding.missing(), this::of),
                    wording.left(finding),
                    of(finding.progress()),
                    wording.say(finding.question()),
                    wording.remedy(finding),
                    new Each<>(finding.because(), inFull::say));
        }

        private CitationText of(Citation citation) {
            return new CitationText(
                    citation.plan(),
                    wording.say(citation.document()),
                    citation.number(),
                    citation.clause(),
                    citation.anchor(),
                    clauses.apply(citation).orElse(null));
        }

        private RelationText of(Relation relation) {
            return new RelationText(
                    relation.kind().id(),
                    relation.other(),
                    wording.say(relation.otherTitle()),
                    wording.say(relation.note()),
                    relation.ruling());
        }

        private MissingText of(Missing missing) {
            return new MissingText(
                    missing.figure(), wording.say(missing.label()), wording.say(missing.hint()), missing.items());
        }

        private static @Nullable Progress of(@Nullable Progress progress) {
            return progress == null
                    ? null
                    : new Progress(
                            Json.shown(progress.baseline()),
                            progress.baselineYear(),
                            Json.shown(progress.expected()),
                            progress.behind());
        }

        private static @Nullable BigDecimal number(@Nullable BigDecimal number) {
            return number == null ? null : Json.shown(number);
        }

        private static @Nullable Object value(@Nullable Object value) {
            return value instanceof BigDecimal number
                    ? Json.shown(number)
                    : value instanceof Term term ? term.id() : value;
        }

        private static @Nullable String id(@Nullable Term term) {
            return term == null ? null : term.id();
        }
    }
}
