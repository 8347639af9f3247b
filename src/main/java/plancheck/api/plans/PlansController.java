package plancheck.api.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.UriComponentsBuilder;
import plancheck.api.frame.ApiErrors;
import plancheck.api.frame.ApiProblem;
import plancheck.api.frame.Cursor;
import plancheck.api.frame.KnownValues;
import plancheck.api.frame.Page;
import plancheck.api.frame.PageParameters;
import plancheck.facts.Force;
import plancheck.facts.Message;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;

/** The rule book for everybody; it stays the same as long as its digest does. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "rulebook", description = "规划、规定和规则库，不需要令牌")
@SecurityRequirements
class PlansController {
    private final RuleBook book;
    private final Map<String, Integer> places = new HashMap<>();

    PlansController(RuleBook book) {
        this.book = book;
        book.provisions().forEach(provision -> places.put(provision.id(), places.size()));
    }

    @GetMapping("/rulebook")
    @Operation(operationId = "getRuleBook", summary = "Version, digest and size of the rule book")
    ResponseEntity<PlanBody.RuleBookBody> ruleBook(@Parameter(hidden = true) ServletWebRequest request) {
        return cached(request, () -> {
            Map<String, Long> force = new LinkedHashMap<>();
            for (Force each : Force.values()) {
                force.put(
                        each.id(),
                        book.provisions().stream()
                                .filter(p -> p.force() == each)
                                .count());
            }
            return new PlanBody.RuleBookBody(
                    book.version(),
                    book.digest(),
                    book.plans().size(),
                    book.plans().values().stream()
                            .mapToInt(plan -> plan.clauses().size())
                            .sum(),
                    book.provisions().size(),
                    book.indicators().size(),
                    book.rulings().size(),
                    force);
        });
    }

    @GetMapping("/plans")
    @Operation(operationId = "listPlans", summary = "The plans")
    ResponseEntity<Page<PlanBody>> plans(@Parameter(hidden = true) ServletWebRequest request) {
        return cached(
                request,
                () -> Page.whole(book.plans().values().stream().map(this::body).toList()));
    }

    @GetMapping("/plans/{id}")
    @Operation(operationId = "getPlan", summary = "A plan")
    ResponseEntity<PlanBody> plan(@PathVariable String id, @Parameter(hidden = true) ServletWebRequest request) {
        Plan plan = find(id);
        return cached(request, () -> body(plan));
    }

    private Plan find(String id) {
        return Optional.ofNullable(book.plans().get(id))
                .orElseThrow(() -> ApiProblem.none(Message.of("api.no-such-plan", id)));
    }

    private PlanBody body(Plan plan) {
        return PlanBody.of(
                plan,
                book.provisions().stream()
                        .filter(provision -> provision.plan().equals(plan.id()))
                        .count());
    }

    @GetMapping("/plans/{id}/clauses")
    @Operation(
            operationId = "listClauses",
            summary = "The clauses of a plan in their order, each with the provisions that rest on it")
    ResponseEntity<Page<PlanBody.ClauseBody>> clauses(
            @PathVariable String id, @Parameter(hidden = true) ServletWebRequest request) {
        Plan plan = find(id);
        return cached(
                request,
                () -> Page.whole(plan.clauses().stream()
                        .map(entry -> clause(plan, entry))
                        .toList()));
    }

    private PlanBody.ClauseBody clause(Plan plan, Plan.ClauseEntry entry) {
        List<String> provisions = book.provisions().stream()
                .filter(provision -> provision.citations().stream()
                        .anyMatch(citation -> citation.plan().equals(plan.id())
                                && citation.clause().equals(entry.path())))
                .map(Provision::id)
                .toList();
        return new PlanBody.ClauseBody(entry.path(), entry.heading(), entry.cover(), entry.why(), provisions);
    }

    @GetMapping("/provisions")
    @Operation(operationId = "listProvisions", summary = "The provisions that are wanted, in the order of the plans")
    ResponseEntity<Page<PlanBody.ProvisionLine>> provisions(
            @Parameter(description = "Id of a plan", example = "pingliang") @RequestParam(required = false) @Nullable
                    String plan,
            @Parameter(schema = @Schema(implementation = Force.class)) @RequestParam(required = false) @Nullable
                    String force,
            @Parameter(description = "Words of the id, the title or the path of the clause")
                    @RequestParam(defaultValue = "")
                    String q,
            @ParameterObject PageParameters part,
            @Parameter(hidden = true) ServletWebRequest request) {
        KnownValues.of(book.plans().keySet()).check("plan", plan == null ? List.of() : List.of(plan));
        KnownValues.of(Force.class).check("force", force == null ? List.of() : List.of(force));
        int after = place(part.checked().cursor());
        String path = UriComponentsBuilder.fromPath("/api/v1/provisions")
                .queryParam("q", "{q}")
                .queryParamIfPresent("plan", Optional.ofNullable(plan))
                .queryParamIfPresent("force", Optional.ofNullable(force))
                .encode()
                .buildAndExpand(q)
                .toUriString();
        return cached(
                request,
                () -> part.cut(
                                book.provisions().stream()
                                        .filter(p -> plan == null || p.plan().equals(plan))
                                        .filter(p ->
                                                force == null || p.force().id().equals(force))
                                        .filter(p -> holds(p, q))
                                        .toList(),
                                p -> places.getOrDefault(p.id(), 0) <= after,
                                p -> Cursor.written(p.id()),
                                path)
                        .map(PlanBody.ProvisionLine::of));
    }

    /**
     * @param cursor null for the beginning
     * @throws ApiProblem 400 when it is of a provision that there is not, perhaps any more
     */
    private int place(@Nullable String cursor) {
        int place = cursor == null ? -1 : places.getOrDefault(Cursor.words(cursor), -1);
        if (cursor != null && place < 0) {
            throw Cursor.unknown();
        }
        return place;
    }

    /** Whether all the words stand somewhere in it. */
    private static boolean holds(Provision provision, String words) {
        String text = String.join(
                        "\n", provision.id(), provision.title(), provision.titleEn(), PlanBody.clause(provision))
                .toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(text::contains);
    }

    @GetMapping("/provisions/{id}")
    @Operation(operationId = "getProvision", summary = "A provision in full, with its rule")
    ResponseEntity<PlanBody.ProvisionBody> provision(
            @PathVariable String id, @Parameter(hidden = true) ServletWebRequest request) {
        Provision provision =
                book.provision(id).orElseThrow(() -> ApiProblem.none(Message.of("api.no-such-provision", id)));
        return cached(request, () -> PlanBody.ProvisionBody.of(provision, book.rulings()));
    }

    /** One for each language, as a cache keeps an answer for each. */
    private <T> ResponseEntity<T> cached(ServletWebRequest request, Supplier<T> body) {
        String language = ApiErrors.language(request.getRequest()).name().toLowerCase(Locale.ROOT);
        String tag = "W/\"" + book.digest() + "-" + language + "\"";
        CacheControl control = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
        return request.checkNotModified(tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .cacheControl(control)
                        .eTag(tag)
                        .build()
                : ResponseEntity.ok().cacheControl(control).eTag(tag).body(body.get());
    }
}
