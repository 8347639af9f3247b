package plancheck.api.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plancheck.api.frame.Words;
import plancheck.facts.Citation;
import plancheck.facts.Force;
import plancheck.facts.Label;
import plancheck.facts.Relation;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.Ruling;

/** A plan. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Plan")
record PlanBody(
        String id,
        Words title,

        @Schema(description = "Document number, empty when the text bears none")
        String number,

        @Nullable LocalDate issued,
        int clauses,
        long provisions,
        Map<String, String> links) {

    static PlanBody of(Plan plan, long provisions) {
        String self = "/api/v1/plans/" + plan.id();
        return new PlanBody(
                plan.id(),
                Words.of(plan.name()),
                plan.number(),
                plan.issued(),
                plan.clauses().size(),
                provisions,
                Map.of(
                        "self", self,
                        "clauses", self + "/clauses",
                        "provisions", "/api/v1/provisions?plan=" + plan.id()));
    }

    /** A clause of a plan. */
    @Schema(name = "Clause")
    record ClauseBody(
            @Schema(example = "三/（二）/专栏2/2") String path,
            String heading,

            @Schema(description = "How it is covered when it has no rule: direction, baseline, repeat; else empty")
            String cover,

            @Schema(description = "Why it has no rule of its own; empty when it has")
            String why,

            @Schema(description = "Ids of the provisions that rest on it")
            List<String> provisions) {}

    /** A provision in a list. */
    @Schema(name = "ProvisionLine")
    record ProvisionLine(
            @Schema(example = "PL-6.1-3-d") String id,
            String plan,
            @Schema(description = "Path of its clause") String clause,
            Words title,

            @Schema(implementation = Force.class) String force,

            @Schema(example = "threshold") String kind,
            String link) {

        static ProvisionLine of(Provision provision) {
            return new ProvisionLine(
                    provision.id(),
                    provision.plan(),
                    PlanBody.clause(provision),
                    Words.of(provision.name()),
                    provision.force().id(),
                    provision.kind(),
                    "/api/v1/provisions/" + provision.id());
        }
    }

    static String clause(Provision provision) {
        return provision.citations().isEmpty()
                ? ""
                : provision.citations().get(0).clause();
    }

    /** A provision in full. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Provision")
    record ProvisionBody(
            String id,
            String plan,
            Words title,

            @Schema(implementation = Force.class) String force,

            String kind,
            @Schema(description = "Whom it binds") Words binds,

            @Schema(description = "What it asks, in Chinese")
            String requires,

            @Schema(description = "What is measured; absent with a stage and with a question to a person") @Nullable
            IndicatorBody indicator,

            List<ProvisionCitation> citations,
            List<RulingBody> rulings,
            List<ProvisionRelation> relations,
            @Schema(description = "Rule file below rules/") String file,
            int line,
            @Schema(description = "The rule as written") String source) {

        static ProvisionBody of(Provision provision, Map<String, Ruling> rulings) {
            Indicator indicator = provision.indicator();
            return new ProvisionBody(
                    provision.id(),
                    provision.plan(),
                    Words.of(provision.name()),
                    provision.force().id(),
                    provision.kind(),
                    Words.of(provision.scope().words()),
                    CriterionWords.of(provision),
                    indicator == null ? null : IndicatorBody.of(indicator),
                    provision.citations().stream().map(ProvisionCitation::of).toList(),
                    provision.rulings().stream()
                            .map(id -> RulingBody.of(id, rulings.get(id)))
                            .toList(),
                    provision.relations().stream().map(ProvisionRelation::of).toList(),
                    provision.file(),
                    provision.line(),
                    provision.source());
        }
    }

    /** What is measured. */
    @Schema(name = "Indicator")
    record IndicatorBody(String id, Words name, String unit, Words help) {
        static IndicatorBody of(Indicator indicator) {
            return new IndicatorBody(
                    indicator.id(), Words.of(indicator.name()), indicator.unitSymbol(), Words.of(indicator.help()));
        }
    }

    /** Where it stands. */
    @Schema(name = "ProvisionCitation")
    record ProvisionCitation(String plan, Words document, String number, String clause, String anchor) {
        static ProvisionCitation of(Citation citation) {
            return new ProvisionCitation(
                    citation.plan(),
                    Words.of(citation.document()),
                    citation.number(),
                    citation.clause(),
                    citation.anchor());
        }
    }

    /** How a vague word is read. */
    @Schema(name = "Ruling")
    record RulingBody(String id, Words text) {
        static RulingBody of(String id, @Nullable Ruling ruling) {
            return new RulingBody(id, Words.of(ruling == null ? Label.of("") : ruling.text()));
        }
    }

    /** How another provision bears on it. */
    @Schema(name = "ProvisionRelation")
    record ProvisionRelation(String kind, String provision, Words title, Words note, String ruling) {
        static ProvisionRelation of(Relation relation) {
            return new ProvisionRelation(
                    relation.kind().id(),
                    relation.other(),
                    Words.of(relation.otherTitle()),
                    Words.of(relation.note()),
                    relation.ruling());
        }
    }

    /** The rule book. */
    @Schema(name = "RuleBook")
    record RuleBookBody(
            String version,
            @Schema(description = "SHA-256 over its files") String digest,
            int plans,
            int clauses,
            int provisions,
            int indicators,
            int rulings,
            @Schema(description = "Provisions by force") Map<String, Long> force) {}
}
