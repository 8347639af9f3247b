package plancheck.api.works;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.Cursor;
import plancheck.api.frame.KnownValues;
import plancheck.api.frame.Page;
import plancheck.api.frame.PageParameters;
import plancheck.facts.Message;
import plancheck.match.PlannedPlaces;
import plancheck.match.ProjectDescription;
import plancheck.match.WorkMatcher;
import plancheck.platform.ProjectProposal;
import plancheck.platform.ProjectProposals;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;

/** The register of works for everybody, and for programs what in it a project may be. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "works", description = "规划点名和计数的工程；项目是不是其中之一")
class WorksController {
    private static final int LONGEST = 2_000;
    private static final int MOST_PLACES = 20;
    private static final int MOST_FIELDS = 200;

    /** As many as are told of each sort; what comes after is of no use to anybody. */
    private static final int MOST_MATCHES = 10;

    private final RuleBook book;
    private final PlannedPlaces at;
    private final WorkMatcher matcher;
    private final ProjectProposals proposals;
    private final Map<String, Integer> order = new HashMap<>();

    WorksController(RuleBook book) {
        this.book = book;
        this.at = new PlannedPlaces(book);
        this.matcher = new WorkMatcher(book);
        this.proposals = new ProjectProposals(book);
        book.plannedWorks().forEach(work -> order.put(work.id(), order.size()));
    }

    @GetMapping("/works")
    @SecurityRequirements
    @Operation(
            operationId = "listWorks",
            summary = "The works and kinds of works that are wanted, in the order of the plans")
    Page<WorkBody> works(
            @Parameter(description = "Code or name of a place", example = "庄浪县")
                    @RequestParam(required = false)
                    @Nullable
                    String place,
            @Parameter(description = "A sector", example = "heating") @RequestParam(required = false) @Nullable
                    String sector,
            @Parameter(description = "Words of the id or the name") @RequestParam(defaultValue = "") String q,
            @ParameterObject PageParameters part) {
        KnownValues.of(book.sectors().keySet()).check("sector", sector == null ? List.of() : List.of(sector));
        List<String> places = place == null ? List.of() : List.of(code(place));
        String cursor = part.checked().cursor();
        int after = cursor == null ? -1 : order.getOrDefault(Cursor.words(cursor), -1);
        if (cursor != null && after < 0) {
            throw Cursor.unknown();
        }
        String path = UriComponentsBuilder.fromPath("/api/v1/works")
                .queryParam("q", "{q}")
                .queryParamIfPresent("place", Optional.ofNullable(place))
                .queryParamIfPresent("sector", Optional.ofNullable(sector))
                .encode()
                .buildAndExpand(q)
                .toUriString();
        return part.cut(
                        book.plannedWorks().stream()
                                .filter(work -> places.isEmpty() || at.fit(work, places))
                                .filter(work -> sector == null || work.sector().equals(sector))
                                .filter(work -> holds(work, q))
                                .toList(),
                        work -> order.getOrDefault(work.id(), 0) <= after,
                        work -> Cursor.written(work.id()),
                        path)
                .map(work -> WorkBody.of(book, work));
    }

    private static boolean holds(PlannedWork work, String words) {
        String text = String.join(
                        "\n", work.id(), work.name().zh(), work.name().en(), String.join("\n", work.otherNames()))
                .toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(text::contains);
    }

    @GetMapping("/works/{id}")
    @SecurityRequirements
    @Operation(operationId = "getWork", summary = "A work")
    WorkBody work(@PathVariable String id) {
        return book.plannedWork(id)
                .map(work -> WorkBody.of(book, work))
                .orElseThrow(() -> ApiProblem.none(Message.of("api.no-such-work", id)));
    }

    @PostMapping(path = "/projects/match", consumes = "application/json")
    @Operation(operationId = "matchProject", summary = "Which works of the plans a project may be", description = """
                    By name, place and sector, with what speaks for each and what against it. Only what is plain may be taken
                    without a person. Nothing is kept.""")
    WorkBody.WorkMatches match(@RequestBody WorkBody.MatchRequest asked) {
        Map<String, String> registration = asked.registration();
        if (registration != null) {
            check(registration);
            ProjectProposal read = proposals.of(registration);
            return matches(read.described(), WorkBody.Registration.of(read));
        }
        String name = asked.name();
        if (name == null || name.isBlank()) {
            throw ApiProblem.bad(Message.of("api.name-of-project-needed"));
        }
        String scale = Optional.ofNullable(asked.scale()).orElse("");
        List<String> places = Optional.ofNullable(asked.places()).orElse(List.of());
        if (name.length() > LONGEST || scale.length() > LONGEST || places.size() > MOST_PLACES) {
            throw ApiProblem.bad(Message.of("api.project-too-long", LONGEST, MOST_PLACES));
        }
        String sector = Optional.ofNullable(asked.sector()).orElse("");
        KnownValues.of(book.sectors().keySet()).check("sector", sector.isEmpty() ? List.of() : List.of(sector));
        return matches(
                new ProjectDescription(name, places.stream().map(this::code).toList(), sector, scale), null);
    }

    private static void check(Map<String, String> registration) {
        boolean tooLong = registration.size() > MOST_FIELDS
                || registration.entrySet().stream()
                        .anyMatch(field -> field.getKey().length() > LONGEST
                                || String.valueOf(field.getValue()).length() > LONGEST);
        if (tooLong) {
            throw ApiProblem.bad(Message.of("api.registration-too-long", MOST_FIELDS, LONGEST));
        }
        if (registration.values().stream().anyMatch(Objects::isNull)) {
            throw ApiProblem.bad(Message.of("api.registration-without-value"));
        }
    }

    private WorkBody.WorkMatches matches(ProjectDescription project, WorkBody.@Nullable Registration read) {
        return new WorkBody.WorkMatches(
                matcher.named(project).stream()
                        .limit(MOST_MATCHES)
                        .map(match -> WorkBody.Match.of(book, match))
                        .toList(),
                matcher.ofKind(project).stream()
                        .limit(MOST_MATCHES)
                        .map(match -> WorkBody.Match.of(book, match))
                        .toList(),
                read);
    }

    private String code(@Nullable String written) {
        return Optional.ofNullable(written)
                .flatMap(book::place)
                .map(PlaceName::code)
                .orElseThrow(() -> ApiProblem.bad(Message.of("api.no-such-place", String.valueOf(written))));
    }
}
