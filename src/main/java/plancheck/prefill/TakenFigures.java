package plancheck.prefill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plancheck.facts.Message;
import plancheck.facts.Source;
import plancheck.facts.Unit;
import plancheck.rulebook.Indicator;

/**
 * Figures that somebody has taken, as fields of a form: of one year the value, of several a series, each with the documents as evidence
 * and the sentence as a note. What is filled in already stays.
 *
 * @param fields to be added, by name as {@code plancheck.dossier.form.DossierForm} has them
 * @param said what was not added, and why
 */
public record TakenFigures(Map<String, List<String>> fields, List<Message> said) {
    private static final String STATISTICS = "统计公报|统计年鉴|统计局";

    /** How many figures are added. */
    public long count() {
        return fields.keySet().stream()
                .filter(field -> field.endsWith("/source"))
                .count();
    }

    /** @param filled what the form has already */
    public static TakenFigures of(List<Proposal> taken, Map<String, List<String>> filled) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<Message> said = new ArrayList<>();
        taken.stream()
                .collect(Collectors.groupingBy(one -> one.indicator().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(ofOne -> add(ofOne, filled, fields, said));
        return new TakenFigures(fields, said);
    }

    private static void add(
            List<Proposal> proposals,
            Map<String, List<String>> filled,
            Map<String, List<String>> fields,
            List<Message> said) {
        Indicator indicator = proposals.get(0).indicator();
        String at = "/figures/" + indicator.id() + "/";
        Map<Integer, Proposal> byYear = new TreeMap<>();
        for (Proposal proposal : proposals) {
            Proposal other = byYear.putIfAbsent(proposal.year(), proposal);
            if (other != null) {
                said.add(Message.of(
                        "prefill.two-values", indicator.name(), proposal.year(), amount(other), amount(proposal)));
                return;
            }
        }
        String before = filled.getOrDefault(at + "value", List.of("")).get(0);
        if (filled.keySet().stream().anyMatch(field -> field.startsWith(at))) {
            boolean same = byYear.values().stream().anyMatch(proposal -> isSame(before, proposal.value()));
            said.add(Message.of(same ? "prefill.already" : "prefill.otherwise", indicator.name(), before));
            return;
        }
        Proposal last = List.copyOf(byYear.values()).get(byYear.size() - 1);
        if (byYear.size() == 1) {
            fields.put(at + "value", List.of(last.value().toPlainString()));
            fields.put(at + "year", List.of(String.valueOf(last.year())));
        } else {
            byYear.forEach((year, one) ->
                    fields.put(at + "series/" + year, List.of(one.value().toPlainString())));
        }
        Unit unit = indicator.unit();
        if (unit != null) {
            fields.put(at + "unit", List.of(unit.symbol()));
        }
        if (last.about()) {
            fields.put(at + "about", List.of("yes"));
        }
        fields.put(at + "source", List.of(source(last).id()));
        fields.put(
                at + "evidence",
                List.of(byYear.values().stream()
                        .flatMap(one -> one.places().stream())
                        .map(Proposal.FoundAt::cited)
                        .distinct()
                        .collect(Collectors.joining("\n"))));
        fields.put(
                at + "note",
                List.of(byYear.values().stream()
                        .map(one -> one.places().get(0).sentence())
                        .distinct()
                        .collect(Collectors.joining(" "))));
    }

    private static boolean isSame(String before, BigDecimal value) {
        return before.matches("-?\\d+(\\.\\d+)?") && new BigDecimal(before).compareTo(value) == 0;
    }

    private static Source source(Proposal proposal) {
        boolean statistics =
                proposal.places().stream().anyMatch(place -> place.document().matches(".*(" + STATISTICS + ").*"));
        return statistics ? Source.STATISTICS : Source.DEPARTMENT;
    }

    private static String amount(Proposal proposal) {
        Unit unit = proposal.indicator().unit();
        return proposal.value().toPlainString() + (unit == null ? "" : unit.symbol());
    }
}
