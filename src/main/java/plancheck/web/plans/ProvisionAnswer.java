package plancheck.web.plans;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.rulebook.Condition;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.ItemKind;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.Scope;

/**
 * How a dossier answers a provision.
 *
 * @param key of the message that explains it
 * @param yaml as it is written in a dossier; empty when there is nothing to write
 * @param conditions the indicators that decide whether it binds
 * @param parts the indicators it is worked out from, when it is
 */
record ProvisionAnswer(String key, String yaml, List<Indicator> conditions, List<Indicator> parts) {

    static ProvisionAnswer of(RuleBook book, Provision provision) {
        List<Indicator> conditions = provision.scope().conditions().stream()
                .filter(Condition::figure)
                .flatMap(condition -> indicator(book, condition.attribute()).stream())
                .distinct()
                .toList();
        Indicator measured = provision.indicator();
        Indicator.Derivation worked = measured == null ? null : measured.workedOut();
        List<Indicator> parts = worked == null
                ? List.of()
                : List.of(worked.first(), worked.second()).stream()
                        .flatMap(id -> indicator(book, id).stream())
                        .toList();
        String key = key(provision);
        return new ProvisionAnswer(key, yaml(book, provision, key, conditions), conditions, parts);
    }

    private static Optional<Indicator> indicator(RuleBook book, String id) {
        return Optional.ofNullable(book.indicators().get(id));
    }

    private static String key(Provision provision) {
        Indicator measured = provision.indicator();
        if (provision.criterion().given() == Criterion.Input.STAGE) {
            return "stage";
        }
        if (measured == null) {
            return "review";
        }
        if (provision.isList()) {
            return "list";
        }
        return measured.type() == Indicator.Type.DECLARATION
                ? "declaration"
                : provision.scope().of() == Scope.Sort.PROJECT ? "project" : "figure";
    }

    private static String yaml(RuleBook book, Provision provision, String key, List<Indicator> conditions) {
        Indicator measured = provision.indicator();
        return switch (key) {
            case "stage" -> "named-projects:\n  " + provision.stageId() + ": { stage: …, evidence: [ … ] }";
            case "list" -> list(book, provision, conditions);
            case "declaration" -> "declarations:\n  " + declaration(provision.measuredIndicator());
            case "project" ->
                measured == null ? "" : "project:\n  " + works(measured) + ":\n    " + measured.id() + ": …";
            case "figure" -> measured == null ? "" : "figures:\n  " + figure(measured);
            default -> "";
        };
    }

    private static String declaration(Indicator duty) {
        String answer = duty.parts().isEmpty()
                ? "answer: …"
                : duty.parts().stream()
                        .map(part -> part.id() + ": …")
                        .collect(Collectors.joining(", ", "parts: { ", " }"));
        return duty.id() + ": { " + answer + ", evidence: [ … ] }";
    }

    private static String works(Indicator indicator) {
        return indicator.type() == Indicator.Type.YES_NO ? "works" : "design";
    }

    private static String list(RuleBook book, Provision provision, List<Indicator> conditions) {
        ItemKind kind = book.kinds().get(provision.scope().kind());
        Indicator measured = provision.measuredIndicator();
        String fields = Stream.concat(conditions.stream(), Stream.of(measured))
                .distinct()
                .map(field -> ", " + field.id() + ": …")
                .collect(Collectors.joining());
        return "figures:\n  " + figure(provision.totalIndicator()) + "\n" + (kind == null ? "" : kind.list())
                + ":\n  - { name: …" + fields + " }";
    }

    private static String figure(Indicator indicator) {
        String unit = indicator.unitSymbol();
        String quoted = unit.equals("%") ? "\"%\"" : unit;
        return indicator.id() + ": { value: …, " + (quoted.isEmpty() ? "" : "unit: " + quoted + ", ")
                + "year: …, source: …, evidence: [ … ] }";
    }
}
