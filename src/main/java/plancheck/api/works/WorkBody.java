package plancheck.api.works;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plancheck.api.frame.Words;
import plancheck.facts.Citation;
import plancheck.facts.Term;
import plancheck.match.PlannedPlaces;
import plancheck.match.WorkMatch;
import plancheck.platform.ProjectProposal;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;

/** A work that a plan names or counts, or a kind of works that it calls for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlannedWork")
record WorkBody(
        @Schema(example = "PL-6.1-1-w2") String id,

        @Schema(description = "Whether it is a kind of works, called for without a name")
        boolean kind,

        String plan,

        @Schema(description = "Path of the clause where it stands", example = "六/（一）/1")
        String clause,

        @Schema(description = "The words of the clause that name it")
        String anchor,

        Words name,

        @Schema(description = "Names it goes by elsewhere") List<String> otherNames,

        @Schema(description = "Codes of where it lies") List<String> places,

        @Schema(example = "railway") String sector,

        @Schema(example = "new") String nature,

        @Schema(description = "What the text says of its class and size")
        Map<String, String> standard,

        @Schema(description = "How many or how much the text counts", nullable = true) @Nullable
        BigDecimal quantity,

        @Schema(description = "Unit of the quantity", nullable = true) @Nullable
        String unit,

        @Schema(description = "Provisions that ask for its stage, its count or its keeping")
        List<String> askedBy,

        @Schema(description = "Id of the whole it is part of", nullable = true) @Nullable
        String partOf) {

    static WorkBody of(RuleBook book, PlannedWork work) {
        Citation cited = book.citation(work);
        PlannedWork.Quantity quantity = work.quantity();
        return new WorkBody(
                work.id(),
                work.isKind(),
                work.plan(),
                cited.clause(),
                cited.anchor(),
                Words.of(work.name()),
                work.otherNames(),
                new PlannedPlaces(book).of(work),
                work.sector(),
                work.nature().id(),
                work.standard(),
                quantity == null ? null : quantity.value(),
                quantity == null ? null : quantity.unit(),
                work.askedBy(),
                work.partOf().isEmpty() ? null : work.partOf());
    }

    /** A project whose work is looked for. */
    @Schema(name = "MatchRequest")
    record MatchRequest(
            @Schema(description = "The project's name; needed where no registration is given", example = "新建平凉至庆阳铁路")
            @Nullable
            String name,

            @ArraySchema(
                    schema = @Schema(example = "620800"),
                    arraySchema = @Schema(description = "Codes or names of the places it lies in"))
            @Nullable
            List<String> places,

            @Schema(description = "A sector; left out it is not compared", example = "railway") @Nullable
            String sector,

            @Schema(description = "Its scale and content in words, as in the approval") @Nullable
            String scale,

            @Schema(
                    description = "The project as the national approval platform has it, instead of the rest:"
                            + " its fields under their Chinese heads, such as 项目名称, 建设地点, 建设规模及内容, 所属行业")
            @Nullable
            Map<String, String> registration) {}

    /** The works a project may be. */
    @Schema(name = "WorkMatches")
    record WorkMatches(
            @Schema(description = "Named works, the likeliest first")
            List<Match> named,

            @Schema(description = "Kinds of works that the plans call for at its place")
            List<Match> ofKind,

            @Schema(description = "What the registration says and suggests", nullable = true) @Nullable
            Registration read) {}

    /** What a registration says, and what it suggests for the dossier. Only a person may take what is suggested. */
    @Schema(name = "ProjectRegistration")
    record Registration(
            @Schema(description = "Code of the county it lies in", nullable = true) @Nullable
            String place,

            @Schema(description = "Codes of the others") List<String> alsoIn,

            @Schema(nullable = true) @Nullable String nature,

            @Schema(description = "What sector it may be, the likeliest first")
            List<Guess> sectors,

            @Schema(description = "Quantities read from the scale")
            List<Amount> amounts,

            @Schema(description = "In ten thousand yuan", nullable = true) @Nullable
            BigDecimal investment,

            @Schema(format = "date", nullable = true) @Nullable
            String start,

            @Schema(format = "date", nullable = true) @Nullable
            String completion,

            @Schema(description = "审批, 核准 or 备案, as written", nullable = true) @Nullable
            String approval,

            @Schema(description = "What is wrong with it, or was not used of it")
            List<Words> problems) {

        static Registration of(ProjectProposal proposal) {
            return new Registration(
                    proposal.place().isEmpty() ? null : proposal.place(),
                    proposal.alsoIn(),
                    Optional.ofNullable(proposal.nature()).map(Term::id).orElse(null),
                    proposal.sectors().stream()
                            .map(guess -> new Guess(guess.sector(), Words.of(guess.reasons())))
                            .toList(),
                    proposal.amounts().stream()
                            .map(read -> new Amount(
                                    read.amount().of(),
                                    read.amount().value(),
                                    read.amount().unit(),
                                    read.words()))
                            .toList(),
                    proposal.investment(),
                    Optional.ofNullable(proposal.start())
                            .map(LocalDate::toString)
                            .orElse(null),
                    Optional.ofNullable(proposal.completion())
                            .map(LocalDate::toString)
                            .orElse(null),
                    proposal.approval().isEmpty() ? null : proposal.approval(),
                    proposal.problems().stream()
                            .map(problem -> Words.of(problem.inWords()))
                            .toList());
        }
    }

    @Schema(name = "SectorGuess")
    record Guess(
            String sector,
            @Schema(description = "What it was known by") List<Words> reasons) {}

    @Schema(name = "ReadAmount")
    record Amount(
            String of,
            BigDecimal value,
            String unit,

            @Schema(description = "From which words") String words) {}

    /** One work that a project may be. */
    @Schema(name = "WorkMatch")
    record Match(
            WorkBody work,

            @Schema(description = "Out of a hundred", example = "100")
            int points,

            @Schema(
                    description =
                            "Whether the name is the work's own, nothing speaks against it and nothing else comes near;"
                                    + " anything else is for a person to confirm")
            boolean plain,

            @Schema(description = "What speaks for it") List<Words> reasons,

            @Schema(description = "What speaks against it") List<Words> doubts) {
        static Match of(RuleBook book, WorkMatch match) {
            return new Match(
                    WorkBody.of(book, match.work()),
                    match.points(),
                    match.isPlain(),
                    Words.of(match.reasons()),
                    Words.of(match.doubts()));
        }
    }
}
